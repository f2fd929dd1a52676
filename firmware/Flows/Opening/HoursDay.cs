using Switchhook.Site.Opening;

namespace Switchhook.Flows.Opening;

/// <summary>One day of a timetable.</summary>
/// <param name="Day">The day.</param>
/// <param name="Times">When it is open, in order; empty when it is closed all day.</param>
/// <param name="Rule">What says so.</param>
/// <param name="Name">The holiday, the set, or the days of the exception: "Christmas Day", "24 December"; null by the week.</param>
public sealed record HoursDay(DateOnly Day, IReadOnlyList<DayTimes> Times, HoursRule Rule, string? Name)
{
    /// <summary>Why the day is not like its week, such as "Christmas Day" or "exception of 24 December"; null when it is.</summary>
    public string? Why => Rule == HoursRule.Exception ? $"exception of {Name}" : Name;

    /// <summary>Its times as they are written, such as "08:00-12:00, 13:00-17:30"; "closed" without any.</summary>
    public string Written => Times.Count == 0 ? "closed" : string.Join(", ", Times);
}

/// <summary>What says when a day is open.</summary>
public enum HoursRule
{
    /// <summary>The hours of the week.</summary>
    Week,

    /// <summary>A day on which it is closed.</summary>
    Holiday,

    /// <summary>Hours of that day.</summary>
    Exception,
}
