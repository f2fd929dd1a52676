using System.Net.Security;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>The certificate that the box shows to those that call it by TLS; it may change while the box runs.</summary>
public interface IServerCertificate
{
    /// <summary>The one to show now. Asked for each handshake, on any thread.</summary>
    /// <exception cref="IOException">There is none: the message says why.</exception>
    SslStreamCertificateContext Current { get; }
}
