using Switchhook.Hardware.Yaml;
using Switchhook.Web.Pages.Editing.Queues;

namespace Switchhook.Web.Pages.Editing;

/// <summary>Makes the rows of the forms from what a site file says.</summary>
internal static class FormRows
{
    /// <summary>Keys of a timetable that are no days of the week.</summary>
    private static readonly string[] NoDays = ["closed", "on", "night"];

    /// <summary>The rows of a form.</summary>
    public static IReadOnlyList<FormRow> Of(FormKind kind, YamlMap root) => kind switch
    {
        FormKind.Phones => [.. Entries(root, "phones").Select(phone => Phone(root, phone)), NewPhone()],
        FormKind.Hours => [.. Entries(root, "hours").Select(Timetable), NewTimetable(), .. Sets(root)],
        FormKind.Prompts => [.. Entries(root, "prompts").Select(Prompt).OfType<FormRow>(), NewPrompt()],
        FormKind.Queues => QueueRows.Of(root),
    };

    /// <summary>The entries of a set of keys; empty where there is none.</summary>
    public static IReadOnlyList<YamlEntry> Entries(YamlMap map, string key) => map.Find(key) is YamlMap found ? found.Entries : [];

    /// <summary>The texts of a list, or of a text that stands without one.</summary>
    public static IReadOnlyList<string> Texts(YamlNode? node) => node switch
    {
        YamlText { IsEmpty: false } one => [one.Text],
        YamlList list => [.. list.Items.OfType<YamlText>().Select(item => item.Text)],
        _ => [],
    };

    /// <summary>The single value of a key; "" without one.</summary>
    public static string Text(YamlNode map, string key) =>
        map is YamlMap keys && keys.Find(key) is YamlText { IsEmpty: false } text ? text.Text : "";

    private static FormRow Phone(YamlMap root, YamlEntry phone)
    {
        var number = phone.Key.Value;
        var groups = Entries(root, "groups").ToList();
        var isIn = groups.Where(group => Texts((group.Value as YamlMap)?.Find("phones")).Contains(number)).Select(group => group.Key.Value);
        return new FormRow(
            number,
            [
                FormField.Of(FieldLabel.Name, Text(phone.Value, "name"), "phones", number, "name"),
                new FormField($"phones/{number}", FieldLabel.Number, ["phones", number], number),
                FormField.Of(
                    FieldLabel.Connection, Text(phone.Value, "sip") == "yes" ? "sip" : Text(phone.Value, "port"), "phones", number, "port"),
                FormField.Of(FieldLabel.Place, Text(phone.Value, "place"), "phones", number, "place"),
                new FormField($"groups/{number}", FieldLabel.Groups, ["phones", number], string.Join(", ", isIn))
                {
                    Options = [.. groups.Select(group => group.Key.Value)],
                },
                new FormField($"remove/{number}", FieldLabel.Remove, ["phones", number], ""),
            ]);
    }

    private static FormRow NewPhone() => new(
        null,
        [
            new FormField("new/name", FieldLabel.Name, [], ""),
            new FormField("new/number", FieldLabel.Number, [], ""),
            new FormField("new/connection", FieldLabel.Connection, [], ""),
            new FormField("new/place", FieldLabel.Place, [], ""),
        ]);

    private static FormRow Timetable(YamlEntry table)
    {
        var name = table.Key.Value;
        var keys = (table.Value as YamlMap)?.Entries ?? [];
        return new FormRow(
            name,
            [
                .. keys.Where(key => !NoDays.Contains(key.Key.Value)).Select(key => FormField.Of(
                    FieldLabel.Times, Text(table.Value, key.Key.Value), "hours", name, key.Key.Value)),
                new FormField($"{name}/new-days", FieldLabel.NewDays, ["hours", name], ""),
                new FormField($"{name}/new-times", FieldLabel.NewTimes, ["hours", name], ""),
                FormField.Of(
                    FieldLabel.Closed, string.Join(", ", Texts((table.Value as YamlMap)?.Find("closed"))), "hours", name, "closed"),
                .. table.Value is YamlMap map ? Entries(map, "on").Select(date => FormField.Of(
                    FieldLabel.DateTimes, date.Value is YamlText text ? text.Text : "", "hours", name, "on", date.Key.Value)) : [],
                new FormField($"{name}/new-dates", FieldLabel.NewDates, ["hours", name, "on"], ""),
                new FormField($"{name}/new-date-times", FieldLabel.NewDateTimes, ["hours", name, "on"], ""),
            ]);
    }

    private static FormRow NewTimetable() => new(
        null,
        [
            new FormField("new/name", FieldLabel.Key, [], ""),
            new FormField("new/days", FieldLabel.NewDays, [], ""),
            new FormField("new/times", FieldLabel.NewTimes, [], ""),
        ]);

    private static IEnumerable<FormRow> Sets(YamlMap root) => Entries(root, "holidays").Select(set => new FormRow(
        set.Key.Value,
        [FormField.Of(FieldLabel.Days, string.Join(", ", Texts(set.Value)), "holidays", set.Key.Value)]));

    // A prompt that is a recording only has no words to change.
    private static FormRow? Prompt(YamlEntry prompt)
    {
        var name = prompt.Key.Value;
        IReadOnlyList<FormField> fields = (prompt.Value as YamlMap)?.Find("say") switch
        {
            YamlText text => [FormField.Of(FieldLabel.Say, Flat(text.Text), "prompts", name, "say")],
            YamlMap map =>
            [
                .. map.Entries.Select(entry => FormField.Of(
                    FieldLabel.Say, entry.Value is YamlText text ? Flat(text.Text) : "", "prompts", name, "say", entry.Key.Value)),
            ],
            _ => [],
        };
        return fields.Count == 0 ? null : new FormRow(name, fields);
    }

    private static FormRow NewPrompt() => new(
        null, [new FormField("new/name", FieldLabel.Key, [], ""), new FormField("new/say", FieldLabel.Say, [], "")]);

    /// <summary>A text in one line, as it is spoken.</summary>
    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
