using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Srtp;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>The RTCP of a session on the RTP thread: when reports leave, by which way, and whose are believed.</summary>
internal sealed class ControlSide(PortPair sockets, SrtpGuard guard, Random random)
{
    private ControlSession? _session;
    private PacketAddress _agreed;
    private PacketAddress _learned;
    private bool _isShared;
    private TimeSpan? _next;
    private uint _reportedPackets;

    /// <summary>What is reported; null before something is agreed.</summary>
    public ControlSession? Session => _session;

    /// <summary>Takes a new agreement.</summary>
    /// <param name="session">Of the stream that is sent.</param>
    /// <param name="agreed">Where reports go.</param>
    /// <param name="isShared">True when they go where RTP goes (RFC 5761).</param>
    /// <param name="now">The time.</param>
    public void Apply(ControlSession session, PacketAddress agreed, bool isShared, TimeSpan now)
    {
        if (agreed != _agreed)
        {
            _learned = default;
        }

        (_session, _agreed, _isShared) = (session, agreed, isShared);
        _next ??= now + ControlSchedule.Next(isFirst: true, random);
    }

    /// <summary>Takes a packet from the host whose sound is heard.</summary>
    /// <returns>False when it is no RTCP.</returns>
    public bool Take(ReadOnlySpan<byte> packet, PacketAddress from, bool isOnControlPort, TimeSpan now)
    {
        if (_session?.Take(packet, now) != true)
        {
            return false;
        }

        if (isOnControlPort)
        {
            _learned = from;
        }

        return true;
    }

    /// <summary>Sends a report when it is due.</summary>
    public void Pass(OutgoingStream stream, PacketAddress source, TimeSpan now, PacketSender sender)
    {
        if (now >= _next)
        {
            _next = now + ControlSchedule.Next(isFirst: false, random);
            Send(stream, source, now, sender, isLast: false);
        }
    }

    /// <summary>The stream ends; told only if there was one (RFC 3550 §6.3.7).</summary>
    public void Leave(OutgoingStream stream, PacketAddress source, TimeSpan now, PacketSender sender)
    {
        if (stream.Packets > 0)
        {
            Send(stream, source, now, sender, isLast: true);
        }
    }

    private void Send(OutgoingStream stream, PacketAddress source, TimeSpan now, PacketSender sender, bool isLast)
    {
        var target = _isShared ? source : _learned.IsHostOf(source) ? _learned : _agreed;
        if (_session is null || !target.IsReachable)
        {
            return;
        }

        SentSoFar? sent = stream.Packets == _reportedPackets
            ? null
            : new SentSoFar(stream.TimestampAt(now), stream.Packets, stream.Octets);
        _reportedPackets = stream.Packets;
        var room = sender.Scratch;
        var length = _session.Write(room, sent, now, isLast);
        if (guard.TryProtectControl(room, ref length))
        {
            sender.SendNow(_isShared ? sockets.Rtp : sockets.Control, room[..length], target);
        }
    }
}
