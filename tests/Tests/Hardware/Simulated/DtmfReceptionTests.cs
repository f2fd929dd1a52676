namespace Switchhook.Tests.Hardware.Simulated;

/// <summary>The exchange's receiver at the limits of ITU-T Q.24 and TIA-464.</summary>
public sealed class DtmfReceptionTests
{
    private const string AllKeys = "1234567890*#ABCD";

    [Theory]
    [InlineData(-3, -3)]
    [InlineData(-25, -25)]
    [InlineData(-8, -15)]
    [InlineData(-11, -8)]
    public void Accepts_levels_and_twist_of_the_standard(double low, double high) =>
        Assert.Equal(AllKeys, Received(Sound.Keys(AllKeys, 70, 70, low, high)));

    [Theory]
    [InlineData(1.015)]
    [InlineData(0.985)]
    public void Accepts_frequencies_off_by_a_percent_and_a_half(double factor) =>
        Assert.Equal(AllKeys, Received(Sound.Keys(AllKeys, 70, 70, frequencyFactor: factor)));

    [Theory]
    [InlineData(1.035)]
    [InlineData(0.965)]
    public void Rejects_frequencies_off_by_three_percent_and_a_half(double factor) =>
        Assert.Equal("", Received(Sound.Keys(AllKeys, 70, 70, frequencyFactor: factor)));

    [Theory]
    [InlineData(-8, -18)]
    [InlineData(-16, -10)]
    public void Rejects_too_much_twist(double low, double high) =>
        Assert.Equal("", Received(Sound.Keys(AllKeys, 70, 70, low, high)));

    [Fact]
    public void Rejects_tones_of_23_ms() => Assert.Equal("", Received(Sound.Keys(AllKeys, 23, 60)));

    [Fact]
    public void Hears_a_long_key_once_and_a_key_pressed_twice_as_two() =>
        Assert.Equal("55", Received(Sound.Keys("5", 2000, 45).Concat(Sound.Keys("5", 60, 60)).ToArray()));

    [Fact]
    public void Hears_keys_through_noise_of_15_dB_less()
    {
        // Two tones of −8 dBm0 make −5; 15 dB below lie −20.
        var noise = Sound.White(16 * 140, -20, seed: 2);
        Assert.Equal(AllKeys, Received([.. Sound.Keys(AllKeys, 70, 70).Zip(noise, (a, b) => (short)(a + b))]));
    }

    [Fact]
    public void Does_not_take_noise_or_single_tones_for_keys()
    {
        Assert.Equal("", Received(Sound.White(5000, -10, seed: 8)));
        Assert.Equal("", Received([.. Enumerable.Range(2, 30).SelectMany(n => Sound.Sine(100, (n * 100, -8)))]));
        Assert.Equal("", Received(Sound.Sine(2000, (350, -10), (440, -10))));
    }

    private static string Received(short[] sound)
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { DialToneTimeout = TimeSpan.FromMinutes(5) });
        rig.Fxo.SetOffHook(true);
        rig.Run(400);
        // From an odd sample, so that keys do not begin with the receiver's windows.
        rig.SendToLine(Sound.Silence(3.7));
        rig.SendToLine(sound);
        rig.Run((sound.Length / 8.0) + 60);
        return rig.Line.DialledDigits;
    }
}
