using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>One end of a stream between two wires in memory.</summary>
internal sealed class MemoryStreamEnd(Hop hop, MemoryWire peer)
{
    /// <summary>The stream as the wire on this end names it.</summary>
    public Hop Hop { get; } = hop;

    /// <summary>The wire on the other end.</summary>
    public MemoryWire Peer { get; } = peer;

    /// <summary>The other end.</summary>
    public MemoryStreamEnd PeerEnd { get; set; } = null!;

    /// <summary>When the last message that was sent from here arrives.</summary>
    public TimeSpan BusyUntil { get; set; }
}
