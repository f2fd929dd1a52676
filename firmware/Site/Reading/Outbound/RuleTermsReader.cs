using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Reading.Outbound;

/// <summary>Reads for whom, when and how much an outbound rule allows.</summary>
internal static class RuleTermsReader
{
    /// <summary>The keys besides those of numbers and lines.</summary>
    public static readonly IReadOnlyList<YamlKey> Keys =
    [
        .. new[] { "allow", "countries", "premium", "international", "unknown", "phones", "except-phones", "hours", "pin", "limit", "show" }
            .Select(key => YamlKey.Optional(key)),
    ];

    // What a rule by digits opens by a word of its own.
    private static readonly NumberClass[] Closed = [NumberClass.Premium, NumberClass.International, NumberClass.Unknown];

    private static readonly YamlKey[] LimitKeys =
        [YamlKey.Optional("calls"), YamlKey.Optional("minutes"), YamlKey.Optional("parallel")];

    /// <summary>Reads them.</summary>
    /// <param name="fields">The keys of the rule.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static OutboundTermsDraft Read(YamlFields fields, MistakeLog log)
    {
        CheckKind(fields, log);
        return new OutboundTermsDraft
        {
            Allow = fields.Has("allow") ? Classes(fields, log) : null,
            Opened = [.. Closed.Where(one => fields.Flag(KebabCase.Of(one)) is { Value: true })],
            Countries = Texts(fields, "countries", log),
            Phones = Texts(fields, "phones", log),
            ExceptPhones = Texts(fields, "except-phones", log),
            Hours = fields.Text("hours"),
            Pin = Pin(fields, log),
            Limit = Limit(fields, log),
            Show = fields.Text("show"),
        };
    }

    /// <summary>A text, or a list of some; empty when it is missing or wrong, which is noted.</summary>
    public static IReadOnlyList<Located<string>> OneOrMore(YamlFields fields, string key, MistakeLog log) => fields.Node(key) switch
    {
        null => [],
        YamlList => Texts(fields, key, log),
        _ => fields.Text(key) is { } text ? [text] : [],
    };

    private static void CheckKind(YamlFields fields, MistakeLog log)
    {
        var (byClass, byDigits) = (fields.Has("allow"), fields.Has("digits"));
        if (byClass && byDigits)
        {
            log.Error(
                fields.PlaceOf("digits"), "The rule names both classes and lengths of numbers.", "Remove \"digits\", or remove \"allow\".");
        }
        else if (!byClass && !byDigits && !fields.HasUnknown)
        {
            log.Error(
                fields.At,
                "The rule does not say what may be called.",
                "Add \"allow: [national, mobile, toll-free]\", or \"digits: 7-15\" for the lengths of numbers.");
        }

        foreach (var key in Closed.Select(KebabCase.Of).Where(key => byClass && fields.Has(key)))
        {
            log.Error(fields.PlaceOf(key), $"\"{key}\" is for rules with \"digits\".", $"Write {key} into \"allow\" instead.");
        }
    }

    private static List<NumberClass> Classes(YamlFields fields, MistakeLog log)
    {
        var known = KebabCase.NamesOf<NumberClass>();
        var classes = new List<NumberClass>();
        var words = OneOrMore(fields, "allow", log);
        foreach (var word in words)
        {
            if (known.TryGetValue(word.Value, out var one))
            {
                classes.Add(one);
            }
            else
            {
                var nearest = NearestWord.Of(word.Value, known.Keys);
                log.Error(
                    word.At,
                    $"There is no class of numbers \"{word.Value}\".",
                    nearest is null ? $"Write one of: {string.Join(", ", known.Keys)}." : $"Write \"{nearest}\" instead.");
            }
        }

        return classes;
    }

    private static IReadOnlyList<Located<string>> Texts(YamlFields fields, string key, MistakeLog log)
    {
        var texts = fields.Texts(key);
        if (texts is { Count: 0 })
        {
            log.Error(fields.PlaceOf(key), $"\"{key}\" is empty.", "Name at least one, or leave the key out.");
        }

        return texts ?? [];
    }

    private static Located<string>? Pin(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("pin") is not { } pin)
        {
            return null;
        }

        // Who writes the digits here has told them to everyone who reads the file.
        if (pin.Value.All(char.IsAsciiDigit) || Section.Suggest(pin.Value) != pin.Value)
        {
            log.Error(
                pin.At,
                "\"pin\" is the name of a PIN, not the PIN itself.",
                "Write \"pin: managers\", and set the digits with \"./appliance secret set pin/managers\".");
            return null;
        }

        return pin;
    }

    private static OutboundLimit? Limit(YamlFields fields, MistakeLog log)
    {
        if (fields.Node("limit") is not { } node || YamlFields.Open(node, "the limit", LimitKeys, log) is not { } limit)
        {
            return null;
        }

        int? Of(string key) => limit.Number(key, 1, OutboundLimit.Most)?.Value;

        var found = new OutboundLimit(Of("calls"), Of("minutes"), Of("parallel"));
        if (!LimitKeys.Any(key => limit.Has(key.Name)) && !limit.HasUnknown)
        {
            log.Error(limit.At, "The limit limits nothing.", "Write for example \"limit: {calls: 20, minutes: 120, parallel: 2}\".");
        }

        return found;
    }
}
