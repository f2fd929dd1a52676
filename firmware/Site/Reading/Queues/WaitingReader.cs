using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads what callers hear while they wait, what they may press, and how they are called back.</summary>
internal static class WaitingReader
{
    private const string CallbackWord = "callback";
    private const string MessageWord = "message";

    private static readonly YamlKey[] MusicKeys =
        [
            YamlKey.Optional("from"), YamlKey.Optional("prompt"), YamlKey.Optional("messages"), YamlKey.Optional("every"),
            YamlKey.Optional("say"),
        ];

    private static readonly YamlKey[] GoKeys = [YamlKey.Required("go", "reception")];

    private static readonly YamlKey[] CallbackKeys =
        [YamlKey.Optional("after"), YamlKey.Required("over", "outside"), YamlKey.Optional("keep"), YamlKey.Optional("times")];

    private static readonly YamlKey[] MessageKeys = [YamlKey.Optional("after"), YamlKey.Optional("longest")];

    private enum Announcement
    {
        Position,
        Wait,
    }

    /// <summary>Reads <c>music</c> of a queue.</summary>
    public static QueueMusicDraft Music(YamlFields queue, MistakeLog log)
    {
        if (queue.Node("music") is YamlText)
        {
            return new QueueMusicDraft(null, [], QueueMusic.Default) { From = queue.Text("music") };
        }

        if (queue.Node("music") is not { } node || YamlFields.Open(node, $"music of {queue.What}", MusicKeys, log) is not { } fields)
        {
            return new QueueMusicDraft(null, [], QueueMusic.Default);
        }

        if (fields.Has("from") && fields.Has("prompt"))
        {
            log.Error(
                fields.PlaceOf("prompt"),
                $"{char.ToUpperInvariant(fields.What[0])}{fields.What[1..]} is both \"from\" and \"prompt\".",
                "Keep \"from\" for music of the section \"music\", or \"prompt\" for one prompt again and again.");
        }

        var messages = fields.Texts("messages") ?? [];
        if (messages.Count > QueueDefaults.MostMessages)
        {
            log.Error(
                messages[QueueDefaults.MostMessages].At,
                $"\"messages\" has more than {QueueDefaults.MostMessages} entries.",
                "Remove those that are not needed.");
        }

        var said = Said(fields, log);
        var every = fields.Duration("every", QueueDefaults.ShortestEvery, QueueDefaults.LongestEvery);
        var settings = QueueMusic.Default with
        {
            Every = every?.Value ?? QueueDefaults.Every,
            SaysPosition = said.Contains(Announcement.Position),
            SaysWait = said.Contains(Announcement.Wait),
        };
        return new QueueMusicDraft(fields.Text("prompt"), [.. messages.Take(QueueDefaults.MostMessages)], settings)
        {
            EveryAt = every?.At,
            From = fields.Text("from"),
        };
    }

    /// <summary>Reads <c>keys</c> of a queue; empty without them.</summary>
    public static IReadOnlyList<QueueKeyDraft> Keys(YamlFields queue, MistakeLog log)
    {
        switch (queue.Node("keys"))
        {
            case null:
                return [];
            case YamlMap map:
                return [.. map.Entries.Select(entry => Key(entry, log)).OfType<QueueKeyDraft>()];
            case var node:
                log.Error(
                    node.At,
                    $"\"keys\" must be keys of the telephone, each with what it does, not {node.Kind}.",
                    "Write for example \"keys: {0: {go: reception}, 1: callback}\".");
                return [];
        }
    }

    /// <summary>Reads <c>callback</c> of a queue; null without it.</summary>
    public static CallbackDraft? Callback(YamlFields queue, MistakeLog log)
    {
        if (queue.Node("callback") is not { } node)
        {
            return null;
        }

        var fields = YamlFields.Open(node, $"callback of {queue.What}", CallbackKeys, log);
        return new CallbackDraft(
            fields?.Duration("after", TimeSpan.Zero, QueueDefaults.LongestWait)?.Value ?? QueueDefaults.CallbackAfter,
            fields?.Text("over"),
            fields?.Duration("keep", QueueDefaults.ShortestKeep, QueueDefaults.LongestKeep)?.Value ?? QueueDefaults.Keep,
            fields?.Flag("times")?.Value ?? false);
    }

    /// <summary>Reads <c>message</c> of a queue.</summary>
    public static MessageConfig Message(YamlFields queue, MistakeLog log)
    {
        var fields = queue.Node("message") is { } node ? YamlFields.Open(node, $"message of {queue.What}", MessageKeys, log) : null;
        return new MessageConfig(
            fields?.Duration("after", TimeSpan.Zero, QueueDefaults.LongestWait)?.Value ?? MessageConfig.Default.After,
            fields?.Duration("longest", QueueDefaults.ShortestMessage, QueueDefaults.LongestMessage)?.Value
                ?? MessageConfig.Default.Longest);
    }

    private static HashSet<Announcement> Said(YamlFields music, MistakeLog log)
    {
        var said = new HashSet<Announcement>();
        switch (music.Node("say"))
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items.Take(YamlValues.LongestList))
                {
                    if (music.Values.Choice<Announcement>(item, "say") is { } one && !said.Add(one.Value))
                    {
                        log.Error(one.At, $"\"say\" has {KebabCase.Of(one.Value)} twice.", "Remove one of the two.");
                    }
                }

                break;
            case var node:
                log.Error(
                    node.At, $"\"say\" must be a list, not {node.Kind}.", "Write it in brackets, with commas: \"say: [position, wait]\".");
                break;
        }

        return said;
    }

    private static QueueKeyDraft? Key(YamlEntry entry, MistakeLog log)
    {
        var key = entry.Key;
        if (key.Value is not [(>= '0' and <= '9') or '*' or '#'])
        {
            log.Error(
                key.At,
                $"\"{key.Value}\" is no key of a telephone.",
                "Write a digit, or \"*\" or \"#\" with the quotation marks, which YAML needs for them.");
            return null;
        }

        switch (entry.Value)
        {
            case YamlText { Text: CallbackWord }:
                return new QueueKeyDraft(key.At, key.Value[0], null, QueueKeyAction.Callback);
            case YamlText { Text: MessageWord }:
                return new QueueKeyDraft(key.At, key.Value[0], null, QueueKeyAction.Message);
            case YamlMap:
                var flow = YamlFields.Open(entry.Value, $"key {key.Value}", GoKeys, log)?.Text("go");
                return flow is null ? null : new QueueKeyDraft(key.At, key.Value[0], flow, QueueKeyAction.Go);
            default:
                log.Error(
                    entry.Value.At,
                    $"Key {key.Value} must lead to a flow, a callback or a message, not to {entry.Value.Kind}.",
                    $"Write \"{key.Value}: {{go: reception}}\", \"{key.Value}: {CallbackWord}\" or \"{key.Value}: {MessageWord}\".");
                return null;
        }
    }
}
