using System.Diagnostics;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Simulated;

/// <summary>What the simulator costs, and that it can be repeated.</summary>
public sealed class MachineTests
{
    [Fact]
    public void The_same_seed_and_script_give_the_same_samples_and_events()
    {
        var first = Play(seed: 7);
        var second = Play(seed: 7);
        Assert.Equal(first.FromLine, second.FromLine);
        Assert.Equal(first.FromPhone, second.FromPhone);
        Assert.Equal(first.Line.Heard(), second.Line.Heard());
        Assert.Equal(first.Phone.Heard(), second.Phone.Heard());
        Assert.Equal(first.FxoEvents, second.FxoEvents);
        Assert.NotEqual(first.FromLine, Play(seed: 8).FromLine);
    }

    [Fact]
    public void A_block_of_active_lines_allocates_nothing()
    {
        var time = new ManualTimeProvider();
        var card = new SimulatedCard(new SimulatedCardOptions(), Lands.UnitedStates, time, new Random(1));
        foreach (var (line, port) in card.ExchangeLines.Zip(card.FxoPorts))
        {
            line.Ring(new SimulatedCaller { Number = "5550100", Speech = Sound.White(1000, -20, seed: 1), LoopSpeech = true });
            port.LineEvent += _ => { };
        }

        foreach (var phone in card.Phones)
        {
            phone.Lift();
            phone.Speak(Sound.White(1000, -20, seed: 2), loop: true);
        }

        RunBlocks(card, time, 200);
        foreach (var port in card.FxoPorts)
        {
            port.SetOffHook(true);
        }

        RunBlocks(card, time, 200);
        Assert.All(card.ExchangeLines, line => Assert.Equal(ExchangeLineState.Talking, line.State));

        Assert.Equal(0, Allocation.Of(() => RunBlocks(card, time, 99)));
    }

    [Fact]
    public void A_day_in_which_nothing_happens_passes_in_seconds()
    {
        var time = new ManualTimeProvider();
        var card = new SimulatedCard(new SimulatedCardOptions(), Lands.UnitedStates, time, new Random(1));
        var started = Stopwatch.GetTimestamp();
        for (var block = 0; block < 24 * 3600 * 50; block++)
        {
            card.ExchangeBlock();
        }

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
    }

    [Fact]
    public void Time_follows_a_clock_that_has_lost_blocks_for_good_and_never_goes_back()
    {
        var time = new ManualTimeProvider();
        var card = new SimulatedCard(SimulatorRig.Clean, Lands.UnitedStates, time, new Random(1));
        var events = new List<LineEvent>();
        card.FxsPorts[0].LineEvent += events.Add;
        RunBlocks(card, time, 10);
        time.Advance(TimeSpan.FromSeconds(1));
        RunBlocks(card, time, 3);
        card.Phones[0].Lift();
        RunBlocks(card, time, 1);
        Assert.Equal([new LineEvent(LineEventKind.LoopClosed, Lands.Ms(200 + 1000 + 60))], events);
    }

    [Fact]
    public void A_stall_that_is_caught_up_leaves_the_times_as_they_were()
    {
        var time = new ManualTimeProvider();
        var card = new SimulatedCard(SimulatorRig.Clean, Lands.UnitedStates, time, new Random(1));
        var events = new List<LineEvent>();
        card.FxsPorts[0].LineEvent += events.Add;
        RunBlocks(card, time, 10);
        time.Advance(Lands.Ms(200));
        for (var missed = 0; missed < 10; missed++)
        {
            card.ExchangeBlock();
        }

        card.Phones[0].Lift();
        RunBlocks(card, time, 1);
        Assert.Equal([new LineEvent(LineEventKind.LoopClosed, Lands.Ms(400))], events);
    }

    [Fact]
    public void More_commands_than_the_queue_holds_are_refused_with_the_reason()
    {
        var card = new SimulatedCard(SimulatorRig.Clean, Lands.UnitedStates, new ManualTimeProvider(), new Random(1));
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            for (var i = 0; i < 5000; i++)
            {
                card.ExchangeLines[0].HangUp();
            }
        });
        Assert.Contains("media clock stands still", error.Message, StringComparison.Ordinal);
        card.ExchangeBlock();
        card.ExchangeLines[0].HangUp();
    }

    [Fact]
    public void A_card_has_the_ports_asked_for()
    {
        var card = new SimulatedCard(
            new SimulatedCardOptions { FxoPorts = 2, FxsPorts = 24 }, Lands.UnitedStates, new ManualTimeProvider(), new Random(1));
        Assert.Equal(["fxo1", "fxo2"], card.FxoPorts.Select(p => p.Name));
        Assert.Equal("fxs24", card.FxsPorts[^1].Name);
        Assert.Equal(card.FxsPorts.Select(p => p.Name), card.Phones.Select(p => p.PortName));
        Assert.Equal(card.FxoPorts.Select(p => p.Name), card.ExchangeLines.Select(l => l.PortName));
    }

    [Fact]
    public void A_card_of_a_board_file_has_the_settings_of_the_file_and_goes_on_counting_ports()
    {
        var settings = new SimulatedCardSettings(-60, null, [HangUpSignal.BusyTone], true, false) { FarEchoReturnLossDb = 12 };
        var options = SimulatedCardOptions.From(new CardConfig("card-2", 2, 3, 5, 9, settings));
        var usual = new SimulatedCardOptions();
        Assert.Equal(
            (-60.0, usual.BoxEchoReturnLossDb, 12, true, false),
            (options.NoiseDbm0, options.BoxEchoReturnLossDb, options.FarEchoReturnLossDb, options.AnswerReversal, options.CallerId));
        Assert.Equal([HangUpSignal.BusyTone], options.HangUpSignals);

        var card = new SimulatedCard(options, Lands.UnitedStates, new ManualTimeProvider(), new Random(1));
        Assert.Equal("card-2", card.Name);
        Assert.Equal(["fxo5", "fxo6"], card.FxoPorts.Select(p => p.Name));
        Assert.Equal(["fxs9", "fxs10", "fxs11"], card.Phones.Select(p => p.PortName));
    }

    [Fact]
    public void The_parties_of_a_large_card_share_what_is_kept_of_what_they_heard()
    {
        var settings = new SimulatedCardSettings(null, null, null, null, null);
        TimeSpan HeardOf(int ports) => SimulatedCardOptions.From(new CardConfig("card", ports, ports, 1, 1, settings)).HeardLimit;

        Assert.Equal(TimeSpan.FromMinutes(10), HeardOf(4));
        Assert.Equal(TimeSpan.FromSeconds(12), HeardOf(200));
    }

    private static SimulatorRig Play(int seed)
    {
        var options = new SimulatedCardOptions { FxoPorts = 1, FxsPorts = 1 };
        var rig = new SimulatorRig(options: options, seed: seed);
        rig.Line.Ring(new SimulatedCaller { Number = "5550100", Speech = Sound.Sine(3000, (1000, -10)) });
        rig.Run(5000);
        rig.Fxo.SetOffHook(true);
        rig.Phone.Lift();
        rig.Phone.Dial("123");
        rig.SendToLine(Sound.White(1000, -20, seed: 4));
        rig.Run(2000);
        rig.Line.HangUp();
        rig.Phone.HangUp();
        rig.Run(2000);
        return rig;
    }

    private static void RunBlocks(SimulatedCard card, ManualTimeProvider time, int blocks)
    {
        for (var block = 0; block < blocks; block++)
        {
            time.Advance(LineAudio.BlockDuration);
            card.ExchangeBlock();
        }
    }
}
