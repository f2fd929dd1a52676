using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>Whom the box believes at the other end of a TLS connection that it opens.</summary>
/// <param name="Host">The name that was asked for, which the certificate must bear (RFC 5922); a name or an address.</param>
/// <param name="Roots">Who may have signed.</param>
/// <param name="Authorities">The signers, with <see cref="TlsRoots.Given"/>; otherwise none.</param>
public sealed record TlsTrust(string Host, TlsRoots Roots, X509Certificate2Collection? Authorities = null);
