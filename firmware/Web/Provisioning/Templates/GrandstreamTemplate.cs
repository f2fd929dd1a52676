using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using static Switchhook.Web.Provisioning.Templates.XmlFile;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>
/// Grandstream's XML of "P values", as the configuration templates of the GXP16xx and GXP21xx name them; the GRP26xx take them too.
/// </summary>
internal static class GrandstreamTemplate
{
    // Multi-purpose keys 1 to 7 have one scheme of numbers; those above have none.
    private const int MostKeys = 7;
    private const int BusyLampKey = 1;

    // The slots for codecs, the most wanted first.
    private static readonly int[] CodecSlots = [57, 58, 59, 60, 61, 62, 46];

    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        StringComparer.Ordinal, "cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pl", "pt", "ru", "sv", "tr");

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings) => XmlFile.Write(new XElement(
        "gs_provision",
        new XAttribute("version", "1"),
        new XElement(
            "config",
            new XAttribute("version", "1"),
            Account(settings),
            Sound(settings.Sound),
            Place(settings.Place),
            Keys(settings.Neighbours))));

    private static IEnumerable<XElement> Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        return
        [
            Element("P271", 1),
            Element("P270", account.Number),
            Element("P47", string.Create(CultureInfo.InvariantCulture, $"{server.HostInUri}:{server.Port}")),
            Element("P35", account.Number),
            Element("P36", account.Number),
            Element("P34", account.Secret),
            Element("P3", account.Name),
            Element("P31", 1),
            Element("P32", (int)SipServer.Expiry.TotalMinutes),
            Element("P130", server.Transport == SipTransport.Tls ? 2 : 0),
        ];
    }

    private static IEnumerable<XElement> Sound(PhoneSound sound)
    {
        // A slot that is left over holds the last codec once more, or it would keep one that the box does not have.
        for (var i = 0; i < CodecSlots.Length; i++)
        {
            yield return Element($"P{CodecSlots[i]}", PayloadOf(sound.Codecs[Math.Min(i, sound.Codecs.Count - 1)]));
        }

        yield return Element("P2301", sound.Dtmf == DtmfMode.InBand ? 1 : 0);
        yield return Element("P2302", sound.Dtmf is DtmfMode.Auto or DtmfMode.RtpEvent ? 1 : 0);
        yield return Element("P2303", sound.Dtmf == DtmfMode.Info ? 1 : 0);
        yield return Element("P183", (int)sound.Encryption);
    }

    private static IEnumerable<XElement> Place(PhonePlace place)
    {
        yield return Element("P30", PhonePlace.TimeServer);
        yield return Element("P64", "customize");
        yield return Element("P246", PosixZone.Of(place.Clock));
        if (Languages.Contains(place.BareLanguage))
        {
            yield return Element("P1362", place.BareLanguage);
        }
    }

    private static IEnumerable<XElement> Keys(IReadOnlyList<Neighbour> neighbours)
    {
        for (var i = 0; i < Math.Min(neighbours.Count, MostKeys); i++)
        {
            yield return Element($"P{323 + i}", BusyLampKey);
            yield return Element($"P{301 + (3 * i)}", 0);
            yield return Element($"P{302 + (3 * i)}", neighbours[i].Name);
            yield return Element($"P{303 + (3 * i)}", neighbours[i].Number);
        }
    }

    // Their payload types of RFC 3551.
    private static int PayloadOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => 0,
        SipCodec.Pcma => 8,
        SipCodec.G722 => 9,
    };
}
