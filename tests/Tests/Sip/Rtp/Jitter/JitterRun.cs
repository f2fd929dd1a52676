using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp.Jitter;

/// <summary>Sound that goes through an encoder, a network that a seed makes, and the jitter buffer, on a clock of the test.</summary>
internal sealed class JitterRun
{
    private const uint FirstTimestamp = uint.MaxValue - 80_000;
    private const ushort FirstSequence = 65_500;

    public AudioCodec Codec { get; init; } = AudioCodec.Pcma;

    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>Share of packets that the network loses.</summary>
    public double Loss { get; init; }

    /// <summary>How long the network delays a packet beyond the least, in milliseconds; the packet's number is given.</summary>
    public Func<Random, int, double> Jitter { get; init; } = (_, _) => 0;

    /// <summary>How much faster the sender's clock runs than the box's, in millionths.</summary>
    public double DriftPpm { get; init; }

    /// <summary>True for packets that the sender does not send, since it is silent.</summary>
    public Func<int, bool> IsSuppressed { get; init; } = _ => false;

    /// <summary>How late ticks of the box are, in milliseconds.</summary>
    public Func<Random, double> TickLateness { get; init; } = _ => 0;

    public int Seed { get; init; } = 1;

    public JitterOptions Options { get; init; } = new();

    public List<Played> Blocks { get; } = [];

    public List<double> Delays { get; } = [];

    public JitterStatistics Statistics { get; private set; }

    /// <summary>Plays sound to its end, and what is still in the buffer.</summary>
    /// <returns>What was heard; it begins when the first packet was sent.</returns>
    public short[] Play(ReadOnlySpan<short> said)
    {
        var random = new Random(Seed);
        var packets = Packets(said, random);
        using var decoder = RtpCodecs.Decoder(Codec);
        var buffer = new JitterBuffer(decoder, Options);
        var heard = new short[said.Length + LineAudio.SampleRate];
        var next = 0;
        for (var at = 0; at + LineAudio.BlockSamples <= heard.Length; at += LineAudio.BlockSamples)
        {
            var now = TimeSpan.FromMilliseconds((at / 8.0) + TickLateness(random));
            for (; next < packets.Count && packets[next].Arrival <= now; next++)
            {
                buffer.Put(packets[next].Header, packets[next].Payload, packets[next].Arrival);
            }

            Blocks.Add(buffer.Get(now, heard.AsSpan(at, LineAudio.BlockSamples)));
            Delays.Add(buffer.Statistics.DelayMilliseconds);
        }

        Statistics = buffer.Statistics;
        return heard;
    }

    private List<(TimeSpan Arrival, RtpHeader Header, byte[] Payload)> Packets(ReadOnlySpan<short> said, Random random)
    {
        using var encoder = RtpCodecs.Encoder(Codec);
        var length = PacketMilliseconds * RtpTime.StepsPerMillisecond;
        var packets = new List<(TimeSpan, RtpHeader, byte[])>();
        var sequence = FirstSequence;
        for (var number = 0; (number + 1) * length <= said.Length; number++)
        {
            var payload = new byte[length];
            encoder.Encode(said.Slice(number * length, length), payload);
            var delay = Jitter(random, number);
            var isLost = random.NextDouble() < Loss;
            if (IsSuppressed(number))
            {
                continue;
            }

            // A packet is sent when its last sample is taken.
            var sent = (number + 1) * PacketMilliseconds / (1 + (DriftPpm / 1e6));
            var header = new RtpHeader(8, number == 0, sequence++, unchecked(FirstTimestamp + (uint)(number * length)), 7);
            if (!isLost)
            {
                packets.Add((TimeSpan.FromMilliseconds(sent + delay), header, payload));
            }
        }

        return [.. packets.OrderBy(packet => packet.Item1)];
    }
}
