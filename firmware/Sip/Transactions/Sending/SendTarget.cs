using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>Where a request goes.</summary>
/// <param name="Hop">The next stop.</param>
/// <param name="MayChangeTransport">
/// A request that is too long for a datagram goes by TCP first. Not to peers that are known to have no TCP, or are behind NAT.
/// </param>
internal readonly record struct SendTarget(Hop Hop, bool MayChangeTransport = false)
{
    /// <summary>By this way and no other.</summary>
    public static implicit operator SendTarget(Hop hop) => new(hop);
}
