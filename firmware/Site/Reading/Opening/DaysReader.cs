using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads the days that a key of hours names.</summary>
internal static class DaysReader
{
    /// <summary>Reads <c>mon</c>, or <c>mon-fri</c>; empty for a wrong one.</summary>
    public static IReadOnlyList<DayOfWeek> Read(Located<string> key, MistakeLog log)
    {
        var parts = key.Value.Split('-');
        if (parts.Length > 2 || WeekWords.OrderOf(parts[0]) is not { } first || WeekWords.OrderOf(parts[^1]) is not { } last)
        {
            log.Error(
                key.At,
                $"\"{key.Value}\" is no day of the week.",
                "Write mon, tue, wed, thu, fri, sat or sun, or from one to another: \"mon-fri\"; other keys are closed, on and night.");
            return [];
        }

        if (last < first)
        {
            log.Error(
                key.At,
                $"In \"{key.Value}\" the last day is before the first: a week begins on Monday.",
                "Write two keys, up to sun and from mon on, each with the times.");
            return [];
        }

        return [.. Enumerable.Range(first, last - first + 1).Select(day => (DayOfWeek)((day + 1) % 7))];
    }
}
