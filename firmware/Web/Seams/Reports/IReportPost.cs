using Switchhook.Site.Alerts;

namespace Switchhook.Web.Seams.Reports;

/// <summary>Sends reports as mail.</summary>
public interface IReportPost
{
    /// <summary>Sends a report.</summary>
    /// <param name="by">The alert of the site whose mail server takes it.</param>
    /// <param name="mail">The report.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What became of it.</returns>
    Task<ReportPosted> SendAsync(AlertConfig by, ReportMail mail, CancellationToken cancel);
}

/// <summary>A report as a mail.</summary>
/// <param name="Id">Identifies it; the same at each try, so that a mail program knows one that came twice.</param>
/// <param name="To">Addresses of who gets it.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What it says, plain.</param>
/// <param name="Html">The same with its table.</param>
/// <param name="FileName">Name of the table that is sent with it.</param>
/// <param name="Csv">That table, UTF-8.</param>
public sealed record ReportMail(
    string Id, IReadOnlyList<string> To, string Subject, string Text, string Html, string FileName, ReadOnlyMemory<byte> Csv);

/// <summary>What became of a mail.</summary>
/// <param name="IsTaken">True when the server took it for one receiver at least.</param>
/// <param name="Trouble">What went wrong, as a sentence; null when nothing did.</param>
public sealed record ReportPosted(bool IsTaken, string? Trouble);
