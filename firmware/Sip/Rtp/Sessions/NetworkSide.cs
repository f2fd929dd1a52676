using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Dtmf;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Srtp;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>The half of a session that lives on the RTP thread: takes its packets and sends them.</summary>
internal sealed class NetworkSide : IDisposable
{
    private const int NoType = -1;
    private const int ComfortNoiseType = 13;

    private readonly ISessionEvents _events;
    private readonly SourceLock _source = new();
    private readonly SequenceTracker _sequence = new();
    private readonly DtmfReceiver _keys = new();
    private readonly SrtpGuard _guard = new();
    private readonly ControlSide _control;
    private readonly SilenceWatch _silence;
    private readonly OutgoingStream _stream;

    private AudioCodec _codec;
    private int _type = NoType;
    private int _keyType = NoType;
    private int _keyTypeOut = NoType;
    private bool _sends;
    private bool _receives;

    // Set by the media thread.
    private NetworkSide? _relayTo;
    private bool _isHeard;
    private bool _sendsKeys;

    /// <summary>A session of which nothing is agreed yet: it drops all that comes.</summary>
    /// <param name="sockets">Its sockets.</param>
    /// <param name="events">Is told what happens.</param>
    /// <param name="silenceLimit">How long the other side may be silent.</param>
    /// <param name="random">Used on the RTP thread alone from now on.</param>
    public NetworkSide(PortPair sockets, ISessionEvents events, TimeSpan silenceLimit, Random random)
    {
        Sockets = sockets;
        _events = events;
        _silence = new SilenceWatch(silenceLimit);
        _stream = new OutgoingStream(StreamStart.From(random));
        _control = new ControlSide(sockets, _guard, random);
        FirstSsrc = _stream.Ssrc;
    }

    /// <summary>The SSRC under which it begins to send.</summary>
    public uint FirstSsrc { get; }

    /// <summary>How good the stream is, as of the last 50 ms. Any thread.</summary>
    public Published<NetworkFigures> Figures { get; } = new();

    /// <summary>Its sockets.</summary>
    public PortPair Sockets { get; }

    /// <summary>Packets for the media thread.</summary>
    public IncomingQueue Incoming { get; } = new();

    /// <summary>Packets that did not count.</summary>
    public PacketCounts Counts { get; } = new();

    /// <summary>Where its packets go straight to; null when they go to the media thread. Media thread.</summary>
    public NetworkSide? RelayTo
    {
        get => Volatile.Read(ref _relayTo);
        set => Volatile.Write(ref _relayTo, value);
    }

    /// <summary>While they go straight to another session: true when the media thread wants them too. Media thread.</summary>
    public bool IsHeard
    {
        set => Volatile.Write(ref _isHeard, value);
    }

    /// <summary>True while packets go straight to another session and the media thread gets none.</summary>
    public bool PassesBy => RelayTo is not null && !Volatile.Read(ref _isHeard);

    /// <summary>True while the media thread sends a key press: nothing is passed on to this party meanwhile. Media thread.</summary>
    public bool SendsKeys
    {
        set => Volatile.Write(ref _sendsKeys, value);
    }

    /// <summary>Takes a new agreement.</summary>
    /// <param name="agreed">The agreement.</param>
    /// <param name="protection">What it changes in SRTP.</param>
    /// <param name="stream">Another stream to send, when it changes the box's key; null goes on with the present one.</param>
    /// <param name="control">The RTCP of the stream that is sent from now on.</param>
    /// <param name="now">The time.</param>
    public void Apply(AgreedAudio agreed, SrtpChange protection, StreamStart? stream, ControlSession control, TimeSpan now)
    {
        _guard.Apply(protection, _source.Ssrc);
        if (stream is { } start)
        {
            _stream.Renew(start);
        }

        _source.Expect(PacketAddress.From(agreed.Remote));
        _control.Apply(control, PacketAddress.From(agreed.RemoteControl), agreed.RemoteControl.Equals(agreed.Remote), now);
        (_codec, _type) = (agreed.Codec, agreed.PayloadType);
        _keyType = agreed.TelephoneEventIn ?? NoType;
        _keyTypeOut = agreed.TelephoneEvent ?? NoType;
        (_sends, _receives) = (agreed.Sends, agreed.Receives);
        _silence.Expect(agreed.Receives, now);
    }

