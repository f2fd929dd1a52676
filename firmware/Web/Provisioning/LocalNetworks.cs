using System.Net;

namespace Switchhook.Web.Provisioning;

/// <summary>Tells whether an address is near: without TLS, secrets are sent to those only.</summary>
internal static class LocalNetworks
{
    private static readonly IPNetwork[] Near =
    [
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>True for private and link-local addresses (RFC 1918, 3927, 4193, 4291), and for networks that the site trusts.</summary>
    /// <param name="address">Who asks; null for a connection that never was on a network.</param>
    /// <param name="trusted">The site's trusted networks.</param>
    public static bool Include(IPAddress? address, IEnumerable<IPNetwork> trusted)
    {
        if (address is null)
        {
            return true;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Near.Concat(trusted).Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
