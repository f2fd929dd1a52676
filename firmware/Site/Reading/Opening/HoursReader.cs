using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads the hours of the week, and how night ends.</summary>
internal static class HoursReader
{
    private const string Example = "office: {mon-fri: \"08:00-12:00, 13:00-17:30\"}";

    private const string ClosedKey = "closed";

    private const string ExceptionsKey = "on";

    private const string NightKey = "night";

    private static readonly string[] DateKeys = [ClosedKey, ExceptionsKey, NightKey];

    private static readonly YamlKey[] NightKeys = [YamlKey.Required("ends", "by-hand")];

    /// <summary>Reads <c>hours</c>.</summary>
    public static IReadOnlyList<HoursDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "hours", Example, log).Select(entry => Hours(entry, log))];

    /// <summary>Reads <c>night</c>; null without it.</summary>
    public static NightDraft? ReadNight(YamlFields file, MistakeLog log) =>
        file.Node("night") is { } node ? new NightDraft(YamlFields.Open(node, "night", NightKeys, log)?.Text("ends")) : null;

    private static HoursDraft Hours(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "timetable", log);
        if (entry.Value is not YamlMap map || map.Entries.All(one => DateKeys.Contains(one.Key.Value)))
        {
            log.Error(
                entry.Value.At,
                $"The hours {entry.Key.Value} must name days, each with its times, not {entry.Value.Kind}.",
                $"Write for example \"{Example}\"; a day that is not named is closed.");
            return new HoursDraft(entry.Key, []);
        }

        return new HoursDraft(entry.Key, Week(map, log))
        {
            Closed = map.Find(ClosedKey) is { } closed ? DatesReader.ReadClosed(closed, log) : [],
            Exceptions = map.Find(ExceptionsKey) is { } exceptions ? DatesReader.ReadExceptions(exceptions, log) : [],
            IgnoresNight = map.Find(NightKey) is { } night
                && new YamlValues(log).Choice<NightRule>(night, NightKey)?.Value == NightRule.Ignore,
        };
    }

    private static IReadOnlyList<HoursRange> Week(YamlMap map, MistakeLog log)
    {
        var ranges = new List<HoursRange>();
        var named = new Dictionary<DayOfWeek, string>();
        foreach (var days in map.Entries.Where(one => !DateKeys.Contains(one.Key.Value)))
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

        return [.. ranges.OrderBy(range => WeekWords.OrderOf(range.Day)).ThenBy(range => range.From)];
    }

    // What night does to a timetable, as the file says it.
    private enum NightRule
    {
        Follow,
        Ignore,
    }
}
