using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using static Switchhook.Web.Provisioning.Templates.XmlFile;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Poly's files, as the administrator guides for UC Software 5 and later describe them.</summary>
internal static class PolyTemplate
{
    private const string SettingsFile = "switchhook.cfg";

    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["da"] = "Danish_Denmark",
        ["de"] = "German_Germany",
        ["en"] = "English_United_States",
        ["es"] = "Spanish_Spain",
        ["fr"] = "French_France",
        ["it"] = "Italian_Italy",
        ["ja"] = "Japanese_Japan",
        ["nl"] = "Dutch_Netherlands",
        ["no"] = "Norwegian_Norway",
        ["pl"] = "Polish_Poland",
        ["pt"] = "Portuguese_Portugal",
        ["ru"] = "Russian_Russia",
        ["sv"] = "Swedish_Sweden",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The master file. It names no firmware, so that the phone keeps its own.</summary>
    public static string WriteIndex() => XmlFile.Write(new XElement(
        "APPLICATION",
        new XAttribute("APP_FILE_PATH", ""),
        new XAttribute("CONFIG_FILES", SettingsFile),
        new XAttribute("MISC_FILES", ""),
        new XAttribute("LOG_FILE_DIRECTORY", ""),
        new XAttribute("OVERRIDES_DIRECTORY", ""),
        new XAttribute("CONTACTS_DIRECTORY", "")));

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings) => XmlFile.Write(new XElement(
        "polycomConfig",
        new XElement("reg", Account(settings)),
        new XElement("voice", Codecs(settings.Sound)),
        new XElement("sound", Sound(settings.Sound)),
        new XElement("tcpIpApp", Clock(settings.Place.Clock)),
        Languages.GetValueOrDefault(settings.Place.BareLanguage) is { } language
            ? new XElement("lcl", Attribute("lcl.ml.lang", language))
            : null,
        new XElement("attendant", Keys(settings.Neighbours))));

    private static IEnumerable<XAttribute> Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        return
        [
            Attribute("reg.1.address", account.Number),
            Attribute("reg.1.label", account.Number),
            Attribute("reg.1.displayName", account.Name),
            Attribute("reg.1.auth.userId", account.Number),
            Attribute("reg.1.auth.password", account.Secret),
            Attribute("reg.1.server.1.address", server.Host),
            Value("reg.1.server.1.port", server.Port),
            Attribute("reg.1.server.1.transport", server.Transport == SipTransport.Tls ? "TLS" : "UDPOnly"),
            Value("reg.1.server.1.register", 1),
            Value("reg.1.server.1.expires", (int)SipServer.Expiry.TotalSeconds),
        ];
    }

    private static IEnumerable<XAttribute> Codecs(PhoneSound sound) =>
    [
        Value("voice.codecPref.G711_Mu", sound.RankOf(SipCodec.Pcmu)),
        Value("voice.codecPref.G711_A", sound.RankOf(SipCodec.Pcma)),
        Value("voice.codecPref.G722", sound.RankOf(SipCodec.G722)),
        Value("voice.codecPref.G729_AB", 0),
        Value("voice.codecPref.G7221.32kbps", 0),
        Value("voice.codecPref.Opus", 0),
    ];

    private static IEnumerable<XAttribute> Sound(PhoneSound sound) =>
    [
        Value("tone.dtmf.viaRtp", sound.Dtmf == DtmfMode.Info ? 0 : 1),
        Value("tone.dtmf.rfc2833Control", sound.Dtmf is DtmfMode.Auto or DtmfMode.RtpEvent ? 1 : 0),
        Value("voIpProt.SIP.dtmfViaSignaling.rfc2976", sound.Dtmf == DtmfMode.Info ? 1 : 0),
        Value("sec.srtp.enable", sound.Encryption == MediaEncryption.No ? 0 : 1),
        Value("sec.srtp.offer", sound.Encryption == MediaEncryption.No ? 0 : 1),
        Value("sec.srtp.require", sound.Encryption == MediaEncryption.Demanded ? 1 : 0),
    ];

    private static IEnumerable<XAttribute> Clock(ZoneRule clock)
    {
        const string Sntp = "tcpIpApp.sntp";
        yield return Attribute($"{Sntp}.address", PhonePlace.TimeServer);
        yield return Value($"{Sntp}.gmtOffset", (int)clock.Offset.TotalSeconds);
        yield return Value($"{Sntp}.gmtOffset.overrideDHCP", 1);
        yield return Value($"{Sntp}.daylightSavings.enable", clock.Summer is null ? 0 : 1);
        if (clock.Summer is not { } summer)
        {
            yield break;
        }

        yield return Value($"{Sntp}.daylightSavings.fixedDayEnable", 0);
        foreach (var (name, at) in new[] { ("start", summer.Begin), ("stop", summer.End) })
        {
            var prefix = $"{Sntp}.daylightSavings.{name}";
            yield return Value($"{prefix}.month", at.Month);
            yield return Value($"{prefix}.date", at.Week == YearlyMoment.Last ? 1 : at.EarliestDay);
            yield return Value($"{prefix}.dayOfWeek", at.DayFromSunday);
            yield return Value($"{prefix}.dayOfWeek.lastInMonth", at.Week == YearlyMoment.Last ? 1 : 0);
            yield return Value($"{prefix}.time", at.Time.Hours);
        }
    }

    private static IEnumerable<XAttribute> Keys(IReadOnlyList<Neighbour> neighbours)
    {
        for (var i = 0; i < neighbours.Count; i++)
        {
            var key = $"attendant.resourceList.{i + 1}";
            yield return Attribute($"{key}.address", neighbours[i].Number);
            yield return Attribute($"{key}.label", neighbours[i].Name);
            yield return Attribute($"{key}.type", "normal");
        }
    }

    private static XAttribute Value(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));
}
