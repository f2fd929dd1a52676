using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Provisioning.Templates;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Settings of phones to write files of.</summary>
internal static class SamplePhones
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A phone of a clinic in Chicago, by UDP.</summary>
    public static PhoneSettings Plain { get; } = new(
        new PhoneAccount("105", "Laboratory", "bcdfghjkmnpqrstvwxz2"),
        new SipServer("192.0.2.1", 5060, SipTransport.Udp, "switchhook", IsCertified: false),
        new PhoneSound([SipCodec.Pcmu, SipCodec.Pcma, SipCodec.G722], DtmfMode.Auto, MediaEncryption.No),
        Place("US", "en", "America/Chicago"),
        [new Neighbour("101", "Front desk"), new Neighbour("106", "Home office")]);

    /// <summary>A phone in Berlin, by TLS with encrypted sound, at a server with an address of IPv6.</summary>
    public static PhoneSettings Encrypted { get; } = new(
        new PhoneAccount("4711", "Labor", "zxwvtsrqpnmkjhgfdcb9"),
        new SipServer("2001:db8::5", 5061, SipTransport.Tls, "praxis", IsCertified: false),
        new PhoneSound([SipCodec.Pcma], DtmfMode.Info, MediaEncryption.Demanded),
        Place("DE", "de-DE", "Europe/Berlin"),
        []);

    /// <summary>A phone in a place without summer time and without a word for it anywhere, with tones in the sound.</summary>
    public static PhoneSettings Remote { get; } = new(
        new PhoneAccount("20", "", "2222222222222222222b"),
        new SipServer("box.example", 5061, SipTransport.Tls, "switchhook", IsCertified: true),
        new PhoneSound([SipCodec.G722, SipCodec.Pcma], DtmfMode.InBand, MediaEncryption.Offered),
        Place("NP", "ne", "Asia/Kathmandu"),
        [.. Enumerable.Range(100, PhoneSettings.MostNeighbours).Select(number => new Neighbour($"{number}", $"Room {number}"))]);

    public static IReadOnlyList<PhoneSettings> All => [Plain, Encrypted, Remote];

    /// <summary>All files that there are.</summary>
    public static IEnumerable<WantedFile> Files =>
    [
        .. Enum.GetValues<Vendor>().Select(vendor => new WantedFile(vendor, FileKind.Settings)),
        new WantedFile(Vendor.Yealink, FileKind.Index),
        new WantedFile(Vendor.Poly, FileKind.Index),
    ];

    /// <summary>A settings file.</summary>
    public static string Write(Vendor vendor, PhoneSettings settings) =>
        ConfigFile.Of(new WantedFile(vendor, FileKind.Settings), settings).Text;

    private static PhonePlace Place(string country, string language, string zone) =>
        new(country, language, ZoneRule.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Now));
}
