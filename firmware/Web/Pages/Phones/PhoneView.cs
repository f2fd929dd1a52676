using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Phones;

/// <summary>The page of a SIP phone.</summary>
/// <param name="Phone">The phone.</param>
/// <param name="State">What it does; null until the box has seen it.</param>
/// <param name="Words">Names and times.</param>
/// <param name="Setup">Where its configuration is.</param>
/// <param name="Account">What to enter by hand.</param>
public sealed record PhoneView(PhoneConfig Phone, PhoneState? State, SiteWords Words, PhoneSetupView Setup, PhoneAccountView Account)
{
    /// <summary>What was done; null when nothing.</summary>
    public string? Done { get; init; }

    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}

/// <summary>Where a phone's configuration is.</summary>
/// <param name="Url">Its address.</param>
/// <param name="SoftphoneUrl">Its address for softphones.</param>
/// <param name="Qr">SVG of a QR code of that.</param>
/// <param name="IsOnlyHere">True when the address names the machine that the browser runs on, which a phone cannot reach.</param>
/// <param name="Vendors">How to set up desk phones, by vendor.</param>
public sealed record PhoneSetupView(string Url, string SoftphoneUrl, string Qr, bool IsOnlyHere, IReadOnlyList<VendorView> Vendors);

/// <summary>How to set up phones of a vendor.</summary>
/// <param name="Name">The vendor.</param>
/// <param name="Url">What to enter, when it is more than the phone's address; else null.</param>
/// <param name="Words">Where.</param>
public sealed record VendorView(string Name, string? Url, string Words);

/// <summary>What to enter into a phone by hand.</summary>
/// <param name="Server">Name or address of the box, as the browser reaches it.</param>
/// <param name="Port">Its port.</param>
/// <param name="Transport">The transport in words.</param>
/// <param name="Secret">The secret; null while nobody has asked for it.</param>
public sealed record PhoneAccountView(string Server, int Port, string Transport, string? Secret);
