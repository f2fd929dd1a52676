using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers.Digest;

/// <summary>The answer to a challenge: Authorization or Proxy-Authorization (RFC 7616 §3.4). One stands in a line.</summary>
internal sealed class Credentials : IHeaderValue<Credentials>
{
    private Credentials(SipText scheme, HeaderParams parameters) => (Scheme, Params) = (scheme, parameters);

    /// <summary>The scheme; the box knows <c>Digest</c>.</summary>
    public SipText Scheme { get; }

    /// <summary>All parameters.</summary>
    public HeaderParams Params { get; }

    /// <summary>Whether it is the scheme that the box knows.</summary>
    public bool IsDigest => Scheme.IsIgnoringCase("Digest"u8);

    /// <summary>The account.</summary>
    public SipText UserName => Params["username"u8];

    /// <summary>The realm that the account belongs to.</summary>
    public SipText Realm => Params["realm"u8];

    /// <summary>The server's number used once.</summary>
    public SipText Nonce => Params["nonce"u8];

    /// <summary>The URI that the digest covers.</summary>
    public SipText Uri => Params["uri"u8];

    /// <summary>The digest, in hexadecimal.</summary>
    public SipText Response => Params["response"u8];

    /// <summary>The algorithm's name; empty means MD5.</summary>
    public SipText Algorithm => Params["algorithm"u8];

    /// <summary>The client's number used once.</summary>
    public SipText ClientNonce => Params["cnonce"u8];

    /// <summary>How often the nonce was used, eight hexadecimal digits.</summary>
    public SipText NonceCount => Params["nc"u8];

    /// <summary>The kind of protection; empty with clients of RFC 2069.</summary>
    public SipText Qop => Params["qop"u8];

    /// <summary>What came with the challenge.</summary>
    public SipText Opaque => Params["opaque"u8];

    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out Credentials value)
    {
        var isWellFormed = AuthParams.TryRead(text, out var scheme, out var parameters);
        value = isWellFormed ? new Credentials(scheme, parameters) : null;
        return isWellFormed;
    }
}
