using System.Net;
using System.Net.Sockets;

namespace Switchhook.Web.Webhooks;

/// <summary>
/// Says to which addresses of the network the box sends by itself, so that a webhook does not make it a tool against the network that it
/// stands in. The address that a name leads to counts, each time that it is looked up.
/// </summary>
internal static class AddressGuard
{
    // RFC 6890: this network, link-local (with the addresses of clouds for the keys of their machines), multicast, reserved, broadcast.
    // 100.100.100.200 and fd00:ec2::254 are such addresses of two clouds outside link-local.
    private static readonly IPNetwork[] Forbidden =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("100.100.100.200/32"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("fd00:ec2::254/128"),
    ];

    // The machine itself, and private networks (RFC 1918, 6598, 4193).
    private static readonly IPNetwork[] Near =
    [
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
    ];

    // Addresses of IPv6 that lead to one of IPv4 by a translator (RFC 6052), and by an old tunnel (RFC 3056).
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunnelled = IPNetwork.Parse("2002::/16");

    /// <summary>What stands against an address; null when it may be used.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isSecure">True with TLS; without it only what is near may be used.</param>
    /// <returns>A sentence.</returns>
    public static string? Trouble(IPAddress address, bool isSecure)
    {
        var plain = Plain(address);
        return IsIn(Forbidden, plain) ? $"The address {address} is none that a webhook may be sent to (link-local, multicast or reserved)."
            : !isSecure && !IsIn(Near, plain) ? $"The address {address} is outside: send to it by https, not by http."
            : null;
    }

    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        return Translated.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : Tunnelled.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : new IPAddress(bytes);
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address) =>
        networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
}
