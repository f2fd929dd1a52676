namespace Switchhook.Sip.Auth;

/// <summary>How a digest is made (RFC 7616 §6.1, RFC 8760). The stronger one has the higher value.</summary>
internal enum DigestAlgorithm
{
    /// <summary>MD5, which nearly all phones know.</summary>
    Md5,

    /// <summary>MD5, with the client's nonce in the first hash.</summary>
    Md5Sess,

    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-256, with the client's nonce in the first hash.</summary>
    Sha256Sess,
}
