using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using static Switchhook.Web.Provisioning.Templates.XmlFile;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Fanvil's XML with the root <c>sysConf</c>, as its phones since the X and V series export it.</summary>
internal static class FanvilTemplate
{
    private const int MemoryKey = 1;
    private const int LineKey = 2;

    // Time zones are counted in quarters of an hour.
    private static readonly TimeSpan ZoneStep = TimeSpan.FromMinutes(15);

    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        StringComparer.Ordinal, "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr");

    /// <summary>The settings. Their version is made of them, for the phone takes a version once only.</summary>
    public static string Write(PhoneSettings settings)
    {
        var root = new XElement(
            "sysConf",
            new XElement("sip", new XElement("line", new XAttribute("index", "1"), Account(settings), Sound(settings.Sound))),
            new XElement("phone", Language(settings.Place), new XElement("date", Clock(settings.Place.Clock))),
            new XElement("dsskey", new XElement("dssSide", new XAttribute("index", "1"), Keys(settings.Neighbours))));
        root.AddFirst(Element("Version", VersionOf(root)));
        return XmlFile.Write(root);
    }

    private static IEnumerable<XElement> Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        return
        [
            Element("PhoneNumber", account.Number),
            Element("DisplayName", account.Name),
            Element("RegisterAddr", server.Host),
            Element("RegisterPort", server.Port),
            Element("RegisterUser", account.Number),
            Element("RegisterPswd", account.Secret),
            Element("RegisterTTL", (int)SipServer.Expiry.TotalSeconds),
            Element("EnableReg", 1),
            Element("Transport", server.Transport == SipTransport.Tls ? 3 : 0),
        ];
    }

    private static IEnumerable<XElement> Sound(PhoneSound sound) =>
    [
        Element("VoiceCodecMap", string.Join(',', sound.Codecs.Select(NameOf))),
        Element("DTMFMode", sound.Dtmf switch { DtmfMode.InBand => 0, DtmfMode.Info => 2, _ => 1 }),
        Element("MediaCrypto", (int)sound.Encryption),
    ];

    private static XElement? Language(PhonePlace place) => Languages.Contains(place.BareLanguage)
        ? new XElement("display", Element("DefaultLanguage", place.BareLanguage))
        : null;

    private static IEnumerable<XElement> Clock(ZoneRule clock)
    {
        yield return Element("EnableSNTP", 1);
        yield return Element("SNTPServer", PhonePlace.TimeServer);
        yield return Element("TimeZone", (int)(clock.Offset / ZoneStep));
        yield return Element("TimeZoneName", ZoneName(clock.Offset));
        yield return Element("EnableDST", clock.Summer is null ? 0 : 2);
        if (clock.Summer is not { } summer)
        {
            yield break;
        }

        yield return Element("DSTFixedType", 2);
        yield return Element("DSTMinOffset", (int)summer.Gain.TotalMinutes);
        foreach (var (name, at) in new[] { ("Start", summer.Begin), ("End", summer.End) })
        {
            yield return Element($"DST{name}Mon", at.Month);
            yield return Element($"DST{name}Week", at.Week == YearlyMoment.Last ? -1 : at.Week);
            yield return Element($"DST{name}Wday", at.DayFromSunday);
            yield return Element($"DST{name}Hour", at.Time.Hours);
        }
    }

    private static IEnumerable<XElement> Keys(IReadOnlyList<Neighbour> neighbours)
    {
        yield return Key(1, LineKey, "SIP1", "");
        for (var i = 0; i < neighbours.Count; i++)
        {
            yield return Key(i + 2, MemoryKey, $"{neighbours[i].Number}@1/bc", neighbours[i].Name);
        }
    }

    private static XElement Key(int index, int type, string value, string title) => new(
        "Fkey", new XAttribute("index", index), Element("Type", type), Element("Value", value), Element("Title", title));

    private static string NameOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => "PCMU",
        SipCodec.Pcma => "PCMA",
        SipCodec.G722 => "G722",
    };

    private static string ZoneName(TimeSpan offset)
    {
        var (sign, size) = (offset < TimeSpan.Zero ? "-" : "+", offset.Duration());
        var minutes = size.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size.Minutes:00}");
        return size == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{(int)size.TotalHours}{minutes}");
    }

    private static string VersionOf(XElement settings)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(settings.ToString(SaveOptions.DisableFormatting)));
        return string.Create(CultureInfo.InvariantCulture, $"2.{BitConverter.ToUInt32(hash):0000000000}");
    }
}
