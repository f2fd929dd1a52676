using Switchhook.Hardware.Yaml;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Reading.Voicemail;

/// <summary>Reads how a phone on a port tells of messages.</summary>
internal static class MessageLampReader
{
    private const string Key = "message-lamp";

    private static readonly IReadOnlyDictionary<string, MessageLampKind> Words = KebabCase.NamesOf<MessageLampKind>();

    /// <summary>Reads <c>message-lamp</c>; an empty list is none.</summary>
    public static ValueList<MessageLampKind> Read(YamlFields fields, bool isSip, MistakeLog log)
    {
        if (!fields.Has(Key) || fields.Texts(Key) is not { } names)
        {
            return VoicemailDefaults.MessageLamp;
        }

        if (isSip)
        {
            log.Error(
                fields.PlaceOf(Key), $"\"{Key}\" is for phones on a port; a SIP phone lights its lamp itself.", $"Remove \"{Key}\".");
        }

        var kinds = new List<MessageLampKind>();
        foreach (var name in names)
        {
            if (!Words.TryGetValue(name.Value, out var kind))
            {
                log.Error(
                    name.At,
                    $"A phone cannot tell of messages by \"{name.Value}\".",
                    $"Write one or some of: {string.Join(", ", Words.Keys)}.");
            }
            else if (!kinds.Contains(kind))
            {
                kinds.Add(kind);
            }
        }

        if (kinds.Contains(MessageLampKind.Fsk) && kinds.Contains(MessageLampKind.Polarity))
        {
            log.Error(
                fields.PlaceOf(Key),
                "A lamp is lit either by a data message or by the polarity of the line, and this one by both.",
                "Remove \"fsk\" or \"polarity\": the telephone's papers say which it knows.");
        }

        return [.. kinds];
    }
}
