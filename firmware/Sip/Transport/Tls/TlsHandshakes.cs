using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>Makes TLS of a connection, on either side.</summary>
/// <param name="certificate">What the box shows; null when it takes no TLS.</param>
/// <param name="time">The clock by which certificates are judged.</param>
internal sealed class TlsHandshakes(IServerCertificate? certificate, TimeProvider time)
{
    private const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";

    /// <summary>Answers one that called.</summary>
    /// <exception cref="AuthenticationException">It failed; the message says why in words.</exception>
    public Task<Stream> AnswerAsync(Socket socket, CancellationToken limit) => ShakeAsync(socket, tls => tls.AuthenticateAsServerAsync(
        new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate!.Current,
            EnabledSslProtocols = Versions,
            AllowRenegotiation = false,
        },
        limit));

    /// <summary>Greets one that was called.</summary>
    /// <exception cref="AuthenticationException">It failed, or the other side is not the one that is meant: in words.</exception>
    public async Task<Stream> GreetAsync(Socket socket, TlsTrust trust, CancellationToken limit)
    {
        var objection = "";
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = trust.Host,
            EnabledSslProtocols = Versions,
            AllowRenegotiation = false,
            CertificateChainPolicy = Policy(trust),
            RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            {
                if (errors == SslPolicyErrors.None || trust.Roots == TlsRoots.Anybody)
                {
                    return true;
                }

                objection = TlsWords.Of(errors, shown, chain, trust.Host);
                return false;
            },
        };
        try
        {
            return await ShakeAsync(socket, tls => tls.AuthenticateAsClientAsync(options, limit));
        }
        catch (AuthenticationException error) when (objection.Length > 0)
        {
            throw TlsWords.Failure(objection, error);
        }
    }

    private static async Task<Stream> ShakeAsync(Socket socket, Func<SslStream, Task> shake)
    {
        var tls = new SslStream(new NetworkStream(socket));
        try
        {
            await shake(tls);
            return tls;
        }
        catch (Exception error) when (error is AuthenticationException or IOException { InnerException: not SocketException })
        {
            await tls.DisposeAsync();
            throw TlsWords.Failure(TlsWords.Of(error), error);
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private X509ChainPolicy Policy(TlsTrust trust)
    {
        // A box may be without the wider network: nothing is fetched to judge a certificate.
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = time.GetUtcNow().UtcDateTime,
            ApplicationPolicy = { new Oid(ServerUse) },
        };
        if (trust.Roots == TlsRoots.Given)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trust.Authorities ?? []);
        }

        return policy;
    }
}
