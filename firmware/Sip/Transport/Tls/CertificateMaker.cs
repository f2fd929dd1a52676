using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>Makes the certificates of a box that has none given.</summary>
public static class CertificateMaker
{
    private const int KeyBits = 2048;
    private const int SerialBytes = 16;
    private const int MaxCommonName = 64;
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>How long an authority holds: the life of a box, as each phone has to be told of a new one.</summary>
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(20 * 365);

    /// <summary>How long a server certificate holds: some clients accept no longer one.</summary>
    private static readonly TimeSpan ServerLife = TimeSpan.FromDays(397);

    // A board without a battery begins in 1970, and a certificate of that time would have ended long ago for all others.
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an authority that signs for this box only; a number in its name tells it from those of other boxes.</summary>
    /// <param name="name">What its name begins with; letters and spaces.</param>
    /// <param name="kind">Of its key.</param>
    /// <param name="now">The time.</param>
    public static X509Certificate2 MakeAuthority(string name, CertificateKey kind, DateTimeOffset now)
    {
        using var key = NewKey(kind);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName($"{name} {Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
        var request = Request(subject.Build(), key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var from = From(now);
        return request.CreateSelfSigned(from, from + AuthorityLife);
    }

    /// <summary>Makes a certificate for the box' names and addresses.</summary>
    /// <param name="authority">Signs it, and says by its own key of which kind the new one is.</param>
    /// <param name="names">Names and addresses by which the box is called; at least one.</param>
    /// <param name="now">The time.</param>
    public static X509Certificate2 MakeServer(X509Certificate2 authority, IReadOnlyList<string> names, DateTimeOffset now)
    {
        using var key = NewKey(KindOf(authority));
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(names[0][..Math.Min(names[0].Length, MaxCommonName)]);
        var request = Request(subject.Build(), key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(UseOf(key), critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerUse), new Oid(ClientUse)], critical: false));
        request.CertificateExtensions.Add(NamesExtension(names));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));

        var from = From(now);
        var end = new DateTimeOffset(authority.NotAfter.ToUniversalTime());
        var until = from + ServerLife < end ? from + ServerLife : end;
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        using var certificate = request.Create(authority, from, until, serial);
        return key is ECDsa curve ? certificate.CopyWithPrivateKey(curve) : certificate.CopyWithPrivateKey((RSA)key);
    }

    /// <summary>The names and addresses that a certificate is for.</summary>
    public static IEnumerable<string> NamesOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => $"{address}")));

    private static AsymmetricAlgorithm NewKey(CertificateKey kind) => kind switch
    {
        CertificateKey.Rsa2048 => RSA.Create(KeyBits),
        CertificateKey.P256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
    };

    private static CertificateKey KindOf(X509Certificate2 authority)
    {
        using var curve = authority.GetECDsaPublicKey();
        return curve is null ? CertificateKey.Rsa2048 : CertificateKey.P256;
    }

    private static CertificateRequest Request(X500DistinguishedName subject, AsymmetricAlgorithm key) => key is ECDsa curve
        ? new CertificateRequest(subject, curve, HashAlgorithmName.SHA256)
        : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    // Only a key of RSA can take a secret that was encrypted for it (RFC 5246, section 7.4.2).
    private static X509KeyUsageFlags UseOf(AsymmetricAlgorithm key) =>
        X509KeyUsageFlags.DigitalSignature | (key is RSA ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.None);

    // A day back, for clocks that are behind.
    private static DateTimeOffset From(DateTimeOffset now) => (now > Earliest ? now : Earliest) - TimeSpan.FromDays(1);

    private static X509Extension NamesExtension(IReadOnlyList<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }
}