    /// <summary>Takes a packet that came.</summary>
    /// <param name="room">The packet, and room for it to grow.</param>
    /// <param name="length">Its length; 0 when it was longer than any.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="isOnControlPort">True when it came on the port of RTCP.</param>
    /// <param name="now">When.</param>
    /// <param name="sender">By which it is passed on; it is flushed before the room is used again.</param>
    public void Take(Span<byte> room, int length, PacketAddress from, bool isOnControlPort, TimeSpan now, PacketSender sender)
    {
        if (_type == NoType)
        {
            return;
        }

        if (isOnControlPort || RtcpPackets.IsControl(room[..length]))
        {
            TakeControl(room, length, from, isOnControlPort, now);
            return;
        }

        if (_source.Refuses(from, now))
        {
            Counts.AddForeign();
            return;
        }

        if (!IsGood(length == 0 ? SrtpVerdict.Malformed : _guard.Unprotect(room, ref length)))
        {
            return;
        }

        ReadOnlySpan<byte> packet = room[..length];
        if (!RtpHeader.TryRead(packet, out var header, out var payload))
        {
            Counts.AddMalformed();
            return;
        }

        var kind = KindOf(header.PayloadType);
        if (!IsFromSource(header, from, kind is PacketKind.Sound or PacketKind.Key, now))
        {
            return;
        }

        _silence.Hear(now);
        _control.Session?.Reception.Take(header, now, kind == PacketKind.Sound);
        if (!_sequence.Take(header.Sequence, out _).IsTaken())
        {
            Counts.AddReplayed();
            return;
        }

        if (kind == PacketKind.Unknown)
        {
            Counts.AddUnexpected();
        }

        if (!_receives)
        {
            return;
        }

        if (kind == PacketKind.Key && _keys.TryHear(header, payload, now, out var digit))
        {
            _events.PressedKey(digit);
        }

        if (kind != PacketKind.Unknown && !PassesBy
            && !Incoming.TryAdd(new IncomingPacket(kind, _codec, header, now), payload))
        {
            Counts.AddOverrun();
        }

        RelayTo?.Forward(this, kind, header, room, payload, now, sender);
    }

    /// <summary>Sends a packet of the media thread.</summary>
    /// <param name="packet">Type, marker and date.</param>
    /// <param name="slot">Room for the header, the payload, and room to grow; pinned.</param>
    /// <param name="octets">Octets of payload.</param>
    /// <param name="now">The time.</param>
    /// <param name="sender">By which it is sent.</param>
    public void SendOwn(RtpHeader packet, Span<byte> slot, int octets, TimeSpan now, PacketSender sender)
    {
        if (_sends)
        {
            Send(_stream.Own(packet, octets, now), slot, octets, sender);
        }
    }

    /// <summary>What time brings.</summary>
    public void Pass(TimeSpan now, PacketSender sender)
    {
        _control.Pass(_stream, _source.Target, now, sender);
        if (_control.Session is { } control)
        {
            Figures.Renew(NetworkFigures.Of(control, _stream.Packets));
        }

        if (_silence.IsOver(now))
        {
            _events.WentSilent();
        }
    }

    /// <summary>Tells the other side that the stream ends.</summary>
    public void Leave(TimeSpan now, PacketSender sender) => _control.Leave(_stream, _source.Target, now, sender);

    /// <inheritdoc/>
    public void Dispose()
    {
        _type = NoType;
        _sends = false;
        _guard.Dispose();
    }

    private bool IsGood(SrtpVerdict verdict)
    {
        switch (verdict)
        {
            case SrtpVerdict.Good:
                return true;
            case SrtpVerdict.NotAuthentic:
                Counts.AddNotAuthentic();
                return false;
            case SrtpVerdict.Replayed:
                Counts.AddReplayed();
                return false;
            default:
                Counts.AddMalformed();
                return false;
        }
    }

    private void TakeControl(Span<byte> room, int length, PacketAddress from, bool isOnControlPort, TimeSpan now)
    {
        if (!from.IsHostOf(_source.Target))
        {
            Counts.AddForeign();
        }
        else if (IsGood(length == 0 ? SrtpVerdict.Malformed : _guard.UnprotectControl(room, ref length))
            && !_control.Take(room[..length], from, isOnControlPort, now))
        {
            Counts.AddMalformed();
        }
    }

    private bool IsFromSource(RtpHeader header, PacketAddress from, bool isExpected, TimeSpan now)
    {
        switch (_source.Judge(from, header.Ssrc, header.Sequence, isExpected, now))
        {
            case SourceVerdict.Taken:
                return true;
            case SourceVerdict.Began:
                _sequence.Restart();
                return true;
            default:
                Counts.AddForeign();
                return false;
        }
    }

    private PacketKind KindOf(int type) =>
        type == _type ? PacketKind.Sound
        : type == _keyType ? PacketKind.Key
        : type == ComfortNoiseType ? PacketKind.ComfortNoise
        : PacketKind.Unknown;

    // The media thread learns of a change of codec a tick later than this one.
    private int TypeOut(PacketKind kind, NetworkSide from) => kind switch
    {
        PacketKind.Sound when from._codec == _codec => _type,
        PacketKind.Key => _keyTypeOut,
        _ => NoType,
    };

    private void Forward(
        NetworkSide from, PacketKind kind, RtpHeader header, Span<byte> room, ReadOnlySpan<byte> payload, TimeSpan now, PacketSender sender)
    {
        var type = TypeOut(kind, from);
        if (!_sends || type == NoType || payload.IsEmpty || Volatile.Read(ref _sendsKeys))
        {
            _stream.LeaveOut(header);
        }
        else if (_stream.TryRelay(header with { PayloadType = type }, payload.Length, now, out var sent))
        {
            // The header of the box is the shortest, so that it fits before the payload where that lies.
            _ = room.Overlaps(payload, out var start);
            Send(sent, room[(start - RtpHeader.Octets)..], payload.Length, sender);
        }
    }

    private void Send(RtpHeader header, Span<byte> slot, int octets, PacketSender sender)
    {
        var target = _source.Target;
        if (!target.IsReachable)
        {
            return;
        }

        header.Write(slot);
        var length = RtpHeader.Octets + octets;
        if (_guard.TryProtect(slot, ref length))
        {
            sender.Add(Sockets.Rtp, slot[..length], target);
        }
    }
}
