using System.Globalization;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using static Switchhook.Web.Provisioning.Templates.XmlFile;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>The flat profile of Cisco's SPA300 and SPA500 series, as their provisioning and administration guides describe it.</summary>
internal static class CiscoTemplate
{
    // The SPA509G has the most keys of the series.
    private const int MostKeys = 12;

    private static readonly string[] CodecSlots = ["Preferred_Codec_1_", "Second_Preferred_Codec_1_", "Third_Preferred_Codec_1_"];

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings) => XmlFile.Write(new XElement(
        "flat-profile", Account(settings), Sound(settings.Sound), Clock(settings.Place.Clock), Keys(settings.Neighbours)));

    private static IEnumerable<XElement> Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        return
        [
            Element("Line_Enable_1_", "Yes"),
            Element("Proxy_1_", string.Create(CultureInfo.InvariantCulture, $"{server.HostInUri}:{server.Port}")),
            Element("SIP_Transport_1_", server.Transport == SipTransport.Tls ? "TLS" : "UDP"),
            Element("Register_1_", "Yes"),
            Element("Register_Expires_1_", (int)SipServer.Expiry.TotalSeconds),
            Element("Display_Name_1_", account.Name),
            Element("User_ID_1_", account.Number),
            Element("Password_1_", account.Secret),
            Element("Use_Auth_ID_1_", "Yes"),
            Element("Auth_ID_1_", account.Number),
            Element("Short_Name_1_", account.Number),
            Element("Extension_1_", "1"),
        ];
    }

    private static IEnumerable<XElement> Sound(PhoneSound sound)
    {
        for (var i = 0; i < CodecSlots.Length; i++)
        {
            yield return Element(CodecSlots[i], i < sound.Codecs.Count ? NameOf(sound.Codecs[i]) : "Unspecified");
        }

        yield return Element("Use_Pref_Codec_Only_1_", "No");
        yield return Element("DTMF_Tx_Method_1_", sound.Dtmf switch
        {
            DtmfMode.Auto => "Auto",
            DtmfMode.RtpEvent => "AVT",
            DtmfMode.Info => "INFO",
            DtmfMode.InBand => "InBand",
        });

        // Keys in SDP (RFC 4568), not in Cisco's own way.
        yield return Element("SRTP_Method", "s-descriptor");
        yield return Element("Secure_Call_Setting", sound.Encryption == MediaEncryption.No ? "No" : "Yes");
    }

    private static IEnumerable<XElement> Clock(ZoneRule clock)
    {
        var (sign, size) = (clock.Offset < TimeSpan.Zero ? "-" : "+", clock.Offset.Duration());
        yield return Element("Primary_NTP_Server", PhonePlace.TimeServer);
        yield return Element("Time_Zone", $"GMT{sign}{size:hh\\:mm}");
        yield return Element("Daylight_Saving_Time_Enable", clock.Summer is null ? "No" : "Yes");
        if (clock.Summer is { } summer)
        {
            yield return Element(
                "Daylight_Saving_Time_Rule",
                $"start={Moment(summer.Begin)};end={Moment(summer.End)};save={(int)summer.Gain.TotalHours}:{summer.Gain.Minutes}:0");
        }
    }

    private static IEnumerable<XElement> Keys(IReadOnlyList<Neighbour> neighbours)
    {
        for (var i = 0; i < Math.Min(neighbours.Count, MostKeys - 1); i++)
        {
            // The fields of a key are separated by semicolons, and there is no way to write one in a name.
            var (number, name) = (neighbours[i].Number, PlainText.Words(neighbours[i].Name));
            yield return Element($"Extension_{i + 2}_", "Disabled");
            yield return Element($"Short_Name_{i + 2}_", name);
            yield return Element($"Extended_Function_{i + 2}_", $"fnc=blf+sd;sub={number}@$PROXY;ext={number}@$PROXY;nme={name}");
        }
    }

    private static string NameOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => "G711u",
        SipCodec.Pcma => "G711a",
        SipCodec.G722 => "G722",
    };

    private static string Moment(YearlyMoment at) => string.Create(
        CultureInfo.InvariantCulture, $"{at.Month}/{at.EarliestDay}/{at.DayFromMonday}/{at.Time.Hours}:{at.Time.Minutes}:0");
}
