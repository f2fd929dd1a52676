namespace Switchhook.Sip.Transport.Tls;

/// <summary>Kinds of keys that certificates are made with.</summary>
public enum CertificateKey
{
    /// <summary>RSA of 2048 bits: for phones, as some that know nothing else are still in use.</summary>
    Rsa2048,

    /// <summary>ECDSA on the curve P-256: for browsers, which all know it, and a small board signs with it ten times faster.</summary>
    P256,
}
