using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Jitter;

/// <summary>How the delay follows the network and the clocks.</summary>
public sealed class JitterDelayTests
{
    private static readonly short[] Speech = SpeechMaker.Speech(TimeSpan.FromSeconds(20), 150, new Random(1));

    [Fact]
    public void On_an_even_network_the_delay_falls_to_the_least_and_nothing_is_filled_in()
    {
        var run = new JitterRun();
        run.Play(Speech);

        Assert.InRange(run.Delays[100], 25, 40);
        Assert.InRange(run.Delays[990], 18, 32);
        Assert.DoesNotContain(Played.Concealed, run.Blocks.Take(1000));
        Assert.Equal((1000, 0, 0), (run.Statistics.Received, run.Statistics.Lost, run.Statistics.Late));
    }

    [Fact]
    public void Jitter_makes_it_grow_at_once_and_its_end_lets_it_shrink_slowly()
    {
        var run = new JitterRun { Jitter = (random, number) => number is > 200 and < 500 ? 80 * random.NextDouble() : 0 };
        run.Play(Speech);

        Assert.InRange(run.Delays[190], 18, 40);
        Assert.InRange(run.Delays[260], 85, 105);
        Assert.InRange(run.Delays[560], 85, 115);
        Assert.True(run.Delays[1000] < run.Delays[560] - 8, $"{run.Delays[560]} {run.Delays[1000]}");
        Assert.True(run.Blocks.Skip(300).Take(600).Count(block => block == Played.Concealed) <= 6);
    }

    [Fact]
    public void What_was_held_up_is_played_and_not_lost()
    {
        // Five packets are held up by 100 ms and come at once.
        var run = new JitterRun { Jitter = (_, number) => number is >= 300 and < 305 ? 100 - (20 * (number - 300)) : 0 };
        run.Play(Speech);

        Assert.Equal(Speech.Length / 8, run.Statistics.PlayedMilliseconds, 40.0);
        Assert.InRange(run.Blocks.Take(1000).Count(block => block == Played.Concealed), 1, 6);
        Assert.InRange(run.Delays.Skip(300).Max(), 90, 130);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(-200)]
    public void A_drift_of_200_ppm_is_absorbed_for_ten_minutes_without_a_gap(double ppm)
    {
        var said = new short[10 * 60 * LineAudio.SampleRate];
        for (var at = 0; at < said.Length; at += Speech.Length)
        {
            Speech.CopyTo(said, at);
        }

        var run = new JitterRun { DriftPpm = ppm, Jitter = (random, _) => 10 * random.NextDouble() };
        run.Play(said);

        var blocks = (int)(said.Length / LineAudio.BlockSamples / (1 + (ppm / 1e6))) - 5;
        Assert.True(run.Blocks.Take(blocks).Count(block => block == Played.Concealed) <= 5);
        Assert.InRange(run.Delays.Skip(1000).Take(blocks - 1000).Max(), 30, 60);
        Assert.InRange(run.Delays.Skip(1000).Take(blocks - 1000).Min(), 20, 40);
        Assert.Equal(0, run.Statistics.Restarts);
    }

    [Fact]
    public void Ticks_that_are_late_do_not_move_it()
    {
        var run = new JitterRun { TickLateness = random => random.Next(20) == 0 ? 15 * random.NextDouble() : 0.1 * random.NextDouble() };
        run.Play(Speech);

        Assert.DoesNotContain(Played.Concealed, run.Blocks.Take(1000));
        Assert.InRange(run.Delays.Skip(500).Take(490).Max() - run.Delays.Skip(500).Take(490).Min(), 0, 15);
    }

    [Fact]
    public void It_stays_within_its_bounds()
    {
        var options = new JitterOptions { MinDelay = TimeSpan.FromMilliseconds(60), MaxDelay = TimeSpan.FromMilliseconds(90) };
        var even = new JitterRun { Options = options };
        var uneven = new JitterRun { Options = options, Jitter = (random, _) => 150 * random.NextDouble() };
        even.Play(Speech);
        uneven.Play(Speech);

        Assert.InRange(even.Delays[900], 58, 72);
        Assert.InRange(uneven.Delays[900], 85, 105);
        Assert.True(uneven.Statistics.Late > 100);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    public void Packets_of_any_length_are_played_whole(int milliseconds)
    {
        var run = new JitterRun { PacketMilliseconds = milliseconds, Jitter = (random, _) => 15 * random.NextDouble() };
        var heard = run.Play(Speech);

        var comparison = SegmentComparison.Of(Speech.AsSpan(..(Speech.Length / 2)), heard, 3200);
        Assert.True(comparison.SegmentSignalToNoiseDb > 33, $"{comparison}");
        Assert.Equal(Speech.Length / 8, run.Statistics.PlayedMilliseconds, (double)milliseconds);
        Assert.True(run.Blocks.Take(990).Count(block => block == Played.Concealed) <= 3);
    }

    [Fact]
    public void G722_survives_it_too()
    {
        var run = new JitterRun { Codec = AudioCodec.G722, Jitter = (random, _) => 30 * random.NextDouble() };
        var voice = SpeechMaker.Speech(TimeSpan.FromSeconds(10), 210, new Random(2));
        var comparison = SegmentComparison.Of(voice, run.Play(voice), 2400);
        Assert.True(comparison.SegmentSignalToNoiseDb > 18, $"{comparison}");
    }
}
