using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class RingTests
{
    private static readonly SimulatedCardOptions NoCallerId = SimulatorRig.Clean with { CallerId = false };

    [Fact]
    public void Rings_in_the_cadence_of_the_country_to_the_sample()
    {
        var rig = new SimulatorRig(Lands.Britain, NoCallerId);
        rig.Line.Ring(new SimulatedCaller());
        rig.Run(6500);

        var times = rig.FxoEvents.Select(e => (e.Kind, (e.At - rig.FxoEvents[0].At).TotalMilliseconds)).ToArray();
        Assert.Equal(
            [
                (LineEventKind.RingBegan, 0), (LineEventKind.RingEnded, 400),
                (LineEventKind.RingBegan, 600), (LineEventKind.RingEnded, 1000),
                (LineEventKind.RingBegan, 3000), (LineEventKind.RingEnded, 3400),
                (LineEventKind.RingBegan, 3600), (LineEventKind.RingEnded, 4000),
                (LineEventKind.RingBegan, 6000), (LineEventKind.RingEnded, 6400),
            ],
            times);
        Assert.Equal(5, rig.Line.RingBursts);
    }

    [Fact]
    public void Begins_with_the_block_after_the_command_at_the_time_of_the_wire()
    {
        var rig = new SimulatorRig();
        rig.Run(200);
        rig.Line.Ring(new SimulatedCaller());
        rig.Block();

        // The block exchanged at 220 ms carries what passed the wire from 200 ms on.
        Assert.Equal([new LineEvent(LineEventKind.RingBegan, Lands.Ms(200))], rig.FxoEvents);
    }

    [Fact]
    public void Ring_voltage_swings_at_the_frequency_of_the_country()
    {
        var odd = Lands.Britain with { Ring = new RingSignal(23, [Lands.Ms(2000), Lands.Ms(4000)]) };
        var rig = new SimulatorRig(odd, NoCallerId);
        rig.Line.Ring(new SimulatedCaller());
        for (var block = 1; block < 99; block++)
        {
            rig.Block();
            var expected = -48 + (90 * Math.Sqrt(2) * Math.Sin(2 * Math.PI * 23 * block * 0.02));
            Assert.Equal(expected, rig.Fxo.Readings.Volts, 6);
        }
    }

    [Fact]
    public void Off_hook_trips_the_ring_and_connects_the_caller()
    {
        var speech = Sound.Sine(500, (1000, -10));
        var rig = new SimulatorRig();
        rig.Line.Ring(new SimulatedCaller { Speech = speech, SpeechDelay = Lands.Ms(250) });
        rig.Run(1000);
        rig.Fxo.SetOffHook(true);
        rig.FromLine.Clear();
        rig.Run(1000);

        Assert.Equal(LineEventKind.RingEnded, rig.FxoEvents[^1].Kind);
        Assert.Equal(Lands.Ms(1000), rig.FxoEvents[^1].At);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        Assert.Equal(speech, rig.FromLine.Skip(2000).Take(speech.Length));
        Assert.Equal(24, rig.Fxo.Readings.Milliamps, 3);
        Assert.Equal(-7.92, rig.Fxo.Readings.Volts, 3);
    }

    [Fact]
    public void The_ring_stops_when_the_caller_gives_up()
    {
        var rig = new SimulatorRig();
        rig.Line.Ring(new SimulatedCaller());
        rig.Run(1000);
        rig.Line.HangUp();
        rig.Run(10_000);

        Assert.Equal([LineEventKind.RingBegan, LineEventKind.RingEnded], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(Lands.Ms(1000), rig.FxoEvents[1].At - rig.FxoEvents[0].At);
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
    }

    [Fact]
    public void A_second_caller_finds_the_line_busy()
    {
        var rig = new SimulatorRig();
        rig.Connect();
        rig.Line.Ring(new SimulatedCaller());
        rig.Run(100);

        Assert.Equal(1, rig.Line.CallersTurnedAway);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        Assert.Contains(rig.Line.RecentActivity(), a => a.Text == "a caller found the line busy");
    }

    [Fact]
    public void A_call_that_meets_the_box_seizing_the_line_is_connected_at_once()
    {
        var rig = new SimulatorRig();
        rig.Fxo.SetOffHook(true);
        rig.Run(100);
        rig.Line.Ring(new SimulatedCaller { Speech = Sound.Sine(200, (1000, -10)) });
        rig.FromLine.Clear();
        rig.Run(1000);

        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        Assert.Empty(rig.FxoEvents);
        Assert.Equal([(false, 0), (true, 200 * 8)], Round(Sound.Runs(rig.FromLine)).Take(2));
    }

    [Theory]
    [InlineData("12345678901234567890123")]
    [InlineData("")]
    [InlineData("555-0100")]
    public void Refuses_a_number_that_no_exchange_sends(string number)
    {
        var rig = new SimulatorRig();
        var error = Assert.Throws<ArgumentException>(() => rig.Line.Ring(new SimulatedCaller { Number = number }));
        Assert.Contains("must be 1 to 20 digits", error.Message, StringComparison.Ordinal);
    }

    // A sine begins with a sample of zero, so edges are known to a few samples only.
    private static IEnumerable<(bool, int)> Round(IEnumerable<(bool Sound, int Samples)> runs) =>
        runs.Select(r => (r.Sound, (r.Samples + 4) / 8 * 8));
}
