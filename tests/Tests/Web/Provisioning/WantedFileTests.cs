using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Which file a phone wants, by what it asks for and says of itself.</summary>
public sealed class WantedFileTests
{
    private const string Yealink = "Yealink SIP-T46S 66.85.0.5 00:15:65:11:22:33";
    private const string Grandstream = "Grandstream Model HW GXP2135 V1.0 SW 1.0.11.6 DevId 000b82112233";
    private const string Poly = "FileTransport PolycomVVX-VVX_400-UA/4.1.4.7430 Type/Application";
    private const string PolyEdge = "FileTransport PolyEdge-Edge_E350-UA/8.0.1.1234 (SN:0004F2112233) Type/Application";
    private const string Snom = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413922D24 SXM:0 UXM:0)";
    private const string Fanvil = "Fanvil X4 2.10.2.6887 0c383e112233";
    private const string Cisco = "Cisco/SPA508G-7.4.8a (0002FD112233)(CBT141400UK)";
    private const string Linksys = "Linksys/SPA-942-6.1.5(a) (88019FA42805)";
    private const string Linphone = "LinphoneAndroid/5.2.5 (Pixel 7) LinphoneSDK/5.3.47";

    [Theory]
    [InlineData(Yealink, "Yealink SIP-T46S")]
    [InlineData(Grandstream, "Grandstream GXP2135")]
    [InlineData(Poly, "Poly VVX_400")]
    [InlineData(PolyEdge, "Poly Edge_E350")]
    [InlineData(Snom, "Snom D785")]
    [InlineData(Fanvil, "Fanvil X4")]
    [InlineData(Cisco, "Cisco SPA SPA508G")]
    [InlineData(Linksys, "Cisco SPA SPA-942")]
    [InlineData(Linphone, "Linphone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "unknown device")]
    [InlineData("Yealink \r\nX", "unknown device")]
    [InlineData("", "unknown device")]
    public void A_device_is_known_by_what_it_says(string agent, string words) => Assert.Equal(words, Device.Of(agent).Words);

    [Fact]
    public void A_long_word_in_the_header_is_cut_and_a_long_header_is_not_read()
    {
        Assert.Equal($"Yealink {new string('a', 30)}", Device.Of($"Yealink {new string('a', 100)}").Words);
        Assert.Null(Device.Of($"Yealink {new string('a', 1000)}").Vendor);
    }

    [Theory]
    [InlineData("001565112233.cfg", Yealink, "Yealink Settings")]
    [InlineData("001565112233.boot", "", "Yealink Index")]
    [InlineData("y000000000000.boot", "", "Yealink Index")]
    [InlineData("y000000000066.cfg", "", "Yealink Settings")]
    [InlineData("cfg000b82112233.xml", "", "Grandstream Settings")]
    [InlineData("cfgGXP2135.xml", "", "Grandstream Settings")]
    [InlineData("cfg.xml", "", "Grandstream Settings")]
    [InlineData("cfg000b82112233", Grandstream, null)]
    [InlineData("0004f2112233.cfg", Poly, "Poly Index")]
    [InlineData("0004F2112233.cfg", PolyEdge, "Poly Index")]
    [InlineData("000000000000.cfg", Poly, "Poly Index")]
    [InlineData("switchhook.cfg", Poly, "Poly Settings")]
    [InlineData("0004f2112233-phone.cfg", Poly, null)]
    [InlineData("0004f2112233-directory.xml", Poly, null)]
    [InlineData("snomD785.htm", "", "Snom Settings")]
    [InlineData("snomD785-000413922D24.htm", "", "Snom Settings")]
    [InlineData("snomD785.xml", "", "Snom Settings")]
    [InlineData("000413922D24.htm", "", "Snom Settings")]
    [InlineData("000413922D24.xml", Snom, "Snom Settings")]
    [InlineData("snomD785-firmware.xml", Snom, null)]
    [InlineData("", Snom, "Snom Settings")]
    [InlineData("0c383e112233.cfg", Fanvil, "Fanvil Settings")]
    [InlineData("0c383e112233.xml", Fanvil, "Fanvil Settings")]
    [InlineData("F0V00X400000.cfg", "", "Fanvil Settings")]
    [InlineData("f0X3shw1.100.cfg", "", "Fanvil Settings")]
    [InlineData("spa0002FD112233.xml", "", "CiscoSpa Settings")]
    [InlineData("spa508G.cfg", Cisco, "CiscoSpa Settings")]
    [InlineData("0002fd112233.xml", Linksys, "CiscoSpa Settings")]
    [InlineData("linphone.xml", "", "Linphone Settings")]
    [InlineData("", Linphone, "Linphone Settings")]
    [InlineData("", "", null)]
    [InlineData("001565112233.cfg", "", null)]
    [InlineData("001565112233.cfg", "Mozilla/5.0", null)]
    [InlineData("favicon.ico", Yealink, null)]
    public void A_file_is_known_by_its_name_and_the_device(string name, string agent, string? expected) =>
        Assert.Equal(expected, Words(WantedFile.Of(name, Device.Of(agent), forced: null)));

    [Theory]
    [InlineData("001565112233.cfg", "yealink", "Yealink Settings")]
    [InlineData("001565112233.boot", "yealink", "Yealink Index")]
    [InlineData("001565112233.cfg", "Fanvil", "Fanvil Settings")]
    [InlineData("my-phone.txt", "grandstream", "Grandstream Settings")]
    [InlineData("", "snom", "Snom Settings")]
    [InlineData("../etc/passwd", "snom", null)]
    public void A_vendor_in_the_address_wins(string name, string vendor, string? expected) =>
        Assert.Equal(expected, Words(WantedFile.Of(name, Device.Of(Cisco), VendorGuide.Find(vendor))));

    [Fact]
    public void A_name_of_any_length_is_looked_at_in_no_time() =>
        Assert.Null(WantedFile.Of(new string('a', 100_000) + ".cfg", default, Vendor.Snom));

    [Fact]
    public void Every_vendor_has_words_and_an_id_of_its_own()
    {
        Assert.Equal(Enum.GetValues<Vendor>().Order(), VendorGuide.All.Select(guide => guide.Vendor).Order());
        Assert.All(VendorGuide.All, guide => Assert.Equal(guide.Vendor, VendorGuide.Find(guide.Id)));
        Assert.All(VendorGuide.All, guide => Assert.InRange(guide.Words.Length, 30, 140));
    }

    private static string? Words(WantedFile? file) => file is { } known ? $"{known.Vendor} {known.Kind}" : null;
}
