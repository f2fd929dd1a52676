using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class OutgoingTests
{
    [Fact]
    public void Dial_tone_comes_after_its_delay_at_its_level_and_stops_at_the_first_digit()
    {
        var rig = new SimulatorRig();
        rig.Fxo.SetOffHook(true);
        rig.Run(1300);
        Assert.Equal(ExchangeLineState.DialTone, rig.Line.State);
        Assert.All(rig.FromLine.Take(300 * 8), s => Assert.Equal(0, s));
        var tone = rig.FromLine.Skip(300 * 8).ToArray();
        Assert.Equal(-13, Sound.Dbm0At(tone, 350), 0.1);
        Assert.Equal(-13, Sound.Dbm0At(tone, 440), 0.1);

        rig.SendToLine(Sound.Keys("5"));
        rig.Run(100);
        Assert.Equal(ExchangeLineState.Dialling, rig.Line.State);
        rig.FromLine.Clear();
        rig.Run(200);
        Assert.All(rig.FromLine, s => Assert.Equal(0, s));
    }

    [Theory]
    [InlineData("0123456789*#ABCD", 60, 60)]
    [InlineData("99887766", 40, 40)]
    public void Hears_what_the_box_dials_by_keys(string number, double on, double off)
    {
        var rig = Ready();
        rig.SendToLine(Sound.Keys(number, on, off));
        rig.Run((number.Length * (on + off)) + 100);
        Assert.Equal(number, rig.Line.DialledDigits);
    }

    [Fact]
    public void Hears_what_the_box_dials_by_pulses()
    {
        var rig = Ready();
        rig.Fxo.SendPulses("1905");
        rig.RunUntil(() => rig.FxoEvents.Count > 0, 10_000);

        // Pulses of 100 ms, 25 of them; the last make of a digit is part of the 800 ms to the next.
        Assert.Equal([LineEventKind.PulsesSent], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(Lands.Ms(1020 + 2500 + (3 * 760)), rig.FxoEvents[0].At);
        rig.Run(300);
        Assert.Equal("1905", rig.Line.DialledDigits);
    }

    [Fact]
    public void Does_not_hear_digits_before_dial_tone()
    {
        var rig = new SimulatorRig();
        rig.Fxo.SetOffHook(true);
        rig.SendToLine(Sound.Keys("1234", 30, 40));
        rig.Run(1000);
        Assert.Equal("", rig.Line.DialledDigits);
        Assert.Equal(ExchangeLineState.DialTone, rig.Line.State);
    }

    [Fact]
    public void Answers_after_the_rings_asked_for_with_reversed_polarity_and_speech()
    {
        var speech = Sound.Sine(300, (700, -15));
        var rig = Ready(SimulatorRig.Clean with { AnswerReversal = true, InterDigitTimeout = Lands.Ms(2000) });
        rig.Line.Outgoing = new OutgoingBehaviour.Answers { AfterRings = 2, Speech = speech };
        rig.SendToLine(Sound.Keys("5550100"));
        rig.RunUntil(() => rig.Line.State == ExchangeLineState.Ringback, 4000);
        var ringback = rig.Line.RecentActivity()[^1].At;
        var before = rig.FromLine.Count - (int)((rig.Now - ringback).TotalMilliseconds * 8);
        rig.FromLine.RemoveRange(0, before);
        rig.RunUntil(() => rig.Line.State == ExchangeLineState.Talking, 10_000);
        rig.Run(1000);

        // Two rings of 2 s with the pause of 4 s between them.
        Assert.Equal([LineEventKind.PolarityReversed], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(-13, Sound.Dbm0At(rig.FromLine.Take(15_000).ToArray(), 440), 0.1);
        var answered = (int)(rig.FxoEvents[0].At - ringback).TotalMilliseconds * 8;
        Assert.Equal(8000 * 8, answered);
        var runs = Sound.Runs([.. rig.FromLine.Take(answered)]);
        Assert.Equal([(true, 16_000), (false, 32_000), (true, 16_000)], runs.Skip(1).Take(3).Select(Near));
        Assert.Equal(speech, rig.FromLine.Skip(answered).Take(speech.Length));

        rig.Line.HangUp();
        rig.Block();
        Assert.Equal(LineEventKind.BatteryLost, rig.FxoEvents[1].Kind);
    }

    [Fact]
    public void Rings_for_ever_when_nobody_answers()
    {
        var rig = Call(new OutgoingBehaviour.NoAnswer());
        rig.Run(120_000);
        Assert.Equal(ExchangeLineState.Ringback, rig.Line.State);
    }

    [Theory]
    [InlineData("busy", 500)]
    [InlineData("congestion", 250)]
    public void Refuses_by_the_tone_of_the_country(string outcome, int milliseconds)
    {
        var rig = Call(outcome == "busy" ? new OutgoingBehaviour.Busy() : new OutgoingBehaviour.Congestion());
        Assert.Equal(ExchangeLineState.Refused, rig.Line.State);
        rig.FromLine.Clear();
        rig.Run(4000);
        var runs = Sound.Runs(rig.FromLine).Skip(2).SkipLast(2).ToArray();
        Assert.NotEmpty(runs);
        Assert.All(runs, run => Assert.Equal(milliseconds * 8, run.Samples, 16.0));
    }

    [Fact]
    public void Dial_tone_gives_way_to_congestion_when_nothing_is_dialled()
    {
        var rig = new SimulatorRig();
        rig.Fxo.SetOffHook(true);
        rig.Run(20_400);
        Assert.Equal(ExchangeLineState.Refused, rig.Line.State);
        rig.FromLine.Clear();
        rig.Run(250);
        Assert.Equal(-13, Sound.Dbm0At([.. rig.FromLine.Take(1000)], 620), 1.0);
    }

    [Fact]
    public void The_far_party_hears_keys_in_the_call_and_its_own_reach_the_box()
    {
        var rig = new SimulatorRig();
        rig.Connect();
        rig.SendToLine(Sound.Keys("7#"));
        rig.Line.PressKeys("19");
        rig.Run(400);
        Assert.Equal("7#", rig.Line.KeysHeard);
        var first = rig.FromLine.Take(70 * 8).ToArray();
        Assert.Equal(-11, Sound.Dbm0At(first, 697), 0.1);
        Assert.Equal(-9, Sound.Dbm0At(first, 1209), 0.1);
        var second = rig.FromLine.Skip(140 * 8).Take(70 * 8).ToArray();
        Assert.Equal(-11, Sound.Dbm0At(second, 852), 0.1);
        Assert.Equal(-9, Sound.Dbm0At(second, 1477), 0.1);
    }

    [Fact]
    public void Refuses_pulses_on_hook_and_signs_that_are_no_digits()
    {
        var rig = new SimulatorRig();
        Assert.Throws<InvalidOperationException>(() => rig.Fxo.SendPulses("1"));
        rig.Fxo.SetOffHook(true);
        Assert.Throws<ArgumentException>(() => rig.Fxo.SendPulses("1*"));
        Assert.Throws<ArgumentException>(() => rig.Fxo.SendPulses(new string('1', 65)));
    }

    // A tone begins and ends near a zero of its wave.
    private static (bool Sound, int Samples) Near((bool Sound, int Samples) run) => (run.Sound, (run.Samples + 16) / 32 * 32);

    private static SimulatorRig Ready(SimulatedCardOptions? options = null)
    {
        var rig = new SimulatorRig(options: options);
        rig.Fxo.SetOffHook(true);
        rig.Run(1000);
        Assert.Equal(ExchangeLineState.DialTone, rig.Line.State);
        rig.Block();
        return rig;
    }

    private static SimulatorRig Call(OutgoingBehaviour outgoing)
    {
        var rig = Ready();
        rig.Line.Outgoing = outgoing;
        rig.SendToLine(Sound.Keys("5550100"));
        rig.Run(5000);
        return rig;
    }
}
