namespace Switchhook.Flows.Opening;

/// <summary>Whether a timetable is open at a moment, and why.</summary>
/// <param name="State">Open, closed, or closed for a holiday.</param>
/// <param name="Why">
/// In words, to follow the state: "until 17:30", "exception of 24 December, until 12:00", "Christmas Day, opens on Monday, 28 December, at
/// 08:00", "night is switched on by the front desk".
/// </param>
/// <param name="Until">When it opens or closes the next time; null when it does neither as far as is looked ahead.</param>
public sealed record OpeningAnswer(OpeningState State, string Why, DateTimeOffset? Until)
{
    /// <summary>The whole, such as "open: until 17:30".</summary>
    public string InWords => $"{(State == OpeningState.Open ? "open" : "closed")}: {Why}";
}

/// <summary>The state of a timetable.</summary>
public enum OpeningState
{
    /// <summary>Within its hours.</summary>
    Open,

    /// <summary>Outside of its hours, or it is night.</summary>
    Closed,

    /// <summary>Closed for a holiday.</summary>
    Holiday,
}
