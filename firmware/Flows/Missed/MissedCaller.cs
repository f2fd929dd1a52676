using Switchhook.Calls;
using Switchhook.Site;

namespace Switchhook.Flows.Missed;

/// <summary>Someone who called from outside and got nobody: one row for each number. Compared by value.</summary>
/// <param name="Id">Identifies the row: the digits of the number.</param>
/// <param name="Number">As it was told first.</param>
/// <param name="Call">The last call that got nobody.</param>
/// <param name="FirstAt">When the first of them began, UTC.</param>
/// <param name="LastAt">When the last of them began, UTC.</param>
public sealed record MissedCaller(string Id, string Number, CallId Call, DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    /// <summary>Name as it was told last; null when none was.</summary>
    public string? Name { get; init; }

    /// <summary>How many calls got nobody since the caller last got through.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Lines and trunks that they came in by, in the order in which they were used.</summary>
    public ValueList<string> Lines { get; init; } = [];

    /// <summary>How far the last of them got: "queue support", "flow day"; null when it got nowhere.</summary>
    public string? Reached { get; init; }

    /// <summary>How the last of them ended.</summary>
    public MissedEnd End { get; init; }

    /// <summary>How it stands.</summary>
    public MissedState State { get; init; }

    /// <summary>Who calls back, or has taken it off the list; null when the caller got through by himself, or while it is open.</summary>
    public string? By { get; init; }

    /// <summary>Why it is closed; null while it is not.</summary>
    public MissedClosing? Closing { get; init; }

    /// <summary>When <see cref="State"/> began, UTC.</summary>
    public DateTimeOffset Since { get; init; }
}
