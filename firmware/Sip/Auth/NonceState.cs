namespace Switchhook.Sip.Auth;

/// <summary>What a server's nonce is worth when it comes back.</summary>
internal enum NonceState
{
    /// <summary>It was given out and holds; this use is the first of its kind.</summary>
    Good,

    /// <summary>It is too old, or this use of it was seen before.</summary>
    Stale,

    /// <summary>The box never gave it out, or did so before it was restarted.</summary>
    Unknown,
}
