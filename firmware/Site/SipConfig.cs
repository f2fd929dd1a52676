using System.Net;

namespace Switchhook.Site;

/// <summary>What holds for all of SIP on this site (section <c>sip</c>).</summary>
/// <param name="RtpPorts">UDP ports for sound.</param>
/// <param name="Domain">Host part of the phones' addresses, and the realm in which they prove who they are.</param>
/// <param name="SessionTimer">How often a call shows that it is still there (RFC 4028); at least 90 s.</param>
public sealed record SipConfig(PortRange RtpPorts, string Domain, TimeSpan SessionTimer)
{
    /// <summary>What holds without the section.</summary>
    public static SipConfig Default { get; } = new(SiteDefaults.RtpPorts, SiteDefaults.Domain, SiteDefaults.SessionTimer);

    /// <summary>Address of the box as far networks see it; null when it is its own.</summary>
    public IPAddress? PublicAddress { get; init; }

    /// <summary>Networks that are never banned.</summary>
    public ValueList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>Certificate for TLS; null when the box makes its own.</summary>
    public TlsFiles? Tls { get; init; }
}

/// <summary>UDP ports, both ends included.</summary>
/// <param name="First">First port, even: RTP takes an even one, RTCP the next.</param>
/// <param name="Last">Last port.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>How many streams of sound they suffice for, each with RTCP.</summary>
    public int Pairs => (Last - First + 1) / 2;

    /// <summary>As the site file writes it.</summary>
    public override string ToString() => $"{First}-{Last}";
}

/// <summary>A certificate and its key in PEM files.</summary>
/// <param name="Certificate">Path of the certificate with those above it; relative to the site file unless it is absolute; exists.</param>
/// <param name="Key">Path of its private key; exists.</param>
public sealed record TlsFiles(string Certificate, string Key);
