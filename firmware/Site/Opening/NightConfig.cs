namespace Switchhook.Site.Opening;

/// <summary>How the night that a person switches on ends (section <c>night</c>). Compared by value.</summary>
/// <param name="ByHand">True when only a person switches it off (<c>ends: by-hand</c>).</param>
/// <param name="Hours">
/// The timetable whose first opening of a day ends it; null for that of all timetables which comes first. Null when it ends by hand.
/// </param>
public sealed record NightConfig(bool ByHand, string? Hours)
{
    /// <summary>The word of the file for a night that a person ends.</summary>
    public const string ByHandWord = "by-hand";

    /// <summary>What holds when the file says nothing.</summary>
    public static NightConfig Default { get; } = new(false, null);
}
