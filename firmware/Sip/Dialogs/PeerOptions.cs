namespace Switchhook.Sip.Dialogs;

/// <summary>How a peer is reached.</summary>
internal sealed record PeerOptions
{
    /// <summary>
    /// Requests in dialogs go to where the peer's messages really come from, whatever it says of itself: it is behind NAT.
    /// </summary>
    public bool IsBehindNat { get; init; }

    /// <summary>It takes a request that is too long for a datagram by TCP.</summary>
    public bool HasTcp { get; init; }
}
