using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>
/// Tells when the calls of one phone to the outside look like somebody else's: what a stolen password, a forgotten transfer or a dialling
/// program makes, and people do not. Holds for every phone without a word in the site file. Pure.
/// </summary>
public static class FraudGuard
{
    /// <summary>Most calls of a phone in an hour.</summary>
    public const int CallsInAnHour = 60;

    /// <summary>Most calls of a phone in 24 hours.</summary>
    public const int CallsInADay = 300;

    /// <summary>Most different numbers that a phone calls in an hour.</summary>
    public const int NumbersInAnHour = 40;

    /// <summary>Most calls abroad in an hour.</summary>
    public const int CallsAbroadInAnHour = 10;

    /// <summary>Most calls to premium numbers and abroad in an hour that no rule allows.</summary>
    public const int RefusedInAnHour = 10;

    /// <summary>Most calls of a phone in an hour while the house is closed.</summary>
    public const int CallsInAnHourWhenClosed = 10;

    /// <summary>So many short calls in a row are a program that tries numbers.</summary>
    public const int ShortInARow = 20;

    /// <summary>A shorter call is a short one.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    /// <summary>Longest time of all conversations abroad in 24 hours.</summary>
    public static readonly TimeSpan TalkAbroad = TimeSpan.FromHours(1);

    /// <summary>A phone that is stopped may call again after this time.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromHours(12);

    /// <summary>What is looked back at.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>What is odd about the calls of a phone.</summary>
    /// <param name="calls">Its calls of the last 24 hours, oldest first, with the one that it wants to make.</param>
    /// <param name="now">This moment.</param>
    /// <returns>One sentence; null when nothing is.</returns>
    public static string? Judge(IReadOnlyList<OutsideAttempt> calls, DateTimeOffset now)
    {
        var hour = calls.Where(call => call.Began > now - TimeSpan.FromHours(1)).ToList();
        if (hour.Count > CallsInAnHour)
        {
            return $"More than {CallsInAnHour} calls in an hour.";
        }

        if (calls.Count > CallsInADay)
        {
            return $"More than {CallsInADay} calls in 24 hours.";
        }

        if (hour.Select(call => call.Number).Distinct(StringComparer.Ordinal).Count() > NumbersInAnHour)
        {
            return $"More than {NumbersInAnHour} different numbers in an hour.";
        }

        if (hour.Count(call => call.Class == NumberClass.International) > CallsAbroadInAnHour)
        {
            return $"More than {CallsAbroadInAnHour} calls abroad in an hour.";
        }

        if (hour.Count(call => call.IsClosed) > CallsInAnHourWhenClosed)
        {
            return $"More than {CallsInAnHourWhenClosed} calls in an hour while the house is closed.";
        }

        var ended = hour.Where(call => call.EndedAt is not null).TakeLast(ShortInARow).ToList();
        if (ended.Count == ShortInARow && ended.TrueForAll(call => call.Talked(now) < Short))
        {
            return $"{ShortInARow} calls in a row that lasted less than {Short.TotalSeconds:0} seconds.";
        }

        return LeftAbroad(calls, now) <= TimeSpan.Zero ? $"More than {TalkAbroad.TotalMinutes:0} minutes abroad in 24 hours." : null;
    }

    /// <summary>How long the phone may talk abroad yet.</summary>
    /// <param name="calls">Its calls of the last 24 hours.</param>
    /// <param name="now">This moment.</param>
    public static TimeSpan LeftAbroad(IEnumerable<OutsideAttempt> calls, DateTimeOffset now) => TalkAbroad - calls
        .Where(call => call.Class == NumberClass.International)
        .Aggregate(TimeSpan.Zero, (sum, call) => sum + call.Talked(now));
}
