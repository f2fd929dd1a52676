using Switchhook.Hardware.Yaml;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Reading.Voicemail;

/// <summary>Reads the mailboxes.</summary>
internal static class VoicemailReader
{
    private static readonly string[] Owners = ["phones", "agent", "group", "queue"];

    private static readonly YamlKey[] Keys =
    [
        .. Owners.Select(key => YamlKey.Optional(key)),
        YamlKey.Optional("name"),
        YamlKey.Optional("greeting"),
        YamlKey.Optional("work"),
        YamlKey.Optional("mail"),
        YamlKey.Optional("keep"),
        YamlKey.Optional("longest"),
        YamlKey.Optional("most"),
        YamlKey.Optional("pin"),
    ];

    /// <summary>Reads <c>voicemail</c>.</summary>
    public static IReadOnlyList<VoicemailDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "voicemail", "front-desk: {phones: [101]}", log).Select(entry => Box(entry, log))];

    private static VoicemailDraft Box(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "mailbox", log);
        var name = entry.Key.Value;
        if (YamlFields.Open(entry.Value, $"mailbox {name}", Keys, log) is not { } fields)
        {
            return new VoicemailDraft(entry.Key, new VoicemailConfig(name, Spoken(name))) { HasOwner = true };
        }

        var settings = new VoicemailConfig(name, fields.Text("name", VoicemailDefaults.LongestName)?.Value ?? Spoken(name))
        {
            Keep = fields.Duration("keep", VoicemailDefaults.ShortestKeep, VoicemailDefaults.LongestKeep)?.Value ?? VoicemailDefaults.Keep,
            Longest = fields.Duration("longest", VoicemailDefaults.ShortestLongest, VoicemailDefaults.LongestLongest)?.Value
                ?? VoicemailDefaults.Longest,
            Most = fields.Number("most", 1, VoicemailDefaults.MostOfMost)?.Value ?? VoicemailDefaults.Most,
            Pin = fields.Choice<VoicemailPin>("pin")?.Value ?? VoicemailPin.No,
        };
        var phones = fields.Texts("phones");
        return new VoicemailDraft(entry.Key, settings)
        {
            Phones = phones ?? [],
            Agent = fields.Text("agent"),
            Group = fields.Text("group"),
            Queue = fields.Text("queue"),
            Greeting = fields.Text("greeting"),
            Work = fields.Flag("work"),
            Mail = fields.Text("mail"),
            HasOwner = fields.HasUnknown || Owners.Any(key => fields.Has(key) && (key != "phones" || phones is not { Count: 0 })),
        };
    }

    // What a synthesizer can read: "front-desk" is "front desk".
    private static string Spoken(string name) => name.Replace('-', ' ');
}
