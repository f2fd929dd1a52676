using System.Collections.Immutable;
using System.Net;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>What a new agreement changes in the protection of a stream: contexts made on the control loop, for the RTP thread.</summary>
/// <param name="IsProtected">False when the stream is plain from now on.</param>
/// <param name="Outbound">A new context for what the box sends; null when the key stays, and with it the rollover count.</param>
/// <param name="Inbound">A new context for what it receives; null when nothing changes.</param>
/// <param name="Continued">Another one under the same key, that may go on with the rollover count; null when the key stays.</param>
internal sealed record SrtpChange(bool IsProtected, SrtpContext? Outbound, SrtpContext? Inbound, SrtpContext? Continued)
{
    /// <summary>True when packets are sent under a new key: they need a new SSRC, so that both sides begin to count wraps at 0.</summary>
    public bool NeedsNewStream => Outbound is not null;

    /// <summary>Compares two agreements.</summary>
    /// <exception cref="InvalidOperationException">libsrtp2 is missing or refuses the keys.</exception>
    public static SrtpChange Between(AgreedAudio? before, AgreedAudio now)
    {
        if (now.Keys is not { } keys)
        {
            return new SrtpChange(IsProtected: false, null, null, null);
        }

        var old = before?.Keys;
        var sameSuite = old?.Suite == keys.Suite;
        var outbound = sameSuite && Same(old!.Local, keys.Local) ? null : SrtpContext.Outbound(keys.Suite, keys.Local.AsSpan());
        if (sameSuite && Same(old!.Remote, keys.Remote))
        {
            var moved = SameAddress(before!.Remote, now.Remote) ? null : SrtpContext.Inbound(keys.Suite, keys.Remote.AsSpan());
            return new SrtpChange(IsProtected: true, outbound, moved, null);
        }

        return new SrtpChange(
            IsProtected: true,
            outbound,
            SrtpContext.Inbound(keys.Suite, keys.Remote.AsSpan()),
            SrtpContext.Inbound(keys.Suite, keys.Remote.AsSpan()));
    }

    private static bool Same(ImmutableArray<byte> one, ImmutableArray<byte> other) => one.AsSpan().SequenceEqual(other.AsSpan());

    private static bool SameAddress(IPEndPoint one, IPEndPoint other) => one.Equals(other);
}
