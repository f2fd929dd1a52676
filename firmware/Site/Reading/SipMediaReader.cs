using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads what SIP phones and trunks have in common.</summary>
internal static class SipMediaReader
{
    /// <summary>Its keys.</summary>
    public static readonly YamlKey[] Keys = [YamlKey.Optional("codecs"), YamlKey.Optional("encryption"), YamlKey.Optional("dtmf")];

    /// <summary>Reads them.</summary>
    public static SipMediaDraft Read(YamlFields fields, MistakeLog log) => new(
        Codecs(fields, log), fields.Choice<MediaEncryption>("encryption"), fields.Choice<DtmfMode>("dtmf")?.Value ?? DtmfMode.Auto);

    private static List<SipCodec>? Codecs(YamlFields fields, MistakeLog log)
    {
        switch (fields.Node("codecs"))
        {
            case null:
                return null;
            case YamlList { Items.Count: 0 } empty:
                log.Error(empty.At, "\"codecs\" is empty.", "Write at least one of: pcmu, pcma, g722; or leave the key out.");
                return null;
            case YamlList list:
                var codecs = new List<SipCodec>();
                foreach (var item in list.Items.Take(YamlValues.LongestList))
                {
                    Add(codecs, item, fields.Values, log);
                }

                return codecs;
            case var node:
                log.Error(
                    node.At,
                    $"\"codecs\" must be a list, not {node.Kind}.",
                    "Write it in brackets, the most wanted first: \"codecs: [pcmu, pcma, g722]\".");
                return null;
        }
    }

    private static void Add(List<SipCodec> codecs, YamlNode item, YamlValues values, MistakeLog log)
    {
        if (values.Choice<SipCodec>(item, "codecs") is not { } codec)
        {
            return;
        }

        if (codecs.Contains(codec.Value))
        {
            log.Error(codec.At, $"\"codecs\" has {KebabCase.Of(codec.Value)} twice.", "Remove one of the two.");
            return;
        }

        codecs.Add(codec.Value);
    }
}
