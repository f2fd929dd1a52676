using System.Net;

namespace Switchhook.Sip.Transport;

/// <summary>Where the wire listens and how it names itself.</summary>
public sealed record WireOptions
{
    /// <summary>Where messages are taken; of one transport there may be several, such as one for IPv4 and one for IPv6.</summary>
    public required IReadOnlyList<ListenPoint> Listen { get; init; }

    /// <summary>The address by which far networks reach the box; null: they see its own. The ports are the same on both sides.</summary>
    public IPAddress? PublicAddress { get; init; }

    /// <summary>Networks that reach the box by its own address even with a public one.</summary>
    public IReadOnlyList<IPNetwork> NearNetworks { get; init; } =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

    /// <summary>
    /// How often streams that the box opened are kept alive by a double CRLF (RFC 5626 §3.5.1); zero: never. A peer that has answered once
    /// must go on answering.
    /// </summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Octets that the kernel should hold of datagrams that came and are not read yet: a burst of a second.</summary>
    public int ReceiveBuffer { get; init; } = 8 << 20;

    /// <summary>What the wire bears.</summary>
    public WireLimits Limits { get; init; } = new();
}
