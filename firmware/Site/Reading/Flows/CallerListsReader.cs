using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads the lists of callers.</summary>
internal static class CallerListsReader
{
    private const string Example = "blocked: [\"+1 312 555 0177\", \"+44 20*\"]";

    /// <summary>Reads <c>caller-lists</c>.</summary>
    public static IReadOnlyList<CallerListDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "caller-lists", Example, log).Select(entry => List(entry, file.Values, log))];

    /// <summary>Notes texts that are neither numbers nor beginnings of numbers.</summary>
    public static void CheckNumbers(IEnumerable<Located<string>> numbers, MistakeLog log)
    {
        foreach (var number in numbers.Where(number => CallerNumbers.Normalize(number.Value) is null))
        {
            log.Error(
                number.At,
                $"\"{Quote.Short(number.Value)}\" is no telephone number.",
                "Write it with + and the country code, such as \"+1 312 555 0177\"; or its beginning with * after it, "
                + "such as \"+44 20*\".");
        }
    }

    private static CallerListDraft List(YamlEntry entry, YamlValues values, MistakeLog log)
    {
        Section.CheckName(entry.Key, "list", log);
        var numbers = values.Texts(entry.Value, entry.Key.Value);
        if (numbers is { Count: 0 } && entry.Value is YamlList { Items.Count: 0 })
        {
            log.Error(entry.Value.At, $"List {entry.Key.Value} is empty.", "Write at least one number, or remove the list.");
        }

        CheckNumbers(numbers ?? [], log);
        return new CallerListDraft(entry.Key, numbers);
    }
}
