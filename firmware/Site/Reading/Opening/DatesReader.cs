using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Reading.Opening;

/// <summary>Reads days on which hours differ from their week: <c>closed</c> and <c>on</c> of a timetable, and <c>holidays</c>.</summary>
internal static class DatesReader
{
    /// <summary>What public holidays are called in a list.</summary>
    public const string Holidays = "holidays";

    private const string ClosedWord = "closed";

    // A name has fewer characters, and days too.
    private const int LongestText = 60;

    private const string SetExample = "summer: [2026-07-27..2026-08-14]";

    /// <summary>Reads <c>closed</c> of a timetable.</summary>
    public static IReadOnlyList<ClosedDraft> ReadClosed(YamlNode node, MistakeLog log) =>
        [.. Texts(node, "closed", HoursConfig.MostDates, log).Select(text => Closed(text, log)).OfType<ClosedDraft>()];

    /// <summary>Reads <c>on</c> of a timetable.</summary>
    public static IReadOnlyList<ExceptionDraft> ReadExceptions(YamlNode node, MistakeLog log)
    {
        if (node is not YamlMap map || map.Entries.Count is 0 or > HoursConfig.MostDates)
        {
            log.Error(
                node.At,
                $"\"on\" must have 1 to {HoursConfig.MostDates} days, each with its times.",
                "Write for example \"on: {2026-12-24: \"08:00-12:00\", 2026-12-26: closed}\".");
            return [];
        }

        var exceptions = new List<ExceptionDraft>();
        foreach (var entry in map.Entries)
        {
            var isClosed = entry.Value is YamlText { Text: ClosedWord };
            var times = isClosed ? [] : TimesReader.Read(entry, log);
            if (DateSpanReader.Read(entry.Key, log) is { } days && (isClosed || times.Count > 0))
            {
                exceptions.Add(new ExceptionDraft(days, [.. times.Select(time => new DayTimes(time.From, time.To))]));
            }
        }

        return exceptions;
    }

    /// <summary>Reads the section <c>holidays</c>.</summary>
    public static IReadOnlyList<HolidaySetDraft> ReadSets(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "holidays", SetExample, log).Select(entry => Set(entry, log))];

    private static HolidaySetDraft Set(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "set", log);
        if (entry.Key.Value == Holidays || DateSpanReader.IsDate(entry.Key.Value))
        {
            log.Error(
                entry.Key.At,
                $"\"{entry.Key.Value}\" cannot be the name of a set of days: it means public holidays, or a day.",
                "Give it a name that begins with a letter, such as \"summer\".");
        }

        var texts = Texts(entry.Value, entry.Key.Value, HolidaySet.MostSpans, log);
        return new HolidaySetDraft(entry.Key, [.. texts.Select(text => DateSpanReader.Read(text, log)).OfType<Located<DateSpan>>()]);
    }

    private static ClosedDraft? Closed(Located<string> text, MistakeLog log)
    {
        var words = text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [Holidays] or [Holidays, _])
        {
            return new ClosedDraft.Public(words.Length == 2 ? words[1] : null, text.Value, text.At);
        }

        return !DateSpanReader.IsDate(text.Value) ? new ClosedDraft.Named(text)
            : DateSpanReader.Read(text, log) is { } days ? new ClosedDraft.On(days)
            : null;
    }

    // One text may stand without a list around it.
    private static IReadOnlyList<Located<string>> Texts(YamlNode node, string what, int most, MistakeLog log)
    {
        IReadOnlyList<YamlNode> items = node is YamlList list ? list.Items : [node];
        if (items.Count == 0 || items.Count > most
            || items.Any(item => item is not YamlText { IsEmpty: false, Text.Length: <= LongestText }))
        {
            log.Error(
                node.At,
                $"\"{what}\" must be a list of 1 to {most} days or names of days.",
                "Write for example \"[2026-12-24, 2026-12-27..2026-12-31, 12-06]\".");
            return [];
        }

        return [.. items.Cast<YamlText>().Select(item => new Located<string>(item.Text.Trim(), item.At))];
    }
}
