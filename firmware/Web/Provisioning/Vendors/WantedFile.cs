using System.Text.RegularExpressions;

namespace Switchhook.Web.Provisioning.Vendors;

/// <summary>Which file a device asks for.</summary>
/// <param name="Vendor">In whose form.</param>
/// <param name="Kind">What for.</param>
internal readonly partial record struct WantedFile(Vendor Vendor, FileKind Kind)
{
    private const int LongestName = 80;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Knows it by the name of the file and by what the device says of itself.</summary>
    /// <param name="name">Name of the file, without a folder; may be empty.</param>
    /// <param name="device">The device.</param>
    /// <param name="forced">The vendor that the address names; null when it names none.</param>
    /// <returns>Null for a file that the box does not have.</returns>
    public static WantedFile? Of(string name, Device device, Vendor? forced)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        var told = forced ?? device.Vendor;
        if (name.Length == 0)
        {
            return told is { } any ? new WantedFile(any, FileKind.Settings) : null;
        }

        var byName = ByName(name, told);
        return forced is not { } vendor || byName?.Vendor == vendor ? byName
            : PlainName().IsMatch(name) ? Settings(vendor)
            : null;
    }

    private static WantedFile? ByName(string name, Vendor? told) =>
        YealinkModel().IsMatch(name) ? Settings(Vendor.Yealink)
        : YealinkBoot().IsMatch(name) ? new WantedFile(Vendor.Yealink, FileKind.Index)
        : Grandstream().IsMatch(name) ? Settings(Vendor.Grandstream)
        : PolyMaster().IsMatch(name) ? new WantedFile(Vendor.Poly, FileKind.Index)
        : PolySettings().IsMatch(name) ? Settings(Vendor.Poly)
        : SnomPage().IsMatch(name) ? Settings(Vendor.Snom)
        : FanvilModel().IsMatch(name) ? Settings(Vendor.Fanvil)
        : Cisco().IsMatch(name) ? Settings(Vendor.CiscoSpa)
        : Linphone().IsMatch(name) ? Settings(Vendor.Linphone)
        : OfDevice().IsMatch(name) ? ByDevice(name, told)
        : null;

    // Several vendors ask for the hardware address with the same ending.
    private static WantedFile? ByDevice(string name, Vendor? told)
    {
        var isXml = name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        return told switch
        {
            Vendor.Yealink when !isXml => Settings(Vendor.Yealink),
            Vendor.Poly when !isXml => new WantedFile(Vendor.Poly, FileKind.Index),
            Vendor.Fanvil => Settings(Vendor.Fanvil),
            Vendor.CiscoSpa => Settings(Vendor.CiscoSpa),
            Vendor.Snom when isXml => Settings(Vendor.Snom),
            Vendor.Grandstream when isXml => Settings(Vendor.Grandstream),
            _ => null,
        };
    }

    private static WantedFile Settings(Vendor vendor) => new(vendor, FileKind.Settings);

    [GeneratedRegex(@"^y[0-9a-f]{12}\.cfg\z", Options)]
    private static partial Regex YealinkModel();

    [GeneratedRegex(@"^y?[0-9a-f]{12}\.boot\z", Options)]
    private static partial Regex YealinkBoot();

    [GeneratedRegex(@"^cfg[0-9a-z]{0,20}\.xml\z", Options)]
    private static partial Regex Grandstream();

    [GeneratedRegex(@"^0{12}\.cfg\z", Options)]
    private static partial Regex PolyMaster();

    [GeneratedRegex(@"^switchhook\.cfg\z", Options)]
    private static partial Regex PolySettings();

    // Not snomD785-firmware.xml and the like: the box has no firmware for phones.
    [GeneratedRegex(@"^(snom[0-9a-z]{0,20}(-[0-9a-f]{12})?\.(htm|html|xml)|[0-9a-f]{12}\.html?)\z", Options)]
    private static partial Regex SnomPage();

    [GeneratedRegex(@"^f0[0-9a-z]{3,20}(\.[0-9]{1,4}){0,2}\.cfg\z", Options)]
    private static partial Regex FanvilModel();

    [GeneratedRegex(@"^spa[0-9a-z-]{0,30}\.(xml|cfg)\z", Options)]
    private static partial Regex Cisco();

    [GeneratedRegex(@"^linphone\.xml\z", Options)]
    private static partial Regex Linphone();

    [GeneratedRegex(@"^[0-9a-z_.-]{1,80}\z", Options)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^[0-9a-f]{12}\.(cfg|xml)\z", Options)]
    private static partial Regex OfDevice();
}
