using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Jitter;

/// <summary>What is left of speech after a network that loses, delays and reorders.</summary>
public sealed class JitterQualityTests
{
    private const int MaxDelaySamples = 2400;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);

    [Theory]
    [InlineData(AudioCodec.Pcmu, 110, 1)]
    [InlineData(AudioCodec.Pcma, 110, 2)]
    [InlineData(AudioCodec.Pcma, 210, 3)]
    [InlineData(AudioCodec.G722, 210, 4)]
    public void Two_per_cent_loss_and_40_ms_of_even_jitter_cost_less_than_3_db(AudioCodec codec, double voice, int seed) =>
        Costs(codec, voice, seed, (random, _) => 40 * random.NextDouble());

    [Theory]
    [InlineData(AudioCodec.Pcmu, 110, 5)]
    [InlineData(AudioCodec.Pcma, 210, 6)]
    [InlineData(AudioCodec.G722, 210, 7)]
    public void So_do_40_ms_of_jitter_around_a_mean(AudioCodec codec, double voice, int seed) =>
        Costs(codec, voice, seed, (random, _) => Math.Max(0, 60 + (20 * Normal(random))));

    [Fact]
    public void A_gap_is_filled_better_than_by_silence()
    {
        var said = SpeechMaker.Speech(Length, 120, new Random(8));
        var heard = new JitterRun { Loss = 0.05, Jitter = (random, _) => 30 * random.NextDouble(), Seed = 9 }.Play(said);
        var silenced = WithSilence(said, 0.05, new Random(9));

        var (filled, silent) = (SegmentComparison.Of(said, heard, MaxDelaySamples), SegmentComparison.Of(said, silenced, 1));
        Assert.True(filled.SignalToNoiseDb > silent.SignalToNoiseDb + 2, $"{filled} {silent}");
        Assert.True(filled.Correlation > silent.Correlation, $"{filled} {silent}");
    }

    private static void Costs(AudioCodec codec, double voice, int seed, Func<Random, int, double> jitter)
    {
        var said = SpeechMaker.Speech(Length, voice, new Random(seed));
        var ideal = new JitterRun { Codec = codec };
        var run = new JitterRun { Codec = codec, Loss = 0.02, Jitter = jitter, Seed = seed };

        var before = SegmentComparison.Of(said, ideal.Play(said), MaxDelaySamples);
        var after = SegmentComparison.Of(said, run.Play(said), MaxDelaySamples);

        var figures = $"before {before}, after {after}, {run.Statistics}";
        Assert.InRange(run.Statistics.Lost, 3, 30);
        Assert.True(run.Statistics.Reordered > 20, figures);
        Assert.True(after.SegmentSignalToNoiseDb > before.SegmentSignalToNoiseDb - 3, figures);
        Assert.True(after.Correlation > before.Correlation - 0.03, figures);
    }

    private static short[] WithSilence(short[] said, double loss, Random random)
    {
        var heard = new short[said.Length + 1];
        using var encoder = RtpCodecs.Encoder(AudioCodec.Pcma);
        using var decoder = RtpCodecs.Decoder(AudioCodec.Pcma);
        var octets = new byte[LineAudio.BlockSamples];
        for (var at = 0; at + LineAudio.BlockSamples <= said.Length; at += LineAudio.BlockSamples)
        {
            encoder.Encode(said.AsSpan(at, LineAudio.BlockSamples), octets);
            decoder.Decode(octets, heard.AsSpan(at, LineAudio.BlockSamples));
            if (random.NextDouble() < loss)
            {
                heard.AsSpan(at, LineAudio.BlockSamples).Clear();
            }
        }

        return heard;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
