using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class LevelTests
{
    private const int Seconds = 4;

    [Fact]
    public void A_line_without_loss_noise_and_echo_carries_every_sample_unchanged_in_the_same_block()
    {
        var fromCaller = Sound.White(1000, -15, seed: 11);
        var fromBox = Sound.White(1000, -15, seed: 12);
        var rig = new SimulatorRig();
        rig.Connect(new SimulatedCaller { Speech = fromCaller });
        rig.SendToLine(fromBox);
        rig.Run(1000);

        // The first block after the answer has gone into Connect.
        Assert.Equal(fromCaller[160..], rig.FromLine.Take(fromCaller.Length - 160));
        Assert.Equal(fromBox, rig.Line.Heard().Skip(160).Take(fromBox.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3.5)]
    [InlineData(9)]
    public void Loss_is_exact_in_both_directions(double loss)
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { AttenuationDb = loss });
        rig.Connect(new SimulatedCaller { Speech = Sound.Sine(1000, (1000, -10)), LoopSpeech = true });
        rig.SendToLine(Sound.Sine(1000, (1200, -12)));
        rig.Run(1000);

        Assert.Equal(-10 - loss, Sound.Dbm0At([.. rig.FromLine.Take(8000)], 1000), 0.02);
        Assert.Equal(-12 - loss, Sound.Dbm0At([.. rig.Line.Heard().Skip(160).Take(8000)], 1200), 0.02);
    }

    [Theory]
    [InlineData(-70)]
    [InlineData(-50)]
    public void Noise_has_its_level_at_both_ends_and_is_white(double dbm0)
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { NoiseDbm0 = dbm0 });
        rig.Connect();
        rig.Run(Seconds * 1000);

        Assert.Equal(dbm0, Sound.Dbm0(rig.FromLine), 0.5);
        Assert.Equal(dbm0, Sound.Dbm0(rig.Line.Heard()), 0.5);
        // First differences of white noise have twice its power.
        var differences = rig.FromLine.Zip(rig.FromLine.Skip(1), (a, b) => (short)(b - a));
        Assert.Equal(dbm0 + 3, Sound.Dbm0(differences), 0.5);
    }

    [Fact]
    public void Noises_of_the_two_ends_have_nothing_in_common()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { NoiseDbm0 = -50 });
        rig.Connect();
        rig.Run(Seconds * 1000);
        var far = rig.Line.Heard().Skip(160).ToArray();
        var common = rig.FromLine.Zip(far, (a, b) => (double)a * b).Average();
        var power = rig.FromLine.Average(a => (double)a * a);
        Assert.InRange(Math.Abs(common) / power, 0, 0.05);
    }

    [Theory]
    [InlineData(12, 18)]
    [InlineData(24, 30)]
    public void Echo_comes_back_at_each_end_by_its_own_return_loss(double box, double far)
    {
        var options = SimulatorRig.Clean with { BoxEchoReturnLossDb = box, FarEchoReturnLossDb = far };
        var heardByBox = new SimulatorRig(options: options);
        heardByBox.Connect();
        heardByBox.SendToLine(Sound.White(Seconds * 1000, -10, seed: 5));
        heardByBox.Run(Seconds * 1000);
        Assert.Equal(-10 - box, Sound.Dbm0(heardByBox.FromLine), 0.5);

        var heardByFar = new SimulatorRig(options: options);
        heardByFar.Connect(new SimulatedCaller { Speech = Sound.White(Seconds * 1000, -10, seed: 6), LoopSpeech = true });
        heardByFar.Run(Seconds * 1000);
        Assert.Equal(-10 - far, Sound.Dbm0(heardByFar.Line.Heard()), 0.5);
    }

    [Fact]
    public void An_echo_is_over_after_two_milliseconds()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { BoxEchoReturnLossDb = 12 });
        rig.Connect();
        rig.SendToLine([20_000]);
        rig.Run(40);
        Assert.Contains(rig.FromLine.Take(16), s => Math.Abs((int)s) > 100);
        Assert.All(rig.FromLine.Skip(16), s => Assert.Equal(0, s));
    }

    [Fact]
    public void Too_loud_sound_is_clipped_and_does_not_wrap()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { BoxEchoReturnLossDb = 6 });
        rig.Connect(new SimulatedCaller { Speech = Enumerable.Repeat(short.MaxValue, 8000).ToArray() });
        rig.SendToLine([.. Enumerable.Repeat((short)20_000, 4000)]);
        rig.Run(200);
        Assert.All(rig.FromLine, s => Assert.InRange(s, (short)20_000, short.MaxValue));
        Assert.Contains(short.MaxValue, rig.FromLine);
    }

    [Fact]
    public void An_option_out_of_range_is_refused_by_name()
    {
        var deaf = SimulatorRig.Clean with { AttenuationDb = 60 };
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatorRig(options: deaf));
        Assert.Contains("AttenuationDb of the simulated card must lie between 0 and 40", error.Message, StringComparison.Ordinal);
    }
}
