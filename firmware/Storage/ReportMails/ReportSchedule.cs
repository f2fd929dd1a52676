using Switchhook.Site;

namespace Switchhook.Storage.ReportMails;

/// <summary>A report that is sent as mail, again and again. Compared by value.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Subject">What it is of: <c>queue</c>, <c>agent</c>, <c>line</c>, or <c>lines</c> for all lines together.</param>
/// <param name="SubjectName">Which one; null for all lines together.</param>
/// <param name="Every">How often.</param>
/// <param name="Day">Of a week, 0 for Sunday to 6; of a month, 1 to 31, its last day where it is shorter; else 0.</param>
/// <param name="At">When, by the clocks of the site.</param>
public sealed record ReportSchedule(
    string Id, string Name, string Subject, string? SubjectName, ReportRhythm Every, int Day, TimeOnly At)
{
    /// <summary>Most receivers.</summary>
    public const int MostReceivers = 20;

    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Addresses of who gets it.</summary>
    public ValueList<string> Receivers { get; init; } = [];

    /// <summary>The alert of the site whose mail server sends it; null for the first that there is.</summary>
    public string? Alert { get; init; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was paused, UTC; null when it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>The time of the newest report that is dealt with, or owed; those before it count no more. UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>True while the report of <see cref="DueAt"/> is not sent.</summary>
    public bool IsOwed { get; init; }

    /// <summary>Since when a server is given the report of <see cref="DueAt"/>; null when none is.</summary>
    public DateTimeOffset? SendingAt { get; init; }

    /// <summary>Tries of that report without success.</summary>
    public int Tries { get; init; }

    /// <summary>It is not tried before; null for at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why the last try did not succeed, as a sentence; null when it did.</summary>
    public string? LastError { get; init; }

    /// <summary>When a report was sent last, UTC; null for never.</summary>
    public DateTimeOffset? LastSentAt { get; init; }
}

/// <summary>How often a report is sent.</summary>
public enum ReportRhythm
{
    /// <summary>Each day, of the day before.</summary>
    Daily,

    /// <summary>Once a week, of the week before, Monday to Sunday.</summary>
    Weekly,

    /// <summary>Once a month, of the month before.</summary>
    Monthly,
}
