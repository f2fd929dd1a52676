using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using static Switchhook.Web.Provisioning.Templates.XmlFile;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Snom's XML, as the settings pages of its Service Hub describe it, for firmware 8 and later.</summary>
internal static class SnomTemplate
{
    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["de"] = "Deutsch",
        ["en"] = "English",
        ["es"] = "Espanol",
        ["fr"] = "Francais",
        ["it"] = "Italiano",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Tones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AT"] = "AUT",
        ["AU"] = "AUS",
        ["CH"] = "SWI",
        ["CN"] = "CHN",
        ["DE"] = "GER",
        ["DK"] = "DNK",
        ["ES"] = "ESP",
        ["FR"] = "FRA",
        ["GB"] = "GBR",
        ["IN"] = "IND",
        ["IT"] = "ITA",
        ["JP"] = "JPN",
        ["MX"] = "MEX",
        ["NL"] = "NLD",
        ["NO"] = "NOR",
        ["NZ"] = "NZL",
        ["SE"] = "SWE",
        ["US"] = "USA",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings) => XmlFile.Write(new XElement(
        "settings",
        new XElement("phone-settings", Account(settings), Sound(settings.Sound), Place(settings.Place)),
        new XElement("functionKeys", Keys(settings))));

    private static IEnumerable<XElement> Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        var transport = server.Transport == SipTransport.Tls ? "tls" : "udp";
        yield return OfLine("user_active", "on");
        yield return OfLine("user_realname", account.Name);
        yield return OfLine("user_idle_text", account.Number);
        yield return OfLine("user_name", account.Number);
        yield return OfLine("user_pname", account.Number);
        yield return OfLine("user_pass", account.Secret);
        yield return OfLine("user_host", server.HostInUri);
        yield return OfLine(
            "user_outbound",
            string.Create(CultureInfo.InvariantCulture, $"{server.HostInUri}:{server.Port};transport={transport}"));
        yield return OfLine("user_expiry", ((int)SipServer.Expiry.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (server.Transport == SipTransport.Tls)
        {
            yield return OfPhone("tls_server_authentication", server.IsTakenOnTrust ? "off" : "on");
        }
    }

    private static IEnumerable<XElement> Sound(PhoneSound sound)
    {
        var events = sound.Dtmf == DtmfMode.InBand ? "" : ",telephone-event";
        yield return OfLine("codec_priority_list", string.Join(',', sound.Codecs.Select(NameOf)) + events);
        yield return OfLine("user_dtmf_info", sound.Dtmf == DtmfMode.Info ? "sip_info_only" : "off");
        yield return OfLine("user_srtp", sound.Encryption == MediaEncryption.No ? "off" : "on");
        yield return OfLine("user_savp", sound.Encryption switch
        {
            MediaEncryption.No => "off",
            MediaEncryption.Offered => "optional",
            MediaEncryption.Demanded => "mandatory",
        });
        yield return OfLine("user_auth_tag", "off");
    }

    private static IEnumerable<XElement> Place(PhonePlace place)
    {
        yield return OfPhone("ntp_server", PhonePlace.TimeServer);

        // A zone by name would win over the offset.
        yield return OfPhone("timezone", "");
        yield return OfPhone(
            "utc_offset", ((int)place.Clock.Offset.TotalSeconds).ToString("+0;-0;0", CultureInfo.InvariantCulture));
        yield return OfPhone("dst", place.Clock.Summer is { } summer
            ? $"{(int)summer.Gain.TotalSeconds} {Moment(summer.Begin)} {Moment(summer.End)}"
            : "");
        if (Languages.GetValueOrDefault(place.BareLanguage) is { } language)
        {
            yield return OfPhone("language", language);
        }

        if (Tones.GetValueOrDefault(place.Country) is { } tones)
        {
            yield return OfPhone("tone_scheme", tones);
        }
    }

    private static IEnumerable<XElement> Keys(PhoneSettings settings)
    {
        yield return Key(0, "", "line");
        for (var i = 0; i < settings.Neighbours.Count; i++)
        {
            var (number, name) = (settings.Neighbours[i].Number, settings.Neighbours[i].Name);
            yield return Key(i + 1, name, $"blf <sip:{number}@{settings.Server.HostInUri}>");
        }
    }

    private static XElement Key(int index, string label, string value)
    {
        var key = Element("fkey", value);
        key.Add(
            new XAttribute("idx", index), new XAttribute("context", "active"), Attribute("label", label), new XAttribute("perm", ""));
        return key;
    }

    private static XElement OfLine(string name, string value)
    {
        var setting = Element(name, value);
        setting.Add(new XAttribute("idx", "1"), new XAttribute("perm", ""));
        return setting;
    }

    private static XElement OfPhone(string name, string value)
    {
        var setting = Element(name, value);
        setting.Add(new XAttribute("perm", ""));
        return setting;
    }

    private static string NameOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => "pcmu",
        SipCodec.Pcma => "pcma",
        SipCodec.G722 => "g722",
    };

    private static string Moment(YearlyMoment at) => string.Create(
        CultureInfo.InvariantCulture, $"{at.Month:00}.{at.Week:00}.{at.DayFromMonday:00} {at.Time:hh\\:mm\\:ss}");
}
