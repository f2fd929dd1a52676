using Switchhook.Sip.Grammar;

namespace Switchhook.Sip.Auth;

/// <summary>The algorithms by their names.</summary>
internal static class DigestAlgorithms
{
    /// <summary>As it is written.</summary>
    public static string Name(this DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Md5 => "MD5",
        DigestAlgorithm.Md5Sess => "MD5-sess",
        DigestAlgorithm.Sha256 => "SHA-256",
        DigestAlgorithm.Sha256Sess => "SHA-256-sess",
    };

    /// <summary>Whether it hashes by SHA-256.</summary>
    public static bool IsSha256(this DigestAlgorithm algorithm) => algorithm >= DigestAlgorithm.Sha256;

    /// <summary>Whether the client's nonce is in the first hash.</summary>
    public static bool IsSession(this DigestAlgorithm algorithm) => algorithm is DigestAlgorithm.Md5Sess or DigestAlgorithm.Sha256Sess;

    /// <summary>The algorithm of a name; MD5 when nothing is said, null when it is not known.</summary>
    public static DigestAlgorithm? Find(SipText name) =>
        name.IsEmpty || name.IsIgnoringCase("MD5"u8) ? DigestAlgorithm.Md5
        : name.IsIgnoringCase("MD5-sess"u8) ? DigestAlgorithm.Md5Sess
        : name.IsIgnoringCase("SHA-256"u8) ? DigestAlgorithm.Sha256
        : name.IsIgnoringCase("SHA-256-sess"u8) ? DigestAlgorithm.Sha256Sess
        : null;
}
