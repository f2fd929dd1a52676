using System.Text.RegularExpressions;

namespace Switchhook.Web.Provisioning.Vendors;

/// <summary>What a device says of itself in <c>User-Agent</c>.</summary>
/// <param name="Vendor">Whose it is; null when it cannot be told.</param>
/// <param name="Model">Its model; null when it says none. Letters, digits, '-', '.' and '_' only, at most 30.</param>
internal readonly partial record struct Device(Vendor? Vendor, string? Model)
{
    private const int LongestAgent = 300;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly (Vendor Vendor, Regex Pattern)[] Patterns =
    [
        (Vendors.Vendor.Yealink, YealinkAgent()),
        (Vendors.Vendor.Grandstream, GrandstreamAgent()),
        (Vendors.Vendor.Poly, PolyAgent()),
        (Vendors.Vendor.Snom, SnomAgent()),
        (Vendors.Vendor.Fanvil, FanvilAgent()),
        (Vendors.Vendor.CiscoSpa, CiscoAgent()),
        (Vendors.Vendor.Linphone, LinphoneAgent()),
    ];

    /// <summary>As the journal shows it: <c>Yealink SIP-T46S</c>.</summary>
    public string Words => (Vendor, Model) switch
    {
        (null, _) => "unknown device",
        ({ } vendor, null) => VendorGuide.Of(vendor).Name,
        ({ } vendor, { } model) => $"{VendorGuide.Of(vendor).Name} {model}",
    };

    /// <summary>Reads the header; one that is too long or says nothing known makes a device of no vendor.</summary>
    public static Device Of(string userAgent)
    {
        if (userAgent.Length <= LongestAgent)
        {
            foreach (var (vendor, pattern) in Patterns)
            {
                if (pattern.Match(userAgent) is { Success: true } match)
                {
                    var model = match.Groups["model"].Value;
                    return new Device(vendor, model.Length == 0 ? null : model);
                }
            }
        }

        return default;
    }

    // "Yealink SIP-T46S 66.85.0.5 00:15:65:11:22:33"
    [GeneratedRegex(@"^Yealink (?<model>[A-Z0-9_.-]{1,30})", Options)]
    private static partial Regex YealinkAgent();

    // "Grandstream Model HW GXP2135 V1.0 SW 1.0.11.6 DevId 000b82112233"
    [GeneratedRegex(@"^Grandstream (Model HW )?(?<model>[A-Z0-9_.-]{1,30})", Options)]
    private static partial Regex GrandstreamAgent();

    // "FileTransport PolycomVVX-VVX_400-UA/4.1.4.7430 Type/Application", "FileTransport PolyEdge-Edge_E350-UA/8.0.0"
    [GeneratedRegex(@"\bPoly[A-Z0-9_]{0,30}-(?<model>[A-Z0-9_.]{1,30})-UA/", Options)]
    private static partial Regex PolyAgent();

    // "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12 000413922D24)"
    [GeneratedRegex(@"\bsnom(?<model>[A-Z0-9_]{0,30})", Options)]
    private static partial Regex SnomAgent();

    // "Fanvil X4 2.10.2.6887 0c383e112233"
    [GeneratedRegex(@"^Fanvil (?<model>[A-Z0-9_.-]{1,30})", Options)]
    private static partial Regex FanvilAgent();

    // "Cisco/SPA508G-7.4.8a (0002FD112233)(CBT141400UK)", "Linksys/SPA-942-6.1.5(a) (88019FA42805)"
    [GeneratedRegex(@"^(Cisco|Linksys)/(?<model>SPA-?[0-9]{3,4}[A-Z0-9]{0,4})", Options)]
    private static partial Regex CiscoAgent();

    // "LinphoneAndroid/5.2.0 (Pixel) LinphoneSDK/5.3", "Linphone-Desktop/5.1"
    [GeneratedRegex(@"^Linphone", Options)]
    private static partial Regex LinphoneAgent();
}
