namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>A question to the domain name system.</summary>
/// <param name="Name">A domain name, without a dot at its end.</param>
/// <param name="Kind">Records of which kind.</param>
public readonly record struct DnsQuestion(string Name, DnsKind Kind)
{
    /// <summary>As the journal shows it: <c>SRV of _sip._udp.example.com</c>.</summary>
    public override string ToString() => $"{Kind switch
    {
        DnsKind.Address4 => "A",
        DnsKind.Address6 => "AAAA",
        DnsKind.Service => "SRV",
        DnsKind.Naming => "NAPTR",
    }} of {Name}";
}

/// <summary>Kinds of records.</summary>
public enum DnsKind
{
    /// <summary>A: IPv4 addresses of a host (RFC 1035).</summary>
    Address4,

    /// <summary>AAAA: IPv6 addresses of a host (RFC 3596).</summary>
    Address6,

    /// <summary>SRV: hosts and ports of a service (RFC 2782).</summary>
    Service,

    /// <summary>NAPTR: services of a domain (RFC 3403).</summary>
    Naming,
}
