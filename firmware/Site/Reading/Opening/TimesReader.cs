using System.Globalization;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads the times at which a day is open.</summary>
internal static class TimesReader
{
    private const string Example = "\"08:00-12:00, 13:00-17:30\"";

    private static readonly string[] Formats = ["HH:mm", "H:mm"];

    /// <summary>Reads <c>08:00-12:00, 13:00-17:30</c>; what is wrong is left out.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan To)> Read(YamlEntry days, MistakeLog log)
    {
        if (days.Value is not YamlText { IsEmpty: false } text)
        {
            log.Error(
                days.Value.At,
                $"\"{days.Key.Value}\" must have times, not {days.Value.Kind}.",
                $"Write them in quotation marks: {Example}. A day that is not named is closed.");
            return [];
        }

        var parts = text.Text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > HoursConfig.MostRanges)
        {
            log.Error(text.At, $"\"{days.Key.Value}\" has more than {HoursConfig.MostRanges} times.", "Write fewer, longer ones.");
            return [];
        }

        var times = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var part in parts)
        {
            if (Range(part, text, log) is not { } range)
            {
                continue;
            }

            if (times.Count > 0 && range.From < times[^1].To)
            {
                log.Error(
                    text.At,
                    $"{part} begins before {WeekWords.Clock(times[^1].To)}, when the time before it ends.",
                    "Write the times of a day in their order, none into another.");
                continue;
            }

            times.Add(range);
        }

        return times;
    }

    private static (TimeSpan From, TimeSpan To)? Range(string part, YamlText text, MistakeLog log)
    {
        if (part.Split('-', StringSplitOptions.TrimEntries) is not [var first, var second]
            || Clock(first) is not { } from
            || Clock(second) is not { } to)
        {
            log.Error(
                text.At,
                $"{text.Kind} does not tell times from one to another.",
                $"Write hours and minutes from 00:00 to 24:00: {Example}.");
            return null;
        }

        if (to <= from)
        {
            log.Error(
                text.At,
                $"{part} ends before it begins.",
                "Write hours past midnight as two: up to 24:00, and from 00:00 on at the day after.");
            return null;
        }

        return (from, to);
    }

    // The end of the day is a time, which no clock shows.
    private static TimeSpan? Clock(string text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}
