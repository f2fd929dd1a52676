using System.Security.Cryptography.X509Certificates;
using Switchhook.Sip.Transport.Tls;
using Switchhook.Storage.Secrets;

namespace Switchhook.Web.Certificates;

/// <summary>
/// The certificate authority of the box, which people tell their browsers to trust once. It is made at the first start and kept with the
/// secrets, sealed with the box's own key: whole or not at all, also when the power fails.
/// </summary>
/// <remarks>
/// It never changes by itself. One that is there and cannot be used (its key file is lost, it has ended) stays where it is, and the box
/// goes on with one for this run only: the pages can be reached, and every browser that trusts the box says that something is wrong.
/// </remarks>
public sealed class BoxAuthority
{
    private const string Begin = "Switchhook pages";

    private BoxAuthority(X509Certificate2 certificate, string? trouble)
    {
        (Certificate, Trouble) = (certificate, trouble);
    }

    /// <summary>Its name, which ends with a number that tells it from those of other boxes.</summary>
    public string Name => Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>SHA-256 of it, for people to compare.</summary>
    public string Fingerprint => Certificates.Fingerprint.Of(Certificate);

    /// <summary>The certificate without its key, for browsers and phones to import.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt => CertificateText.EndOf(Certificate);

    /// <summary>Why it is for this run only, and what to do; null when it is the one that is kept.</summary>
    public string? Trouble { get; }

    /// <summary>With its key.</summary>
    internal X509Certificate2 Certificate { get; }

    /// <summary>The authority that is kept; makes it at the first time.</summary>
    /// <param name="secrets">Where it is kept.</param>
    /// <param name="now">The time.</param>
    public static BoxAuthority Open(SecretStore secrets, DateTimeOffset now)
    {
        if (Kept(secrets, now) is { } kept)
        {
            return kept;
        }

        var made = Make(now);
        if (secrets.Has(SecretNames.WebAuthority))
        {
            return new BoxAuthority(
                made,
                "The certificate authority of the pages cannot be read or has ended. Browsers that trust it will warn, for the box shows "
                    + "another one until it stops. Put the file secret.key back that belongs to this data folder; or make a new authority "
                    + "for good with './appliance certificate --new', and tell browsers and phones of it.");
        }

        // Another process may have been faster: then that one counts.
        var outcome = secrets.AddCertificate(SecretNames.WebAuthority, CertificateText.Of(made));
        return (outcome == SecretOutcome.Done ? Kept(secrets, now) : null)
            ?? new BoxAuthority(
                made,
                "The certificate authority of the pages could not be kept; the next start makes another one. Free the disk, and see "
                    + "that the data folder belongs to the user of the box.");
    }

    /// <summary>Makes a new authority in place of the one that is kept; who trusted that one must be told of it.</summary>
    /// <returns>Null when the disk does not take it: nothing has changed then.</returns>
    public static BoxAuthority? Renew(SecretStore secrets, DateTimeOffset now)
    {
        var made = Make(now);
        return secrets.SetCertificate(SecretNames.WebAuthority, CertificateText.Of(made)) == SecretOutcome.Done
            ? new BoxAuthority(made, null)
            : null;
    }

    /// <summary>True when it has signed a certificate.</summary>
    internal bool Signed(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.Add(Certificate);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;

        // The clock of a box may be wrong; whether a certificate has ended is asked elsewhere.
        policy.VerificationTime = certificate.NotBefore.AddHours(1);
        return chain.Build(certificate);
    }

    private static X509Certificate2 Make(DateTimeOffset now) => CertificateMaker.MakeAuthority(Begin, CertificateKey.P256, now);

    private static BoxAuthority? Kept(SecretStore secrets, DateTimeOffset now) =>
        secrets.Get(SecretNames.WebAuthority) is { } text && CertificateText.Read(text) is { } certificate
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
        && CertificateText.EndOf(certificate) > now
            ? new BoxAuthority(certificate, null)
            : null;
}
