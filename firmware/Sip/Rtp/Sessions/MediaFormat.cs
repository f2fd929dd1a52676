using Switchhook.Audio.Codecs;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Sip.Rtp.Jitter;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>What the media thread makes and reads packets with: made on the control loop, used by the media thread.</summary>
internal sealed class MediaFormat : IDisposable
{
    private readonly IAudioEncoder _encoder;
    private readonly IAudioDecoder _decoder;
    private readonly int _packetMilliseconds;

    private MediaFormat(AudioCodec codec, int packetMilliseconds)
    {
        (Codec, _packetMilliseconds) = (codec, packetMilliseconds);
        _encoder = RtpCodecs.Encoder(codec);
        _decoder = RtpCodecs.Decoder(codec);
        Packetizer = new Packetizer(_encoder, packetMilliseconds, firstTimestamp: 0);
        Buffer = new JitterBuffer(_decoder, new JitterOptions());
    }

    /// <summary>The parts for what was agreed; the one who is handed them last disposes them.</summary>
    public static MediaFormat For(AgreedAudio agreed) => new(agreed.Codec, agreed.PacketMilliseconds);

    /// <summary>The codec of both directions.</summary>
    public AudioCodec Codec { get; }

    /// <summary>Makes packets.</summary>
    public Packetizer Packetizer { get; }

    /// <summary>Takes packets.</summary>
    public JitterBuffer Buffer { get; }

    /// <summary>True when it is made for this agreement.</summary>
    public bool Suits(AgreedAudio agreed) => agreed.Codec == Codec && agreed.PacketMilliseconds == _packetMilliseconds;

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }
}
