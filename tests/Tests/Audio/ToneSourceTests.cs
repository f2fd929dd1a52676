using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Audio;

public class ToneSourceTests
{
    [Fact]
    public void The_cadence_is_exact_to_the_sample()
    {
        var busy = new Tone([new ToneStep([480, 620], Ms(500)), new ToneStep([], Ms(500))], RepeatFrom: 0);
        var samples = Read(new ToneSource(busy, -13), 8000 * 3);

        for (var second = 0; second < 3; second++)
        {
            Assert.Contains(samples[((second * 8000) + 3900)..((second * 8000) + 4000)], sample => Math.Abs((int)sample) > 500);
            Assert.All(samples[((second * 8000) + 4000)..((second * 8000) + 8000)], sample => Assert.Equal(0, sample));
        }
    }

    [Fact]
    public void Level_and_frequency_are_as_asked()
    {
        var samples = Read(new ToneSource(new Tone([new ToneStep([1000], null)], 0), -10), 8000);

        Assert.InRange(LevelDbm0(samples, 1000), -10.02, -9.98);
        Assert.True(LevelDbm0(samples, 1010) < -60);
    }

    [Fact]
    public void A_relative_level_counts()
    {
        var tone = new Tone([new ToneStep([400], Ms(1000)), new ToneStep([400], Ms(1000), RelativeDb: -10)], RepeatFrom: -1);
        var samples = Read(new ToneSource(tone, -10), 16_000);

        Assert.InRange(LevelDbm0(samples[8000..], 400), -20.05, -19.95);
    }

    [Fact]
    public void Modulation_puts_the_power_into_the_side_bands()
    {
        var samples = Read(new ToneSource(new Tone([new ToneStep([425], null, ModulationHz: 25)], 0), -10), 8000);

        // Carrier at half the amplitude, side bands at a quarter: −6 and −12 dB.
        Assert.InRange(LevelDbm0(samples, 425), -16.1, -15.9);
        Assert.InRange(LevelDbm0(samples, 400), -22.2, -21.9);
        Assert.InRange(LevelDbm0(samples, 450), -22.2, -21.9);
    }

    [Fact]
    public void A_tone_without_repetition_ends()
    {
        var source = new ToneSource(new Tone([new ToneStep([400], Ms(30))], RepeatFrom: -1), -10);
        var frame = new short[160];

        Assert.Equal(160, source.Read(frame));
        Assert.Equal(80, source.Read(frame));
        Assert.Equal(0, source.Read(frame));
    }

    [Fact]
    public void A_digit_has_its_two_frequencies()
    {
        var samples = Read(new DtmfSource("5", Ms(100), Ms(100), dbm0: -9), 1600);

        Assert.InRange(LevelDbm0(samples[..800], 770), -11.2, -10.8);
        Assert.InRange(LevelDbm0(samples[..800], 1336), -9.2, -8.8);
        Assert.All(samples[800..1600], sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12x")]
    public void Digits_are_checked(string digits) => Assert.Throws<ArgumentException>(() => new DtmfSource(digits));

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static short[] Read(Switchhook.Audio.IFrameSource source, int samples)
    {
        var all = new short[samples];
        for (var at = 0; at < samples; at += LineAudio.BlockSamples)
        {
            source.Read(all.AsSpan(at, Math.Min(LineAudio.BlockSamples, samples - at)));
        }

        return all;
    }

    // One bin of the Fourier transform.
    private static double LevelDbm0(short[] samples, double hertz)
    {
        var (re, im) = (0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * hertz * n / LineAudio.SampleRate);
            re += samples[n] * cos;
            im += samples[n] * sin;
        }

        return 20 * Math.Log10(2 * Math.Sqrt((re * re) + (im * im)) / samples.Length / LineAudio.PeakOf0Dbm0);
    }
}
