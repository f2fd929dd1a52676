using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.ReportMails;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.ReportMails;

/// <summary>The reports that are sent as mail.</summary>
/// <param name="Mails">By name.</param>
/// <param name="Words">Names and times.</param>
/// <param name="HasServer">False where the site names no mail server.</param>
public sealed record ReportMailsView(IReadOnlyList<ReportMailModel> Mails, SiteWords Words, bool HasServer)
{
    /// <summary>Why it did not work; empty when it did.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What was typed, when it was wrong, with the identity of what was to be changed; else what a new one begins with.</summary>
    public ReportSchedule Typed { get; init; } = Empty;

    /// <summary>False when what was typed as a time is none.</summary>
    public bool HasTime { get; init; } = true;

    /// <summary>What a new one begins with.</summary>
    public static ReportSchedule Empty { get; } = new("", "", "lines", null, ReportRhythm.Weekly, 1, new TimeOnly(7, 0));
}
