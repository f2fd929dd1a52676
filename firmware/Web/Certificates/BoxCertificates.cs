using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Switchhook.Sip.Transport.Tls;
using Switchhook.Storage.Secrets;

namespace Switchhook.Web.Certificates;

/// <summary>
/// The certificates of the pages: the authority of the box, and the certificate that it signs for all names and addresses of the box. That
/// one is made anew long before it ends, and when the box has got another address; who is connected stays so. Any thread.
/// </summary>
public sealed class BoxCertificates
{
    /// <summary>How often it looks whether the certificate still fits; it does so when somebody connects.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>How long before its end a certificate is replaced.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    // With an authority that ends soon, a new certificate lasts no longer.
    private static readonly TimeSpan ShortestUse = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly SecretStore _secrets;
    private readonly Func<IReadOnlyList<string>> _names;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private SslStreamCertificateContext _current;
    private DateTimeOffset _renewAt;
    private long _looked;

    /// <summary>Reads the certificates, and makes those that are missing.</summary>
    /// <param name="secrets">Where they are kept.</param>
    /// <param name="names">Names and addresses by which the box is called now; at least one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Takes in words that there is a new certificate.</param>
    public BoxCertificates(SecretStore secrets, Func<IReadOnlyList<string>> names, TimeProvider time, Action<string> tell)
    {
        (_secrets, _names, _time, _tell) = (secrets, names, time, tell);
        Authority = BoxAuthority.Open(secrets, time.GetUtcNow());
        _looked = time.GetTimestamp();
        var wanted = names();
        _current = ContextOf(Kept(wanted) ?? Make(wanted));
    }

    /// <summary>The authority.</summary>
    public BoxAuthority Authority { get; }

    /// <summary>What to show to somebody who connects now.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetElapsedTime(_looked) >= LookEvery)
                {
                    _looked = _time.GetTimestamp();
                    LookAgain_NeedsLock();
                }

                return _current;
            }
        }
    }

    /// <summary>The names and addresses in the certificate that is shown now.</summary>
    public IReadOnlyList<string> Names => [.. CertificateMaker.NamesOf(Current.TargetCertificate)];

    /// <summary>When the certificate ends that is shown now; it is replaced before.</summary>
    public DateTimeOffset EndsAt => CertificateText.EndOf(Current.TargetCertificate);

    private void LookAgain_NeedsLock()
    {
        var wanted = _names();
        if (_time.GetUtcNow() >= _renewAt || !HasAll(_current.TargetCertificate, wanted))
        {
            _current = ContextOf(Make(wanted));
        }
    }

    private X509Certificate2? Kept(IReadOnlyList<string> wanted) =>
        Authority.Trouble is null && _secrets.Get(SecretNames.WebServer) is { } text && CertificateText.Read(text) is { } kept
        && Authority.Signed(kept) && HasAll(kept, wanted) && _time.GetUtcNow() < CertificateText.EndOf(kept) - RenewBefore
            ? kept
            : null;

    private X509Certificate2 Make(IReadOnlyList<string> wanted)
    {
        var server = CertificateMaker.MakeServer(Authority.Certificate, wanted, _time.GetUtcNow());

        // One that is not kept is made again at the next start; browsers that know the authority do not care.
        if (Authority.Trouble is null)
        {
            _secrets.SetCertificate(SecretNames.WebServer, CertificateText.Of(server));
        }

        _tell($"The pages have a new certificate for {string.Join(", ", wanted)}; it holds until {server.NotAfter:yyyy-MM-dd}.");
        return server;
    }

    private SslStreamCertificateContext ContextOf(X509Certificate2 server)
    {
        var (now, due) = (_time.GetUtcNow(), CertificateText.EndOf(server) - RenewBefore);
        _renewAt = due > now + ShortestUse ? due : now + ShortestUse;
        return SslStreamCertificateContext.Create(server, null, offline: true);
    }

    // An address that the box has lost for a while may stay: it can come back.
    private static bool HasAll(X509Certificate2 certificate, IReadOnlyList<string> wanted) =>
        wanted.ToHashSet(StringComparer.OrdinalIgnoreCase).IsSubsetOf(CertificateMaker.NamesOf(certificate));
}
