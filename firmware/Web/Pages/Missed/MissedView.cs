using Switchhook.Flows.Missed;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Missed;

/// <summary>The page of missed callers.</summary>
/// <param name="Waiting">Those that are not done, the last caller first.</param>
/// <param name="Done">The last ones that are.</param>
/// <param name="Phones">Where one can call back: number and name.</param>
/// <param name="Words">Names and times.</param>
public sealed record MissedView(
    IReadOnlyList<MissedCaller> Waiting,
    IReadOnlyList<MissedCaller> Done,
    IReadOnlyList<(string Number, string Name)> Phones,
    SiteWords Words)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Who called.</summary>
    public static string Who(MissedCaller row) => row.Name ?? row.Number;

    /// <summary>How a row is shown.</summary>
    public static Look LookOf(MissedCaller row) => (row.State, row.Closing) switch
    {
        (MissedState.Open, _) => new Look("missed", "missed", row.Tries == 1 ? "Missed" : $"Missed {row.Tries} times"),
        (MissedState.Claimed, _) => new Look("busy", "user", $"{row.By} calls back"),
        (_, MissedClosing.GotThrough) => new Look("idle", "check", "Got through"),
        (_, MissedClosing.CalledBack) => new Look("idle", "check", "Called back"),
        _ => new Look("quiet", "close", $"Taken off by {row.By}"),
    };

    /// <summary>What happened to the last call, as one sentence.</summary>
    public static string EndOf(MissedCaller row)
    {
        var where = row.Reached is { } reached ? $" in {reached}" : "";
        return row.End switch
        {
            MissedEnd.GaveUp => $"Gave up{where}.",
            MissedEnd.TurnedAway => $"Was not connected{where}.",
            MissedEnd.LeftMessage => "Left a message.",
            MissedEnd.PromisedCall => $"Was promised a call{where}.",
            MissedEnd.Fault => $"Lost by a fault{where}.",
        };
    }

    /// <summary>When the caller tried, and by which lines.</summary>
    public string WhenOf(MissedCaller row)
    {
        var lines = string.Join(", ", row.Lines);
        return row.Tries == 1
            ? $"{Words.DayAndTime(row.LastAt)}, by {lines}."
            : $"{row.Tries} calls by {lines}, first {Words.DayAndTime(row.FirstAt)}, last {Words.DayAndTime(row.LastAt)}.";
    }

    /// <summary>When it was done, and by whom.</summary>
    public string DoneOf(MissedCaller row) =>
        $"{Words.DayAndTime(row.Since)}{(row is { By: { } by, Closing: not MissedClosing.Dismissed } ? $", {by}" : "")}.";
}
