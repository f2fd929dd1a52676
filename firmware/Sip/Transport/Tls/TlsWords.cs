using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>Why a TLS handshake failed, in words.</summary>
internal static class TlsWords
{
    // What OpenSSL says, and what it means for the one who has to mend it.
    private static readonly (string Said, string Means)[] Meanings =
    [
        ("unsupported protocol", "the other side offers only old versions of TLS; 1.2 is needed."),
        ("protocol version", "the other side wants another version of TLS than 1.2 or 1.3."),
        ("wrong version number", "the other side does not speak TLS there."),
        ("corrupted frame", "the other side does not speak TLS there."),
        ("http request", "the other side speaks HTTP, not TLS."),
        ("packet length too long", "the other side does not speak TLS there."),
        ("no shared cipher", "the two sides have no cipher in common."),
        ("handshake failure", "the other side finds nothing in common."),
        ("unknown ca", "the other side does not know who signed the certificate of the box."),
        ("certificate expired", "the other side says that the certificate of the box is not valid now; compare the clocks."),
        ("certificate unknown", "the other side does not accept the certificate of the box."),
        ("bad certificate", "the other side does not accept the certificate of the box."),
        ("unrecognized name", "the other side does not serve that name."),
        ("unexpected eof", "the other side hung up during the handshake."),
        ("received an unexpected eof", "the other side hung up during the handshake."),
    ];

    /// <summary>What went wrong.</summary>
    public static string Of(Exception error)
    {
        var last = error;
        for (var e = error; e is not null; e = e.InnerException)
        {
            last = e;
            foreach (var (said, means) in Meanings)
            {
                if (e.Message.Contains(said, StringComparison.OrdinalIgnoreCase))
                {
                    return means;
                }
            }
        }

        return $"the TLS handshake failed: {last.Message}";
    }

    /// <summary>What is wrong with the certificate of the other side.</summary>
    public static string Of(SslPolicyErrors errors, X509Certificate? shown, X509Chain? chain, string host)
    {
        if (shown is not X509Certificate2 certificate || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "the other side shows no certificate.";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"its certificate is for {Names(certificate)}, not for {host}.";
        }

        var status = chain?.ChainStatus.FirstOrDefault(item => item.Status != X509ChainStatusFlags.NoError) ?? default;
        return status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid =>
                $"its certificate is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}, not now.",
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain =>
                $"its certificate is signed by {certificate.Issuer}, whom the box does not know.",
            _ => $"its certificate is not accepted: {status.StatusInformation}",
        };
    }

    /// <summary>A failure that says it in words.</summary>
    public static AuthenticationException Failure(string words, Exception inner) => new(words, inner);

    private static string Names(X509Certificate2 certificate)
    {
        var names = CertificateMaker.NamesOf(certificate).Take(5).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.Subject;
    }
}
