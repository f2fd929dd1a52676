using Switchhook.Testing;
using Switchhook.Testing.Sip.Sound;

namespace Switchhook.Tests.Testing.Sip;

public sealed class SpeechComparisonTests
{
    private const int Rate = 8000;
    private static readonly short[] Said = SoundMaker.Noise(TimeSpan.FromSeconds(4), -15, new Random(1));

    [Fact]
    public void Delay_and_noise_are_found()
    {
        var noise = SoundMaker.Noise(TimeSpan.FromSeconds(6), -35, new Random(2));

        var found = SpeechComparison.Of(Said, SoundMaker.Mix(noise, Delayed(Said, 1234)));

        Assert.Equal(1, found.HeardShare);
        Assert.Equal((1234, 1234, 0), (found.MedianDelaySamples, found.LongestDelaySamples, found.DelayJumps));
        Assert.InRange(found.MedianSignalToNoiseDb, 19, 21);
    }

    [Fact]
    public void A_jump_of_the_delay_in_the_middle_is_found_and_costs_no_more_than_its_piece()
    {
        short[] heard = [.. Delayed(Said.AsSpan(0, 2 * Rate), 800), .. new short[480], .. Said.AsSpan(2 * Rate)];

        var found = SpeechComparison.Of(Said, heard);

        Assert.Equal(1, found.DelayJumps);
        Assert.Equal(1280, found.LongestDelaySamples);
        Assert.Equal(1, found.HeardShare);
        Assert.Equal(50, found.MedianSignalToNoiseDb);
    }

    [Fact]
    public void What_is_lost_is_not_heard()
    {
        var heard = Delayed(Said, 160);
        heard.AsSpan(160 + Rate, Rate).Clear();

        var found = SpeechComparison.Of(Said, heard);

        Assert.InRange(found.HeardShare, 0.7, 0.8);
        Assert.Equal(0, found.DelayJumps);
    }

    [Fact]
    public void Silence_in_what_was_said_is_left_out() =>
        Assert.Equal(10, SpeechComparison.Of([.. Said.AsSpan(0, 2 * Rate), .. new short[2 * Rate]], Said).Segments.Count);

    [Fact]
    public void Another_sound_is_not_taken_for_the_one_that_was_said()
    {
        var found = SpeechComparison.Of(Said, SoundMaker.Noise(TimeSpan.FromSeconds(6), -15, new Random(3)));

        Assert.Equal(0, found.HeardShare);
        Assert.Null(found.MedianDelaySamples);
    }

    private static short[] Delayed(ReadOnlySpan<short> said, int samples) => [.. new short[samples], .. said];
}
