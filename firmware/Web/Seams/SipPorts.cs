namespace Switchhook.Web.Seams;

/// <summary>Where the box listens for SIP.</summary>
/// <param name="Plain">Port of UDP and TCP.</param>
/// <param name="Tls">Port of TLS.</param>
public sealed record SipPorts(int Plain, int Tls);
