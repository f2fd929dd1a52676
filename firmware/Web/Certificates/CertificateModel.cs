namespace Switchhook.Web.Certificates;

/// <summary>How the box shows who it is.</summary>
/// <param name="Authority">Name of its certificate authority.</param>
/// <param name="Fingerprint">SHA-256 of the authority: compare it with what the console showed before trusting it.</param>
/// <param name="AuthorityEndsAt">When the authority ends, UTC.</param>
/// <param name="Trouble">Why the authority is for this run only, and the cure; null when all is well.</param>
/// <param name="Names">Names and addresses in the certificate of the pages.</param>
/// <param name="EndsAt">When the certificate of the pages ends, UTC; the box replaces it before.</param>
public sealed record CertificateModel(
    string Authority,
    string Fingerprint,
    DateTimeOffset AuthorityEndsAt,
    string? Trouble,
    IReadOnlyList<string> Names,
    DateTimeOffset EndsAt)
{
    /// <summary>As it is now.</summary>
    public static CertificateModel Of(BoxCertificates certificates)
    {
        var authority = certificates.Authority;
        return new CertificateModel(
            authority.Name, authority.Fingerprint, authority.EndsAt, authority.Trouble, certificates.Names, certificates.EndsAt);
    }
}
