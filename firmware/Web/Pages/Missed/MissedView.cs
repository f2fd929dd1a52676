using Switchhook.Flows.Missed;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

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
        (MissedState.Open, _) => new Look("missed", "missed", row.Tries == 1 ? "Missed" : Say["Missed {0} times", row.Tries]),
        (MissedState.Claimed, _) => new Look("busy", "user", Say["{0} calls back", row.By]),
        (_, MissedClosing.GotThrough) => new Look("idle", "check", Say["Got through"]),
        (_, MissedClosing.CalledBack) => new Look("idle", "check", Say["Called back"]),
        _ => new Look("quiet", "close", Say["Taken off by {0}", row.By]),
    };

    /// <summary>What happened to the last call, as one sentence.</summary>
    public static string EndOf(MissedCaller row)
    {
        var where = Say.Told(row.Reached);
        return (row.End, where.Length > 0) switch
        {
            (MissedEnd.GaveUp, true) => Say["Gave up in {0}.", where],
            (MissedEnd.GaveUp, _) => Say["Gave up."],
            (MissedEnd.TurnedAway, true) => Say["Was not connected in {0}.", where],
            (MissedEnd.TurnedAway, _) => Say["Was not connected."],
            (MissedEnd.LeftMessage, _) => Say["Left a message."],
            (MissedEnd.PromisedCall, true) => Say["Was promised a call in {0}.", where],
            (MissedEnd.PromisedCall, _) => Say["Was promised a call."],
            (MissedEnd.Fault, true) => Say["Lost by a fault in {0}.", where],
            (MissedEnd.Fault, _) => Say["Lost by a fault."],
        };
    }

    /// <summary>When the caller tried, and by which lines.</summary>
    public string WhenOf(MissedCaller row)
    {
        var lines = string.Join(", ", row.Lines);
        return row.Tries == 1
            ? Say["{0}, by {1}.", Words.DayAndTime(row.LastAt), lines]
            : Say["{0} calls by {1}, first {2}, last {3}.", row.Tries, lines, Words.DayAndTime(row.FirstAt), Words.DayAndTime(row.LastAt)];
    }

    /// <summary>When it was done, and by whom.</summary>
    public string DoneOf(MissedCaller row) =>
        row is { By: { } by, Closing: not MissedClosing.Dismissed }
        ? Say["{0}, {1}.", Words.DayAndTime(row.Since), Say.Told(by)]
        : Say["{0}.", Words.DayAndTime(row.Since)];
}
