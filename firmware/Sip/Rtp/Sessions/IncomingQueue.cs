using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>Packets of one session that the RTP thread has checked, on their way to the media thread.</summary>
internal sealed class IncomingQueue
{
    /// <summary>Octets of a payload at most: 100 ms, for those who do not keep to what was agreed.</summary>
    public const int MaxPayload = 800;

    private const int Most = 16;

    // Made for the first packet: most devices that are rung never send one.
    private PacketRing<IncomingPacket>? _ring;
    private volatile bool _isClosed;

    /// <summary>Adds a packet. False when it is too long, or the media thread does not keep up. RTP thread.</summary>
    /// <param name="packet">What is known of it.</param>
    /// <param name="payload">Its payload.</param>
    public bool TryAdd(IncomingPacket packet, ReadOnlySpan<byte> payload)
    {
        if (_isClosed || payload.Length > MaxPayload)
        {
            return false;
        }

        if (Volatile.Read(ref _ring) is not { } ring)
        {
            ring = new PacketRing<IncomingPacket>(Most, MaxPayload);
            Volatile.Write(ref _ring, ring);
        }

        var slot = ring.Reserve();
        if (slot.IsEmpty)
        {
            return false;
        }

        payload.CopyTo(slot);
        ring.Publish(packet with { Octets = payload.Length });
        return true;
    }

    /// <summary>Looks at the oldest packet; it is valid until <see cref="Release"/>. Media thread.</summary>
    public bool TryPeek(out IncomingPacket packet, out ReadOnlySpan<byte> payload)
    {
        if (Volatile.Read(ref _ring) is not { } ring)
        {
            packet = default;
            payload = [];
            return false;
        }

        var isThere = ring.TryPeek(0, out packet, out var slot);
        payload = slot[..packet.Octets];
        return isThere;
    }

    /// <summary>Frees the oldest packet. Media thread.</summary>
    public void Release() => _ring?.Release(1);

    /// <summary>Takes nothing any more, and gives its memory back; the media thread comes no more.</summary>
    public void Close()
    {
        _isClosed = true;
        Volatile.Write(ref _ring, null);
    }
}

/// <summary>What is known of a packet that came.</summary>
/// <param name="Kind">What it carries.</param>
/// <param name="Codec">The codec that was agreed when it came.</param>
/// <param name="Header">Its header.</param>
/// <param name="At">When it came, on the engine's clock.</param>
/// <param name="Octets">Length of its payload.</param>
internal readonly record struct IncomingPacket(PacketKind Kind, AudioCodec Codec, RtpHeader Header, TimeSpan At, int Octets = 0);
