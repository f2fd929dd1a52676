using Switchhook.Audio;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Quality;
using Switchhook.Sip.Rtp.Srtp;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>The RTP of one dialog. Control loop, but for what is marked otherwise.</summary>
public sealed class RtpSession : IPacketEndpoint, ISessionEvents
{
    /// <summary>Packets are expected and none comes for so long: <see cref="WentSilent"/>.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    private readonly RtpEngine _engine;
    private readonly MediaSide _media;
    private readonly string _name;
    private ControlSession _control;
    private AgreedAudio? _agreed;
    private bool _isClosed;

    internal RtpSession(RtpEngine engine, PortPair sockets)
    {
        _engine = engine;
        Port = sockets.Port;
        Network = new NetworkSide(sockets, this, SilenceLimit, new Random(engine.Around.Random.Next()));
        _name = Convert.ToHexStringLower(RandomBytes(engine.Around.Random));
        _control = new ControlSession(Network.FirstSsrc, _name, engine.Began);
        _media = new MediaSide(engine, Network);
    }

    /// <summary>A key was pressed on the other side, told by RFC 4733: 0 to 9, *, #, A to D.</summary>
    public event Action<char>? DigitReceived;

    /// <summary>No packet came for <see cref="SilenceLimit"/> though the other side agreed to send; told once, with a sentence.</summary>
    public event Action<string>? WentSilent;

    /// <summary>The box's port of RTP; RTCP has the next one.</summary>
    public int Port { get; }

    /// <summary>How good the sound is, as of the last moments; null before anything is agreed. Stays readable after the end.</summary>
    public CallQuality? Quality
    {
        get
        {
            if (_agreed is not { } agreed)
            {
                return null;
            }

            // Packets that are relayed never come to the jitter buffer.
            var network = Network.Figures.Value;
            var heard = _media.Figures.Value with
            {
                Received = network.Received,
                Lost = network.Lost,
                Duplicated = network.Duplicated,
            };
            return CallQuality.Of(agreed.Codec, agreed.PacketMilliseconds, heard, network);
        }
    }

    /// <summary>Its half on the RTP thread.</summary>
    internal NetworkSide Network { get; }

    /// <summary>Takes what was agreed, at any time: early media, hold, another codec, address or key.</summary>
    /// <exception cref="InvalidOperationException">Keys were agreed, and libsrtp2 is missing or refuses them.</exception>
    public void Apply(AgreedAudio agreed)
    {
        if (_isClosed)
        {
            return;
        }

        var protection = SrtpChange.Between(_agreed, agreed);
        StreamStart? stream = null;
        if (protection.NeedsNewStream)
        {
            stream = StreamStart.From(_engine.Around.Random);
            _control = new ControlSession(stream.Value.Ssrc, _name, _engine.Began);
        }

        _agreed = agreed;
        var control = _control;
        _media.Apply(agreed);
        _engine.Submit(() => Network.Apply(agreed, protection, stream, control, _engine.Now));
    }

    /// <summary>Sends a key press by RFC 4733: 100 ms, after those that wait.</summary>
    /// <param name="digit">0 to 9, *, #, A to D.</param>
    /// <returns>False when the other side knows no telephone-event, it is no key, or 64 wait already.</returns>
    public bool TrySendDigit(char digit) => _media.TrySendKey(digit);

    /// <inheritdoc/>
    public void ReadFrame(Span<short> frame) => _media.Read(frame);

    /// <inheritdoc/>
    public void WriteFrame(ReadOnlySpan<short> frame) => _media.Write(frame);

    /// <inheritdoc/>
    public bool CanRelay(IPacketEndpoint other) =>
        other is RtpSession session
        && ReferenceEquals(session._engine, _engine)
        && _media.Agreed is { Sends: true, Receives: true } one
        && session._media.Agreed is { Sends: true, Receives: true } two
        && one.Codec == two.Codec
        && one.PacketMilliseconds == two.PacketMilliseconds;

    /// <inheritdoc/>
    public void Relay(IPacketEndpoint? other) => Network.RelayTo = (other as RtpSession)?.Network;

    /// <inheritdoc/>
    public bool IsHeard
    {
        set => Network.IsHeard = value;
    }

    /// <summary>Ends the session and frees its ports; the second time does nothing.</summary>
    public void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _media.Close();
            _engine.Close(Network);
        }
    }

    void ISessionEvents.PressedKey(char digit) => Tell(() => DigitReceived?.Invoke(digit));

    void ISessionEvents.WentSilent() =>
        Tell(() => WentSilent?.Invoke($"No sound came from {_agreed?.Remote} for {SilenceLimit.TotalSeconds:0} s."));

    // RFC 7022 §4.2: 96 bits that say nothing of the box.
    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[12];
        random.NextBytes(bytes);
        return bytes;
    }

    private void Tell(Action what) => _engine.Around.Post(() =>
    {
        if (!_isClosed)
        {
            what();
        }
    });
}
