using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers.Digest;

/// <summary>
/// What a server asks of who it does not know: WWW-Authenticate or Proxy-Authenticate (RFC 7616 §3.3). One stands in a line.
/// </summary>
internal sealed class Challenge : IHeaderValue<Challenge>
{
    private Challenge(SipText scheme, HeaderParams parameters) => (Scheme, Params) = (scheme, parameters);

    /// <summary>The scheme; the box knows <c>Digest</c>.</summary>
    public SipText Scheme { get; }

    /// <summary>All parameters.</summary>
    public HeaderParams Params { get; }

    /// <summary>Whether it is the scheme that the box knows.</summary>
    public bool IsDigest => Scheme.IsIgnoringCase("Digest"u8);

    /// <summary>Whose accounts these are.</summary>
    public SipText Realm => Params["realm"u8];

    /// <summary>The server's number used once.</summary>
    public SipText Nonce => Params["nonce"u8];

    /// <summary>Comes back with the answer as it is; empty when there is none.</summary>
    public SipText Opaque => Params["opaque"u8];

    /// <summary>The algorithm's name; empty means MD5.</summary>
    public SipText Algorithm => Params["algorithm"u8];

    /// <summary>The offered kinds of protection, with commas; empty with servers of RFC 2069.</summary>
    public SipText Qop => Params["qop"u8];

    /// <summary>Whether only the nonce was too old.</summary>
    public bool IsStale => Params["stale"u8].IsIgnoringCase("true"u8);

    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out Challenge value)
    {
        var isWellFormed = AuthParams.TryRead(text, out var scheme, out var parameters);
        value = isWellFormed ? new Challenge(scheme, parameters) : null;
        return isWellFormed;
    }
}
