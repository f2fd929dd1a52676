using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading.Voicemail;

namespace Switchhook.Site.Reading;

/// <summary>Reads the phones and the hunt groups.</summary>
internal static class PhonesReader
{
    private static readonly YamlKey[] PhoneKeys =
    [
        YamlKey.Optional("port"),
        YamlKey.Optional("sip"),
        YamlKey.Required("name", "Front desk"),
        YamlKey.Optional("place"),
        YamlKey.Optional("call-waiting"),
        YamlKey.Optional("message-lamp"),
        YamlKey.Optional("show"),
        YamlKey.Optional("contacts"),
        YamlKey.Optional("address"),
        .. SipMediaReader.Keys,
    ];

    private static readonly string[] SipKeys = ["contacts", "address", .. SipMediaReader.Keys.Select(key => key.Name)];

    private static readonly YamlKey[] GroupKeys =
    [
        YamlKey.Required("phones", "[101, 102]"),
        YamlKey.Optional("strategy"),
        YamlKey.Optional("ring"),
        YamlKey.Optional("rounds"),
        YamlKey.Optional("pause"),
    ];

    /// <summary>Reads <c>phones</c>.</summary>
    public static IReadOnlyList<PhoneDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "phones", "101: {port: fxs1, name: Front desk}", log).Select(entry => Phone(entry, log))];

    /// <summary>Reads <c>groups</c>.</summary>
    public static IReadOnlyList<GroupDraft> ReadGroups(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "groups", "front-desk: {phones: [101, 102]}", log).Select(entry => Group(entry, log))];

    private static PhoneDraft Phone(YamlEntry entry, MistakeLog log)
    {
        if (YamlFields.Open(entry.Value, $"phone {entry.Key.Value}", PhoneKeys, log) is not { } fields)
        {
            return new PhoneDraft(entry.Key, null, null, null, SiteDefaults.CallWaiting);
        }

        var sip = fields.Flag("sip");
        var isSip = sip?.Value ?? false;
        if (sip is not null || !fields.Has("sip"))
        {
            CheckKind(fields, isSip, log);
        }

        return new PhoneDraft(
            entry.Key,
            fields.Text("port"),
            fields.Text("name", longest: 60),
            fields.Text("place"),
            fields.Flag("call-waiting")?.Value ?? SiteDefaults.CallWaiting)
        {
            Sip = isSip ? SipPhone(fields, log) : null,
            MessageLamp = MessageLampReader.Read(fields, isSip, log),
            Show = fields.Text("show"),
        };
    }

    private static SipPhoneDraft SipPhone(YamlFields fields, MistakeLog log) => new(
        SipMediaReader.Read(fields, log),
        fields.Number("contacts", 1, SiteDefaults.MostContacts)?.Value ?? SiteDefaults.Contacts,
        HostReader.EndPoint(fields, "address", log));

    // A phone hangs on a port, or it registers by SIP.
    private static void CheckKind(YamlFields fields, bool isSip, MistakeLog log)
    {
        if (isSip && fields.Has("port"))
        {
            log.Error(
                fields.PlaceOf("port"),
                "A phone is either plugged into a port or registers by SIP, and this one has both.",
                "Remove \"port\", or remove \"sip: yes\".");
        }
        else if (!isSip && fields.Has("port"))
        {
            foreach (var key in SipKeys.Where(fields.Has))
            {
                log.Error(
                    fields.PlaceOf(key), $"\"{key}\" is for SIP phones, and this one is plugged into a port.", $"Remove \"{key}\".");
            }
        }
        else if (!isSip && !fields.HasUnknown)
        {
            log.Error(
                fields.At,
                $"{char.ToUpperInvariant(fields.What[0])}{fields.What[1..]} has neither a port nor \"sip: yes\".",
                "Add \"port: fxs1\" for a telephone with a plug, or \"sip: yes\" for one on the network.");
        }
    }

    private static GroupDraft Group(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "group", log);
        var fields = YamlFields.Open(entry.Value, $"group {entry.Key.Value}", GroupKeys, log);
        return new GroupDraft(
            entry.Key,
            fields?.Texts("phones"),
            fields?.Choice<HuntStrategy>("strategy")?.Value ?? SiteDefaults.Strategy,
            fields?.Duration("ring", SiteDefaults.ShortestRing, SiteDefaults.LongestRing)?.Value ?? SiteDefaults.Ring,
            fields?.Number("rounds", 1, SiteDefaults.MostRounds)?.Value ?? SiteDefaults.Rounds,
            fields?.Duration("pause", SiteDefaults.ShortestPause, SiteDefaults.LongestPause)?.Value ?? SiteDefaults.Pause);
    }
}
