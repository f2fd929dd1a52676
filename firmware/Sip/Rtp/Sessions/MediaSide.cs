using System.Collections.Concurrent;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Dtmf;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>The half of a session that lives on the media thread: makes frames of its packets, and packets of its frames.</summary>
internal sealed class MediaSide(RtpEngine engine, NetworkSide network)
{
    private const int TicksBetweenFigures = 10;

    private readonly MediaGate _gate = new();
    private readonly ConcurrentQueue<char> _keysToSend = new();
    private readonly DtmfSender _keys = new();

    // Control loop: what was made last, and what the media thread has not fetched yet.
    private MediaFormat? _last;
    private MediaFormat? _next;
    private AgreedAudio? _agreed;

    // Media thread.
    private MediaFormat? _format;
    private uint _timestampOffset;
    private bool _wasAway;
    private int _untilFigures = 1;

    /// <summary>What is agreed; null before anything is, and after the end. Any thread.</summary>
    public AgreedAudio? Agreed => Volatile.Read(ref _agreed);

    /// <summary>What became of the packets that were played, as of the last moments. Any thread.</summary>
    public Published<JitterStatistics> Figures { get; } = new();

    /// <summary>Takes a new agreement. Control loop.</summary>
    public void Apply(AgreedAudio agreed)
    {
        if (_last?.Suits(agreed) != true)
        {
            // Before the agreement, which the media thread follows only when it has the parts for it.
            _last = MediaFormat.For(agreed);
            Interlocked.Exchange(ref _next, _last)?.Dispose();
        }

        Volatile.Write(ref _agreed, agreed);
    }

    /// <summary>Lets a key wait to be sent. False when it is none, or too many wait. Control loop.</summary>
    public bool TrySendKey(char digit)
    {
        if (Agreed?.TelephoneEvent is null || DtmfEvent.CodeOf(digit) is null || _keysToSend.Count >= DtmfSender.MaxWaiting)
        {
            return false;
        }

        _keysToSend.Enqueue(digit);
        return true;
    }

    /// <summary>Ends it; the media thread may still call. Control loop.</summary>
    public void Close()
    {
        Volatile.Write(ref _agreed, null);
        _last = null;
        if (_gate.CloseFirst())
        {
            CleanUp();
        }
    }

    /// <summary>What the party says. Media thread.</summary>
    public void Read(Span<short> frame)
    {
        if (!_gate.TryEnter())
        {
            frame.Clear();
            return;
        }

        if (Format() is { } format)
        {
            Read(format, frame);
        }
        else
        {
            frame.Clear();
        }

        Leave();
    }

    /// <summary>What the party hears. Media thread.</summary>
    public void Write(ReadOnlySpan<short> frame)
    {
        if (!_gate.TryEnter())
        {
            return;
        }

        if (Format() is { } format && Agreed is { } agreed && format.Suits(agreed))
        {
            Write(format, agreed, frame);
        }

        Leave();
    }

    private MediaFormat? Format()
    {
        if (Volatile.Read(ref _next) is not null && Interlocked.Exchange(ref _next, null) is { } next)
        {
            // The new packets go on where those before end.
            _timestampOffset = unchecked(_timestampOffset + (_format?.Packetizer.Timestamp ?? 0));
            _format?.Dispose();
            _format = next;
        }

        return _format;
    }

    private void Leave()
    {
        if (_gate.LeaveLast())
        {
            CleanUp();
        }
    }

    private void CleanUp()
    {
        Interlocked.Exchange(ref _next, null)?.Dispose();
        _format?.Dispose();
        _format = null;

        // Its dialog knows the session for half a minute more, in case that something is repeated.
        network.Incoming.Close();
    }

    private void Read(MediaFormat format, Span<short> frame)
    {
        while (network.Incoming.TryPeek(out var packet, out var payload))
        {
            // After a change of codec some of before may be on their way.
            if (packet.Codec == format.Codec)
            {
                Put(format.Buffer, packet, payload);
            }

            network.Incoming.Release();
        }

        if (network.PassesBy)
        {
            _wasAway = true;
            frame.Clear();
            return;
        }

        if (_wasAway)
        {
            _wasAway = false;
            format.Buffer.Restart();
        }

        format.Buffer.Get(engine.Now, frame);
        if (--_untilFigures <= 0)
        {
            _untilFigures = TicksBetweenFigures;
            Figures.Renew(format.Buffer.Statistics);
        }
    }

    private static void Put(JitterBuffer buffer, IncomingPacket packet, ReadOnlySpan<byte> payload)
    {
        switch (packet.Kind)
        {
            case PacketKind.Sound:
                buffer.Put(packet.Header, payload, packet.At);
                break;
            case PacketKind.Key:
                buffer.PutOther(packet.Header, packet.At);
                break;
            case PacketKind.ComfortNoise:
                buffer.PutComfortNoise(packet.Header, payload, packet.At);
                break;
        }
    }

    private void Write(MediaFormat format, AgreedAudio agreed, ReadOnlySpan<short> frame)
    {
        while (!_keys.IsBusy && _keysToSend.TryDequeue(out var digit))
        {
            _keys.TryAdd(digit);
        }

        if (agreed.TelephoneEvent is null)
        {
            _keys.Clear();
        }

        var isKey = _keys.IsBusy;
        network.SendsKeys = isKey;
        if (isKey)
        {
            SendKey(agreed.TelephoneEvent.GetValueOrDefault(), format.Packetizer.Timestamp);
        }

        if (isKey || !agreed.Sends || network.RelayTo is not null)
        {
            format.Packetizer.Skip();
            return;
        }

        format.Packetizer.Add(frame);
        while (format.Packetizer.TryTake(out var payload, out var timestamp))
        {
            Send(agreed.PayloadType, isMarked: false, timestamp, payload);
        }
    }

    private void SendKey(int type, uint timestamp)
    {
        if (_keys.TryStep(timestamp, out var packet))
        {
            Span<byte> payload = stackalloc byte[DtmfEvent.Octets];
            packet.Event.Write(payload);
            Send(type, packet.Marker, packet.Timestamp, payload);
        }
    }

    private void Send(int type, bool isMarked, uint timestamp, ReadOnlySpan<byte> payload) => engine.Outgoing.Add(
        network, new RtpHeader(type, isMarked, Sequence: 0, unchecked(timestamp + _timestampOffset), Ssrc: 0), payload);
}
