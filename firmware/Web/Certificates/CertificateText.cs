using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Web.Certificates;

/// <summary>A certificate with its key in one text, so that the two always belong together.</summary>
internal static class CertificateText
{
    /// <summary>The text.</summary>
    /// <param name="certificate">With a key of ECDSA.</param>
    public static string Of(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>When a certificate ends, UTC.</summary>
    public static DateTimeOffset EndOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    /// <summary>Reads one; null when it is no such text, or the key is that of another certificate.</summary>
    public static X509Certificate2? Read(string text)
    {
        try
        {
            return X509Certificate2.CreateFromPem(text, text);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
