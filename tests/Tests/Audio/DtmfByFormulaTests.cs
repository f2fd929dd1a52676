using Switchhook.Audio;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

/// <summary>The DTMF receiver against keys by the formula of ITU-T Q.23, at the limits of Q.24.</summary>
public class DtmfByFormulaTests
{
    private const string Keypad = "123A456B789C*0#D";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly double[] Rows = [697, 770, 852, 941];
    private static readonly double[] Columns = [1209, 1336, 1477, 1633];

    [Theory]
    [InlineData(-12, -12, 1, 50)]
    [InlineData(-8, -16, 1, 50)]
    [InlineData(-16, -12, 1, 50)]
    [InlineData(-12, -12, 1.01, 50)]
    [InlineData(-12, -12, 0.99, 50)]
    [InlineData(-12, -12, 1, 40)]
    [InlineData(-3, -3, 1, 50)]
    [InlineData(-36, -36, 1, 50)]
    public void Every_key_within_the_limits_is_heard(double rowDbm0, double columnDbm0, double detuning, int onMs)
    {
        Assert.Equal(Keypad, Heard(Keys(rowDbm0, columnDbm0, detuning, TimeSpan.FromMilliseconds(onMs))));
    }

    [Theory]
    [InlineData(-12, -12, 1.035, 50)]
    [InlineData(-12, -12, 0.965, 50)]
    [InlineData(-12, -12, 1, 20)]
    [InlineData(-6, -20, 1, 50)]
    public void No_key_beyond_the_limits_is_heard(double rowDbm0, double columnDbm0, double detuning, int onMs)
    {
        Assert.Equal("", Heard(Keys(rowDbm0, columnDbm0, detuning, TimeSpan.FromMilliseconds(onMs))));
    }

    [Fact]
    public void Keys_are_heard_over_dial_tone()
    {
        var keys = Keys(-12, -12, 1, TimeSpan.FromMilliseconds(50));

        Assert.Equal(Keypad, Heard(SoundMaker.Mix(keys, SoundMaker.Sines(TimeSpan.FromSeconds(2), (350, -19), (440, -19)))));
    }

    [Fact]
    public void Keys_are_heard_in_noise()
    {
        var keys = Keys(-12, -12, 1, TimeSpan.FromMilliseconds(50));

        Assert.Equal(Keypad, Heard(SoundMaker.Mix(keys, SoundMaker.Noise(TimeSpan.FromSeconds(2), -27, new Random(1)))));
    }

    private static short[] Keys(double rowDbm0, double columnDbm0, double detuning, TimeSpan on) =>
    [
        .. Enumerable.Range(0, Keypad.Length).SelectMany(key =>
            SoundMaker.Sines(on, (Rows[key / 4] * detuning, rowDbm0), (Columns[key % 4] * detuning, columnDbm0))
                .Concat(SoundMaker.Silence(Pause))),
    ];

    private static string Heard(short[] sound)
    {
        var log = new DetectionLog(Detectors.Dtmf, CountryTable.Get("US"));
        log.Hear(sound);
        return log.Digits;
    }
}
