using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about SIP phones, trunks and what holds for both. Secrets stand apart and are in none of it.</summary>
internal static class SipFacts
{
    /// <summary>What a SIP phone has beside other phones.</summary>
    public static IReadOnlyList<Fact> Of(SipPhoneConfig phone) =>
    [
        new("codecs", InWords(phone.Codecs)),
        new("encryption", KebabCase.Of(phone.Encryption)),
        new("contacts", $"{phone.Contacts}"),
        new("address", phone.Address?.ToString() ?? SiteFacts.Nothing),
        new("DTMF", KebabCase.Of(phone.Dtmf)),
    ];

    /// <summary>A trunk.</summary>
    public static IReadOnlyList<Fact> Of(TrunkConfig trunk) =>
    [
        new("server", trunk.Server.ToString()),
        new("transport", trunk.Transport is { } transport ? KebabCase.Of(transport) : "by DNS"),
        new("user", trunk.User ?? SiteFacts.Nothing),
        new("auth user", trunk.AuthUser ?? SiteFacts.Nothing),
        new("register", YesNo(trunk.Registers)),
        new("from domain", trunk.FromDomain ?? SiteFacts.Nothing),
        new("outbound proxy", trunk.OutboundProxy?.ToString() ?? SiteFacts.Nothing),
        new("number", trunk.Number ?? SiteFacts.Nothing),
        new("route", trunk.Flow),
        new("night", trunk.NightFlow ?? SiteFacts.Nothing),
        new("numbers", trunk.Numbers.Count == 0 ? SiteFacts.Nothing : string.Join("; ", trunk.Numbers.Select(InWords))),
        new("channels", $"{trunk.Channels}"),
        new("codecs", InWords(trunk.Codecs)),
        new("encryption", KebabCase.Of(trunk.Encryption)),
        new("caller number", $"{KebabCase.Of(trunk.CallerNumber.Header)} as {KebabCase.Of(trunk.CallerNumber.Format)}"),
        new("hide number", YesNo(trunk.HidesNumber)),
        new("DTMF", KebabCase.Of(trunk.Dtmf)),
        new("check", trunk.Check is { } check ? Durations.InWords(check) : "off"),
    ];

    /// <summary>What holds for all of SIP.</summary>
    public static IReadOnlyList<Fact> Of(SipConfig sip) =>
    [
        new("RTP ports", sip.RtpPorts.ToString()),
        new("public address", sip.PublicAddress?.ToString() ?? SiteFacts.Nothing),
        new("domain", sip.Domain),
        new("trusted", sip.Trusted.Count == 0 ? SiteFacts.Nothing : sip.Trusted.ToString()),
        new("TLS certificate", sip.Tls?.Certificate ?? "of the box"),
        new("TLS key", sip.Tls?.Key ?? "of the box"),
        new("session timer", Durations.InWords(sip.SessionTimer)),
    ];

    private static string InWords(ValueList<SipCodec> codecs) => string.Join(' ', codecs.Select(codec => KebabCase.Of(codec)));

    private static string InWords(TrunkNumber number) =>
        number.NightFlow is { } night ? $"{number.Number} {number.Flow}, by night {night}" : $"{number.Number} {number.Flow}";

    private static string YesNo(bool flag) => flag ? "yes" : "no";
}
