using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>
/// The certificates of a box to which none were given: an authority of its own, which phones are told to believe once, and a server
/// certificate that it signs and that is renewed long before it ends. Any thread.
/// </summary>
public sealed class OwnCertificates : IServerCertificate
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly IReadOnlyList<string> _names;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private readonly X509Certificate2 _authority;
    private SslStreamCertificateContext _current;
    private DateTimeOffset _renewAt;

    /// <summary>Reads the certificates of a folder, and makes those that are missing, damaged, about to end, or for other names.</summary>
    /// <param name="folder">A folder for this alone; it is made. A box that cannot write to it goes on with certificates in memory.</param>
    /// <param name="names">Names and addresses by which the box is called; at least one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Takes in words what was made or could not be kept.</param>
    public OwnCertificates(string folder, IReadOnlyList<string> names, TimeProvider time, Action<string> tell)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("A certificate takes a name.", nameof(names));
        }

        _folder = folder;
        _names = [.. names.Select(name => IPAddress.TryParse(name, out var address) ? address.ToString() : name)];
        _time = time;
        _tell = tell;
        _authority = ReadAuthority() ?? MakeAuthority();
        var server = ReadServer() ?? MakeServer();
        _current = Use(server);
    }

    /// <summary>The authority's certificate, without its key, as phones and softphones import it.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <inheritdoc/>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetUtcNow() >= _renewAt)
                {
                    _renewAt = _time.GetUtcNow() + TryAgainAfter;
                    _current = Use(MakeServer());
                }

                return _current;
            }
        }
    }

    private string AuthorityPath => Path.Combine(_folder, "authority.pem");

    private string ServerPath => Path.Combine(_folder, "server.pem");

    private X509Certificate2? ReadAuthority()
    {
        var authority = CertificateFile.TryRead(AuthorityPath);
        return authority is not null && !EndsBefore(authority, _time.GetUtcNow() + RenewBefore) ? authority : null;
    }

    private X509Certificate2 MakeAuthority()
    {
        var authority = CertificateMaker.MakeAuthority("Switchhook", CertificateKey.Rsa2048, _time.GetUtcNow());
        Keep(AuthorityPath, authority);
        _tell($"The box has a new certificate authority, {authority.Subject}: phones that use TLS have to be told of it.");
        return authority;
    }

    private X509Certificate2? ReadServer()
    {
        var server = CertificateFile.TryRead(ServerPath);
        var isGood = server is not null
            && server.Issuer == _authority.Subject
            && CertificateMaker.NamesOf(server).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(_names)
            && !EndsBefore(server, _time.GetUtcNow() + RenewBefore);
        return isGood ? server : null;
    }

    private X509Certificate2 MakeServer()
    {
        var server = CertificateMaker.MakeServer(_authority, _names, _time.GetUtcNow());
        Keep(ServerPath, server);
        _tell($"The box has a new certificate for {string.Join(", ", _names)}; it holds until {server.NotAfter:yyyy-MM-dd}.");
        return server;
    }

    private SslStreamCertificateContext Use(X509Certificate2 server)
    {
        _renewAt = new DateTimeOffset(server.NotAfter.ToUniversalTime()) - RenewBefore;
        return SslStreamCertificateContext.Create(server, null, offline: true);
    }

    private void Keep(string path, X509Certificate2 certificate)
    {
        try
        {
            Directory.CreateDirectory(_folder, OwnerOnly);
            CertificateFile.Write(path, certificate);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _tell($"A certificate could not be kept and will be made anew at the next start: {error.Message}");
        }
    }

    private static bool EndsBefore(X509Certificate2 certificate, DateTimeOffset time) =>
        certificate.NotAfter.ToUniversalTime() < time.UtcDateTime;
}
