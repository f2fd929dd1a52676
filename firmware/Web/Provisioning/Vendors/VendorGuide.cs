namespace Switchhook.Web.Provisioning.Vendors;

/// <summary>How people set up a phone of a vendor.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Id">As <c>?vendor=</c> and the API write it.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Ending">What stands behind the phone's address on the box; mostly nothing.</param>
/// <param name="Words">Where the address goes, on the web page of the phone.</param>
internal sealed record VendorGuide(Vendor Vendor, string Id, string Name, string Ending, string Words)
{
    private static readonly VendorGuide Linphone = new(
        Vendor.Linphone,
        "linphone",
        "Linphone",
        "linphone.xml",
        "In the assistant choose \"Scan a QR code\", or enter the address as the remote provisioning URL.");

    /// <summary>All vendors, those of desk phones first.</summary>
    public static readonly IReadOnlyList<VendorGuide> All =
    [
        new(
            Vendor.Yealink,
            "yealink",
            "Yealink",
            "",
            "Settings, Auto Provision: paste the address as Server URL. Press \"Auto Provision Now\"."),
        new(
            Vendor.Grandstream,
            "grandstream",
            "Grandstream",
            "",
            "Maintenance, Upgrade and Provisioning: choose HTTP and paste the address, without http://, as Config Server Path."),
        new(
            Vendor.Poly,
            "poly",
            "Poly",
            "",
            "Settings, Provisioning Server: choose HTTP and paste the address, without http://, as Server Address. It restarts by itself."),
        new(
            Vendor.Snom,
            "snom",
            "Snom",
            "",
            "Advanced, Update: paste the address as Setting URL. Save, and restart it."),
        new(
            Vendor.Fanvil,
            "fanvil",
            "Fanvil",
            "",
            "System, Auto Provision, Static Provisioning Server: choose HTTP and \"Update after reboot\", and paste the address."),
        new(
            Vendor.CiscoSpa,
            "cisco",
            "Cisco SPA",
            "spa$MA.xml",
            "Admin login, advanced, Provisioning: paste the address as Profile Rule. Press \"Submit All Changes\"."),
        Linphone,
    ];

    /// <summary>The guide of a vendor.</summary>
    public static VendorGuide Of(Vendor vendor) => All.First(guide => guide.Vendor == vendor);

    /// <summary>The vendor of an id; null when there is none.</summary>
    public static Vendor? Find(string id) =>
        All.FirstOrDefault(guide => guide.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Vendor;
}
