using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>A file for a phone.</summary>
/// <param name="Text">What it says; sent as UTF-8.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record ConfigFile(string Text, string ContentType)
{
    /// <summary>Media type of lines.</summary>
    public const string Lines = "text/plain; charset=utf-8";

    /// <summary>Media type of XML.</summary>
    public const string Xml = "text/xml; charset=utf-8";

    /// <summary>Writes the file that a phone wants.</summary>
    public static ConfigFile Of(WantedFile wanted, PhoneSettings settings) => wanted.Kind switch
    {
        FileKind.Settings => OfSettings(wanted.Vendor, settings),
        FileKind.Index => OfIndex(wanted.Vendor),
    };

    private static ConfigFile OfSettings(Vendor vendor, PhoneSettings settings) => vendor switch
    {
        Vendor.Yealink => new ConfigFile(YealinkTemplate.Write(settings), Lines),
        Vendor.Grandstream => new ConfigFile(GrandstreamTemplate.Write(settings), Xml),
        Vendor.Poly => new ConfigFile(PolyTemplate.Write(settings), Xml),
        Vendor.Snom => new ConfigFile(SnomTemplate.Write(settings), Xml),
        Vendor.Fanvil => new ConfigFile(FanvilTemplate.Write(settings), Xml),
        Vendor.CiscoSpa => new ConfigFile(CiscoTemplate.Write(settings), Xml),
        Vendor.Linphone => new ConfigFile(LinphoneTemplate.Write(settings), Xml),
    };

    private static ConfigFile OfIndex(Vendor vendor) => vendor switch
    {
        Vendor.Yealink => new ConfigFile(YealinkTemplate.WriteIndex(), Lines),
        Vendor.Poly => new ConfigFile(PolyTemplate.WriteIndex(), Xml),
        _ => throw new InvalidOperationException($"{vendor} has no list of files."),
    };
}
