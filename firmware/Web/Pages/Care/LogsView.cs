using System.Globalization;
using Switchhook.Storage.Logs;
using Switchhook.Web.Api.Care;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Care;

/// <summary>The log.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Level">What was asked for.</param>
/// <param name="Source">What was asked for.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="Words">Names and times.</param>
/// <param name="Troubles">What is wrong with the filter; empty when nothing.</param>
public sealed record LogsView(
    IReadOnlyList<LogLine> Lines, LogLevelName Level, string Source, string Text, SiteWords Words, IReadOnlyList<string> Troubles)
{
    /// <summary>The file of more lines, for programs.</summary>
    public string More =>
        $"/api/v1/logs?limit={LogBook.Most}&level={Level}&source={Uri.EscapeDataString(Source)}&text={Uri.EscapeDataString(Text)}";
}

/// <summary>The machine and the daemon.</summary>
/// <param name="System">What is known.</param>
/// <param name="Words">Names and times.</param>
/// <param name="Troubles">Why something was not done; empty when nothing.</param>
public sealed record SystemView(SystemModel System, SiteWords Words, IReadOnlyList<string> Troubles)
{
    /// <summary>Tells one run of the daemon from another.</summary>
    public static string Mark(DateTimeOffset startedAt) => startedAt.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>Bytes for people.</summary>
    public static string Bytes(long? bytes) => bytes switch
    {
        null => Numbers.None,
        >= 10_000_000_000 => string.Create(SiteFormat.Current.Numbers, $"{bytes.Value / 1e9:0} GB"),
        >= 1_000_000_000 => string.Create(SiteFormat.Current.Numbers, $"{bytes.Value / 1e9:0.0} GB"),
        _ => string.Create(SiteFormat.Current.Numbers, $"{bytes.Value / 1e6:0.0} MB"),
    };
}

/// <summary>Backups.</summary>
/// <param name="Troubles">Why none was made; empty when nothing is wrong.</param>
/// <param name="Recordings">True when recordings were asked for.</param>
public sealed record BackupView(IReadOnlyList<string> Troubles, bool Recordings = false);

/// <summary>The diagnostic bundle.</summary>
/// <param name="Days">Days of the journal unless more or less are asked for.</param>
public sealed record DiagnosticsView(int Days);
