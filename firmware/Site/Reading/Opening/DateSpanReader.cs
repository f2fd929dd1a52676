using System.Globalization;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads days: <c>2026-12-24</c>, <c>2026-12-27..2026-12-31</c>, <c>12-06</c> and <c>12-27..01-02</c> of every year.</summary>
internal static class DateSpanReader
{
    private const string DateFormat = "yyyy-MM-dd";

    private const string Between = "..";

    private static readonly DateOnly Earliest = new(PublicHolidays.FirstYear, 1, 1);

    private static readonly DateOnly Latest = new(PublicHolidays.LastYear, 12, 31);

    /// <summary>True for a text that is meant as a date: it begins with a digit.</summary>
    public static bool IsDate(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    /// <summary>The days; null for a wrong text, which is noted.</summary>
    public static Located<DateSpan>? Read(Located<string> text, MistakeLog log)
    {
        var parts = text.Value.Split(Between, StringSplitOptions.TrimEntries);
        if (parts.Length > 2)
        {
            return Refuse(text, log);
        }

        if (MarkOf(parts[0]) is { } first && MarkOf(parts[^1]) is { } last)
        {
            return new Located<DateSpan>(new DateSpan.EveryYear(first, last), text.At);
        }

        return DateOf(parts[0]) is { } from && DateOf(parts[^1]) is { } to ? Once(text, from, to, log) : Refuse(text, log);
    }

    private static Located<DateSpan>? Once(Located<string> text, DateOnly from, DateOnly to, MistakeLog log)
    {
        if (to < from)
        {
            log.Error(text.At, $"In \"{text.Value}\" the last day is before the first.", "Write the earlier day first.");
            return null;
        }

        if (from < Earliest || to > Latest || to.DayNumber - from.DayNumber >= DateSpan.MostDays)
        {
            log.Error(
                text.At,
                $"\"{text.Value}\" is longer than a year, or before {Earliest.Year} or after {Latest.Year}.",
                "Write days of these years, at most a year in one.");
            return null;
        }

        return new Located<DateSpan>(new DateSpan.Once(from, to), text.At);
    }

    private static Located<DateSpan>? Refuse(Located<string> text, MistakeLog log)
    {
        log.Error(
            text.At,
            $"\"{text.Value}\" is no day, and not days from one to another.",
            "Write year, month and day: 2026-12-24, or 2026-12-27..2026-12-31; for every year month and day: 12-24.");
        return null;
    }

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // In a leap year, so that 29 February can be said.
    private static MonthDay? MarkOf(string text) => DateOf($"2028-{text}") is { } date ? MonthDay.Of(date) : null;
}
