using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Sip.Rtp.Quality;

/// <summary>How good the sound of a leg was, in both directions.</summary>
/// <param name="Heard">What the box heard.</param>
/// <param name="Reported">What the other side reported that it heard of the box; null when it reported nothing.</param>
/// <param name="RoundTripMilliseconds">To the other side and back; null when it is not known.</param>
public sealed record CallQuality(StreamQuality Heard, StreamQuality? Reported, double? RoundTripMilliseconds)
{
    // What most jitter buffers add: a packet, and twice the jitter.
    private const double AssumedBufferMilliseconds = 20;
    private const double AssumedBufferJitters = 2;

    /// <summary>Puts together what is known of a leg.</summary>
    /// <param name="codec">Its codec.</param>
    /// <param name="packetMilliseconds">Sound in a packet.</param>
    /// <param name="buffer">The jitter buffer's figures.</param>
    /// <param name="network">What RTCP knows.</param>
    internal static CallQuality Of(
        AudioCodec codec, int packetMilliseconds, in JitterStatistics buffer, in NetworkFigures network)
    {
        var wayMilliseconds = packetMilliseconds + ((network.RoundTrip?.TotalMilliseconds ?? 0) / 2);
        return new CallQuality(
            Hear(codec, packetMilliseconds, wayMilliseconds, buffer, network),
            network.Reported is { } block ? Report(codec, wayMilliseconds, block, network.Sent) : null,
            network.RoundTrip?.TotalMilliseconds);
    }

    private static StreamQuality Hear(
        AudioCodec codec, int packetMilliseconds, double wayMilliseconds, in JitterStatistics buffer, in NetworkFigures network)
    {
        var heard = new StreamQuality(
            buffer.Received,
            buffer.Lost,
            buffer.Late,
            buffer.Duplicated,
            network.JitterMilliseconds,
            wayMilliseconds + buffer.MeanDelayMilliseconds,
            Mos: 0);

        // Random losses make gaps of 1 / (1 - loss) packets.
        var gapPackets = buffer.Gaps == 0 ? 1 : buffer.ConcealedMilliseconds / buffer.Gaps / packetMilliseconds;
        return Rate(codec, heard, gapPackets * (1 - heard.LossShare));
    }

    private static StreamQuality Report(AudioCodec codec, double wayMilliseconds, ReportBlock block, long sentPackets)
    {
        var lost = Math.Clamp(block.CumulativeLost, 0, sentPackets);
        var jitter = RtpTime.Milliseconds(block.Jitter);
        var delay = wayMilliseconds + AssumedBufferMilliseconds + (AssumedBufferJitters * jitter);
        return Rate(codec, new StreamQuality(sentPackets - lost, lost, 0, 0, jitter, delay, 0), 1);
    }

    private static StreamQuality Rate(AudioCodec codec, StreamQuality stream, double burstRatio)
    {
        var delay = TimeSpan.FromMilliseconds(stream.DelayMilliseconds);
        return stream with { Mos = EModel.Score(EModel.Rating(codec, stream.LossShare, burstRatio, delay)) };
    }
}
