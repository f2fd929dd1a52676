using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Web.Pages.Editing.Queues;

/// <summary>Makes the rows of the form of the queues from what a site file says.</summary>
internal static class QueueRows
{
    /// <summary>When callers leave unanswered, as the site file writes it.</summary>
    public static readonly ImmutableArray<string> Conditions = ["after", "waiting", "forecast", "no-agents", "closed"];

    /// <summary>Those without a value.</summary>
    public static readonly ImmutableArray<string> Flags = ["no-agents", "closed"];

    /// <summary>Stands for a message that the caller leaves in the queue, where a flow could be named.</summary>
    public const string ToMessage = "*message";

    // What a list of callers can hear about the queue.
    private static readonly string[] Announcements = ["position", "wait"];

    private static readonly string[] Switch = ["", "yes", "no"];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<FormRow> Of(YamlMap root) =>
        [.. FormRows.Entries(root, "queues").Select(queue => Queue(root, queue)).OfType<FormRow>(), New(root)];

    private static FormRow? Queue(YamlMap root, YamlEntry entry)
    {
        if (entry.Value is not YamlMap queue)
        {
            return null;
        }

        var name = entry.Key.Value;
        return new FormRow(name,
        [
            .. Members(root, name, queue),
            Choice(FieldLabel.Strategy, queue, name, "strategy", ["", .. Enum.GetValues<QueueStrategy>().Select(KebabCase.Of)]),
            Choice(FieldLabel.OpenHours, queue, name, "hours", ["", .. Names(root, "hours")]),
            FormField.Of(FieldLabel.Skills, string.Join(", ", FormRows.Texts(queue.Find("skills"))), "queues", name, "skills"),
            Text(FieldLabel.MostWaiting, queue, name, "most-waiting"),
            Text(FieldLabel.ServiceLevel, queue, name, "service-level"),
            Text(FieldLabel.RingTime, queue, name, "ring"),
            Text(FieldLabel.WrapUp, queue, name, "wrap-up"),
            Text(FieldLabel.LastAgent, queue, name, "last-agent"),
            Text(FieldLabel.Weight, queue, name, "weight"),
            Choice(FieldLabel.Whisper, queue, name, "whisper", Switch),
            .. Music(name, queue),
            .. Overflow(root, name, queue),
        ]);
    }

    // One who comes later than the others stands there with a time, which is changed in the text.
    private static IEnumerable<FormField> Members(YamlMap root, string name, YamlMap queue)
    {
        if (queue.Find("agents") is YamlList list && list.Items.All(item => item is YamlText))
        {
            var members = string.Join(", ", FormRows.Texts(list));
            yield return new FormField($"members/{name}", FieldLabel.Members, ["queues", name, "agents"], members)
            {
                Options = Names(root, "agents"),
            };
        }
    }

    private static IEnumerable<FormField> Music(string name, YamlMap queue)
    {
        var music = queue.Find("music");
        if (music is YamlText { IsEmpty: false })
        {
            yield return Text(FieldLabel.Music, queue, name, "music");
            yield break;
        }

        var keys = music as YamlMap;
        yield return FormField.Of(FieldLabel.Music, keys is null ? "" : FormRows.Text(keys, "from"), "queues", name, "music", "from");
        yield return new FormField(
            $"say/{name}", FieldLabel.Announcements, ["queues", name, "music", "say"], string.Join(", ", FormRows.Texts(keys?.Find("say"))))
        {
            Options = Announcements,
        };
        yield return FormField.Of(FieldLabel.Every, keys is null ? "" : FormRows.Text(keys, "every"), "queues", name, "music", "every");
    }

    private static IEnumerable<FormField> Overflow(YamlMap root, string name, YamlMap queue)
    {
        List<string?> rules = queue.Find("overflow") switch
        {
            null => [],
            YamlList list => [.. list.Items.Select(Rule)],
            _ => [null],
        };
        if (!rules.Contains(null))
        {
            yield return new FormField($"overflow/{name}", FieldLabel.Overflow, ["queues", name, "overflow"], string.Join('\n', rules))
            {
                Options = Names(root, "flows"),
            };
        }
    }

    // Null for one that the form does not show as it is.
    private static string? Rule(YamlNode node)
    {
        if (node is not YamlMap rule || rule.Entries.Any(entry => entry.Value is not YamlText)
            || rule.Entries.Count(entry => Conditions.Contains(entry.Key.Value)) != 1)
        {
            return null;
        }

        var when = rule.Entries.First(entry => Conditions.Contains(entry.Key.Value)).Key.Value;
        var rest = rule.Entries.Where(entry => entry.Key.Value != when).ToList();
        var to = rest switch
        {
            [] => "",
            [{ Key.Value: "to" } flow] => ((YamlText)flow.Value).Text,
            [{ Key.Value: "message", Value: YamlText { Text: "yes" } }] => ToMessage,
            _ => null,
        };
        var value = FormRows.Text(rule, when);
        return to is null || (Flags.Contains(when) && value != "yes") ? null : $"{when}|{(Flags.Contains(when) ? "" : value)}|{to}";
    }

    private static FormRow New(YamlMap root) => new(
        null,
        [
            new FormField("new/name", FieldLabel.Key, [], ""),
            new FormField("new/members", FieldLabel.Members, [], "") { Options = Names(root, "agents") },
        ]);

    private static FormField Text(FieldLabel label, YamlMap queue, string name, string key) =>
        FormField.Of(label, FormRows.Text(queue, key), "queues", name, key);

    private static FormField Choice(FieldLabel label, YamlMap queue, string name, string key, IReadOnlyList<string> options)
    {
        var field = Text(label, queue, name, key);
        return field with { Options = options.Contains(field.Value) ? options : [.. options, field.Value] };
    }

    private static IReadOnlyList<string> Names(YamlMap root, string section) =>
        [.. FormRows.Entries(root, section).Select(entry => entry.Key.Value)];
}
