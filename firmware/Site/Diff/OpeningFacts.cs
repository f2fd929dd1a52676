using Switchhook.Site.Opening;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about hours, holidays and night.</summary>
internal static class OpeningFacts
{
    /// <summary>Hours of a week, and the days that differ.</summary>
    public static IReadOnlyList<Fact> Of(HoursConfig hours) =>
    [
        .. hours.Ranges.GroupBy(range => range.Day).Select(day => new Fact(
            WeekWords.WordOf(day.Key),
            string.Join(' ', day.Select(range => $"{WeekWords.Clock(range.From)}-{WeekWords.Clock(range.To)}")))),
        .. hours.Closed.Count > 0 ? [new Fact("closed", string.Join("; ", hours.Closed))] : Array.Empty<Fact>(),
        .. hours.Exceptions.Select(one => new Fact(
            $"on {one.Days}", one.Times.Count == 0 ? "closed" : one.Times.ToString())),
        .. hours.IgnoresNight ? [new Fact("night", "ignore")] : Array.Empty<Fact>(),
    ];

    /// <summary>A set of days.</summary>
    public static IReadOnlyList<Fact> Of(HolidaySet set) => [new("days", set.Days.ToString())];

    /// <summary>How night ends.</summary>
    public static IReadOnlyList<Fact> Of(NightConfig night) =>
        [new("ends", night.ByHand ? "by hand" : night.Hours is { } hours ? $"with hours {hours}" : "with the first opening of a day")];
}
