using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads the hours of the week.</summary>
internal static class HoursReader
{
    private const string Example = "office: {mon-fri: \"08:00-12:00, 13:00-17:30\"}";

    /// <summary>Reads <c>hours</c>.</summary>
    public static IReadOnlyList<HoursDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "hours", Example, log).Select(entry => Hours(entry, log))];

    private static HoursDraft Hours(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "timetable", log);
        if (entry.Value is not YamlMap { Entries.Count: > 0 } map)
        {
            log.Error(
                entry.Value.At,
                $"The hours {entry.Key.Value} must name days, each with its times, not {entry.Value.Kind}.",
                $"Write for example \"{Example}\"; a day that is not named is closed.");
            return new HoursDraft(entry.Key, []);
        }

        var ranges = new List<HoursRange>();
        var named = new Dictionary<DayOfWeek, string>();
        foreach (var days in map.Entries)
        {
            var read = DaysReader.Read(days.Key, log);
            if (read.Where(named.ContainsKey).ToList() is [var twice, ..])
            {
                log.Error(
                    days.Key.At,
                    $"{twice} stands in \"{named[twice]}\" already.",
                    "Name each day once, and write all its times there, with commas.");
            }

            var times = TimesReader.Read(days, log);
            foreach (var day in read.Where(day => named.TryAdd(day, days.Key.Value)))
            {
                ranges.AddRange(times.Select(time => new HoursRange(day, time.From, time.To)));
            }
        }

        return new HoursDraft(entry.Key, [.. ranges.OrderBy(range => WeekWords.OrderOf(range.Day)).ThenBy(range => range.From)]);
    }
}
