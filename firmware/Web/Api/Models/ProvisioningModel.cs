using Microsoft.AspNetCore.Http;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Web.Api.Models;

/// <summary>How a phone is set up. The address is as good as the phone's secret.</summary>
/// <param name="Url">Address at which the phone fetches its configuration, as the asker reaches the box; ends with a slash.</param>
/// <param name="SoftphoneUrl">The same for Linphone on a mobile telephone or a computer.</param>
/// <param name="Qr">QR code of <paramref name="SoftphoneUrl"/>, an SVG image.</param>
/// <param name="Vendors">Whose phones can be set up, and how.</param>
internal sealed record ProvisioningModel(string Url, string SoftphoneUrl, string Qr, IReadOnlyList<ProvisionedVendor> Vendors)
{
    public static ProvisioningModel Of(HttpRequest request, string secret)
    {
        var address = ProvisioningRoutes.Address(request, secret);
        var softphone = address + VendorGuide.Of(Vendor.Linphone).Ending;
        return new ProvisioningModel(
            address,
            softphone,
            QrCode.Svg(softphone),
            [.. VendorGuide.All.Select(guide => new ProvisionedVendor(guide.Id, guide.Name, address + guide.Ending, guide.Words))]);
    }
}

/// <summary>A vendor of phones.</summary>
/// <param name="Id">As <c>?vendor=</c> takes it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Url">The address that its phones take.</param>
/// <param name="Words">Where to enter it.</param>
internal sealed record ProvisionedVendor(string Id, string Name, string Url, string Words);
