using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Sip.Rtp.Srtp;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Packets that the media thread has made, on their way to the RTP thread: of all sessions, in order.</summary>
internal sealed class OutgoingQueue
{
    /// <summary>Packets that may wait: a tick of a thousand calls with a key press in each.</summary>
    public const int Most = 2048;

    /// <summary>Octets of a payload at most: 60 ms.</summary>
    public const int MaxPayload = 480;

    private const int SlotOctets = RtpHeader.Octets + MaxPayload + SrtpContext.Growth;

    private readonly PacketRing<OutgoingPacket> _ring = new(Most, SlotOctets, isPinned: true);
    private long _refused;

    /// <summary>Packets for which there was no room.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>True when nothing waits. Any thread.</summary>
    public bool IsEmpty => _ring.IsEmpty;

    /// <summary>Adds a packet. Media thread.</summary>
    /// <param name="side">Whose it is.</param>
    /// <param name="header">Type, marker and date.</param>
    /// <param name="payload">Up to <see cref="MaxPayload"/> octets.</param>
    public void Add(NetworkSide side, RtpHeader header, ReadOnlySpan<byte> payload)
    {
        var slot = _ring.Reserve();
        if (slot.IsEmpty)
        {
            _refused++;
            return;
        }

        payload.CopyTo(slot[RtpHeader.Octets..]);
        _ring.Publish(new OutgoingPacket(side, header, payload.Length));
    }

    /// <summary>Sends what waits. RTP thread.</summary>
    public void Drain(PacketSender sender, TimeSpan now)
    {
        while (DrainSome(sender, now) == SendBatch.Most)
        {
        }
    }

    // What was looked at is gone, even if it brings a fault.
    private int DrainSome(PacketSender sender, TimeSpan now)
    {
        var taken = 0;
        try
        {
            while (taken < SendBatch.Most && _ring.TryPeek(taken, out var packet, out var slot))
            {
                taken++;
                packet.Side.SendOwn(packet.Header, slot, packet.Octets, now, sender);
            }

            sender.Flush();
            return taken;
        }
        finally
        {
            _ring.Release(taken);
        }
    }

    private readonly record struct OutgoingPacket(NetworkSide Side, RtpHeader Header, int Octets);
}
