using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Audio.Prompts;

/// <summary>The level of speech by sounds whose level is known from a formula.</summary>
public sealed class SpeechLevellerTests
{
    private const int Second = LineAudio.SampleRate;

    [Theory]
    [InlineData(0)]
    [InlineData(-20)]
    [InlineData(-45)]
    public void A_sine_has_its_own_level(double dbm0) =>
        Assert.Equal(dbm0, SpeechLevel.Measure(Sine(dbm0, 2 * Second))!.Value, 0.1);

    [Fact]
    public void Pauses_do_not_count()
    {
        // Three bursts of a second each, with 4 s of nothing between: the mean over all is 5.6 dB lower.
        var burst = Sine(-20, Second);
        short[] sound = [.. burst, .. new short[4 * Second], .. burst, .. new short[4 * Second], .. burst];

        // The hangover of 0.2 s counts after each burst: 0.8 dB at most.
        Assert.InRange(SpeechLevel.Measure(sound)!.Value, -20.9, -20);
    }

    [Fact]
    public void Silence_has_no_level_and_stays_silent()
    {
        short[] faint = [.. Enumerable.Range(0, Second).Select(i => (short)(i % 2))];

        Assert.Null(SpeechLevel.Measure(new short[Second]));
        Assert.Null(SpeechLevel.Measure(faint, 0.5));
        Assert.All(SpeechLeveller.Level(faint), sample => Assert.InRange(sample, (short)-1, (short)1));
        Assert.Empty(SpeechLeveller.Level([]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-12)]
    [InlineData(-50)]
    public void Loud_and_soft_come_to_one_level(double dbm0)
    {
        var levelled = SpeechLeveller.Level(Sine(dbm0, 2 * Second));

        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(levelled)!.Value, 0.2);
    }

    [Fact]
    public void An_offset_is_taken_away()
    {
        short[] sound = [.. Sine(-30, 2 * Second).Select(sample => (short)(sample + 5000))];

        var levelled = SpeechLeveller.Level(sound);

        Assert.Equal(0, levelled.Average(sample => sample), 2.0);
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(levelled)!.Value, 0.2);
    }

    [Fact]
    public void Peaks_are_lowered_and_never_clip()
    {
        // Soft speech with a knock in it that would be far beyond the end of the scale.
        var sound = Sine(-45, 3 * Second);
        for (var i = 0; i < 8; i++)
        {
            sound[Second + i] = (short)(i % 2 == 0 ? 3000 : -3000);
        }

        var levelled = SpeechLeveller.Level(sound);

        Assert.InRange(levelled.Max(sample => Math.Abs((int)sample)), 20_000, 28_001);

        // Half a second later it is as loud as before.
        var before = Peak(levelled.AsSpan(Second / 2, 800));
        Assert.Equal(before, Peak(levelled.AsSpan(Second + (Second / 2), 800)), before * 0.02);
    }

    [Fact]
    public void Both_ends_are_faded()
    {
        var levelled = SpeechLeveller.Level([.. Enumerable.Range(0, Second).Select(i => (short)(i % 16 < 8 ? 9000 : -9000))]);

        var middle = levelled[Second / 2];
        Assert.True(Math.Abs((int)levelled[0]) < Math.Abs((int)middle) / 50);
        Assert.True(Math.Abs((int)levelled[^1]) < Math.Abs((int)middle) / 50);
        Assert.Equal(Math.Abs((int)middle), Math.Abs((int)levelled[48]), 2.0);
    }

    private static double Peak(ReadOnlySpan<short> samples)
    {
        var most = 0;
        foreach (var sample in samples)
        {
            most = Math.Max(most, Math.Abs((int)sample));
        }

        return most;
    }

    private static short[] Sine(double dbm0, int length) =>
        [.. Enumerable.Range(0, length).Select(i => (short)Math.Round(LineAudio.Peak(dbm0) * Math.Sin(2 * Math.PI * 440 * i / Second)))];
}
