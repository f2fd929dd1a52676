using System.Security.Cryptography.X509Certificates;
using Switchhook.Sip.Transport.Tls;
using Switchhook.Testing;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>The certificates of one box for all tests of a class, as making them takes its time.</summary>
public sealed class TlsCertificates : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly OwnCertificates _own;
    private readonly X509Certificate2Collection _authorities = [];

    /// <summary>Makes them.</summary>
    public TlsCertificates()
    {
        _own = new OwnCertificates(_folder.File("tls"), ["box.example", "127.0.0.1", "::1"], TimeProvider.System, _ => { });
        _authorities.ImportFromPem(_own.AuthorityPem);
        File.WriteAllText(AuthorityPath, _own.AuthorityPem);
    }

    /// <summary>What the box shows.</summary>
    public IServerCertificate Box => _own;

    /// <summary>The authority's certificate as a file.</summary>
    public string AuthorityPath => _folder.File("authority.crt");

    /// <summary>Believes the box's authority for a name.</summary>
    public TlsTrust Trust(string host) => new(host, TlsRoots.Given, _authorities);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
