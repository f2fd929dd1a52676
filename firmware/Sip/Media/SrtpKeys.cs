using System.Collections.Immutable;

namespace Switchhook.Sip.Media;

/// <summary>The keys of a stream in SRTP. Never written to a log.</summary>
/// <param name="Suite">The crypto suite of both directions.</param>
/// <param name="Local">Master key and salt with which the box protects what it sends; their lengths are the suite's.</param>
/// <param name="Remote">Master key and salt with which the other side protects.</param>
public sealed record SrtpKeys(SrtpSuite Suite, ImmutableArray<byte> Local, ImmutableArray<byte> Remote)
{
    /// <summary>Without the keys.</summary>
    public override string ToString() => $"SRTP {Suite}";
}

/// <summary>Crypto suites of SDES that the box takes.</summary>
public enum SrtpSuite
{
    /// <summary>AES_CM_128_HMAC_SHA1_80 (RFC 4568 §6.2.1): key 16, salt 14 octets.</summary>
    AesCm128Sha1With80,

    /// <summary>AES_CM_128_HMAC_SHA1_32 (RFC 4568 §6.2.2): key 16, salt 14 octets.</summary>
    AesCm128Sha1With32,

    /// <summary>AEAD_AES_128_GCM (RFC 7714): key 16, salt 12 octets.</summary>
    Aes128Gcm,
}
