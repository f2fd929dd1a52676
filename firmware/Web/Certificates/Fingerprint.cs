using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Web.Certificates;

/// <summary>What people compare to know that a certificate is the one they mean.</summary>
public static class Fingerprint
{
    /// <summary>SHA-256 of a certificate, as browsers and <c>openssl x509 -fingerprint -sha256</c> write it: pairs with colons.</summary>
    public static string Of(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawData).Select(octet => octet.ToString("X2", null)));
}
