using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>Names and lengths of the crypto suites.</summary>
internal static class SrtpSuites
{
    /// <summary>Octets of master key and salt together.</summary>
    public static int KeyLength(SrtpSuite suite) => suite switch
    {
        SrtpSuite.AesCm128Sha1With80 or SrtpSuite.AesCm128Sha1With32 => 16 + 14,
        SrtpSuite.Aes128Gcm => 16 + 12,
    };

    /// <summary>The name in a crypto attribute.</summary>
    public static string Name(SrtpSuite suite) => suite switch
    {
        SrtpSuite.AesCm128Sha1With80 => "AES_CM_128_HMAC_SHA1_80",
        SrtpSuite.AesCm128Sha1With32 => "AES_CM_128_HMAC_SHA1_32",
        SrtpSuite.Aes128Gcm => "AEAD_AES_128_GCM",
    };

    /// <summary>The suite of a name; null when the box has it not.</summary>
    public static SrtpSuite? Find(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("AES_CM_128_HMAC_SHA1_80"u8) ? SrtpSuite.AesCm128Sha1With80
        : name.SequenceEqual("AES_CM_128_HMAC_SHA1_32"u8) ? SrtpSuite.AesCm128Sha1With32
        : name.SequenceEqual("AEAD_AES_128_GCM"u8) ? SrtpSuite.Aes128Gcm
        : null;
}
