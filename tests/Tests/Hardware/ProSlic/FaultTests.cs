using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>What goes wrong while the card works, what of it the others notice, and how it comes back.</summary>
public sealed class FaultTests
{
    [Fact]
    public void A_chip_that_dies_in_a_call_takes_only_its_own_port_along_and_comes_back()
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Chips.ExchangeLines[1].Ring(new SimulatedCaller());
        rig.Run(300);
        rig.Card.FxoPorts[1].SetOffHook(true);
        rig.Run(200);
        rig.Forget();
        rig.FxsFaults.IsDead = true;
        rig.Until(() => rig.Fxs.Fault is not null, 100);
        Assert.Contains("does not answer on the control bus (it reads 0xFF)", rig.Fxs.Fault, StringComparison.Ordinal);
        Assert.Equal([LineEventKind.FaultBegan], rig.Kinds(rig.Fxs));
        rig.Run(5000);
        Assert.Equal(ExchangeLineState.Talking, rig.Chips.ExchangeLines[1].State);
        Assert.All(rig.Ports.Where(port => port != rig.Fxs), port => Assert.Empty(rig.Kinds(port)));
        rig.FxsFaults.IsDead = false;
        rig.Until(() => rig.Fxs.Fault is null, 20_000);
        rig.Run(200);
        Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared, LineEventKind.LoopClosed], rig.Kinds(rig.Fxs));
        Assert.Equal(ExchangeLineState.Talking, rig.Chips.ExchangeLines[1].State);
    }

    [Fact]
    public void A_chip_that_was_reset_behind_our_back_is_set_up_again()
    {
        using var rig = ProSlicRig.Up();
        rig.Chips.Chips[0].Reset();
        rig.Until(() => rig.Fxo.Fault is not null, 100);
        rig.Chips.Chips[2].Reset();
        rig.Until(() => rig.Fxs.Fault is not null, 100);
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 10_000);
        Assert.True(rig.Fxo.HasBattery);
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(100);
        Assert.True(rig.Phone.IsRinging);
    }

    [Fact]
    public void A_single_failure_of_the_bus_ends_no_call_and_a_bus_that_is_gone_is_named_and_comes_back()
    {
        using var rig = ProSlicRig.Up();
        rig.Chips.Spi.Failure = "No such device.";
        rig.Run(15);
        rig.Chips.Spi.Failure = null;
        rig.Run(200);
        Assert.All(rig.Ports, port => Assert.Empty(rig.Kinds(port)));

        rig.Chips.Spi.Failure = "No such device.";
        rig.Until(() => rig.Fxo.Fault is not null, 100);
        Assert.All(rig.Ports, port => Assert.Equal("The control bus of card card fails: No such device.", port.Fault));
        rig.Run(3000);
        rig.Chips.Spi.Failure = null;
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 20_000);
        Assert.All(rig.Ports, port => Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared], rig.Kinds(port)));
    }

    [Fact]
    public void A_sound_clock_that_stands_still_is_named_and_all_ports_come_back_with_it()
    {
        using var rig = ProSlicRig.Up();
        rig.Chips.Sound.IsStopped = true;
        rig.Until(() => rig.Ports.All(port => port.Fault is not null), 300);
        Assert.All(rig.Ports, port => Assert.Equal(
            "The sound clock of card card stands still: check the card's clock and its sound device.", port.Fault));
        rig.Run(2000);
        rig.Chips.Sound.IsStopped = false;
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 100);
        rig.Run(100);
        Assert.All(rig.Ports, port => Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared], rig.Kinds(port)));
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.Equal(-48, rig.Fxs.Readings.Volts);
    }

    [Fact]
    public void A_sound_device_that_is_gone_is_named_and_opened_again()
    {
        using var rig = ProSlicRig.Up();
        rig.Chips.Sound.IsGone = true;
        rig.Until(() => rig.Fxo.Fault is not null, 100);
        Assert.StartsWith("The sound device of card card is gone (No such device.)", rig.Fxo.Fault);
        rig.Chips.Sound.IsGone = false;
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 2000);
    }

    [Fact]
    public void A_port_with_a_fault_is_silent_and_takes_no_commands()
    {
        using var rig = ProSlicRig.Up();
        rig.Chips.Sound.IsStopped = true;
        rig.Until(() => rig.Ports.All(port => port.Fault is not null), 300);
        rig.Fxo.SetOffHook(true);
        rig.Fxo.SendPulses("123");
        rig.Fxs.SetFeed(LineFeed.Ringing);
        Assert.Equal((false, LineFeed.Open), (rig.Fxo.IsOffHook, rig.Fxs.Feed));
        rig.Run(500);
        rig.Chips.Sound.IsStopped = false;
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 100);
        rig.Run(500);
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
        Assert.Equal(0, rig.Phone.RingBursts);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
    }

    [Fact]
    public void A_control_bus_that_stands_still_takes_no_endless_queue_of_commands()
    {
        using var rig = ProSlicRig.Up();
        Assert.Throws<InvalidOperationException>(() =>
        {
            for (var i = 0; i < 5000; i++)
            {
                rig.Fxo.SetOffHook(i % 2 == 0);
            }
        });
    }

    [Fact]
    public void The_step_of_the_sound_allocates_nothing()
    {
        var time = new ManualTimeProvider();
        var chips = new SimulatedChips(ProSlicRig.Clean, ProSlicRig.TwoAndTwo, TestCountries.UnitedStates, time, new Random(1));
        var bus = new Silent();
        using var card = ProSlicCard.Create(
            ProSlicRig.Config(ProSlicRig.TwoAndTwo), TestCountries.UnitedStates, new(() => chips.Spi, () => bus), time, _ => { });
        for (var i = 0; i < 500; i++)
        {
            time.Advance(LineAudio.BlockDuration);
            card.StepControl();
            card.StepSound();
            card.ExchangeBlock();
        }

        Assert.All(card.FxoPorts.Concat<IAnalogPort>(card.FxsPorts), port => Assert.Null(port.Fault));
        var allocated = Allocation.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                card.StepSound();
                card.ExchangeBlock();
            }
        });
        Assert.Equal(0, allocated);
        Assert.InRange(bus.Blocks, 1500, int.MaxValue);
    }

    [Fact]
    public async Task A_card_without_hardware_exists_and_its_threads_end_with_it()
    {
        var named = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var card = ProSlicCard.Open(
            ProSlicRig.Config([PortKind.Fxo, PortKind.Fxs]),
            TestCountries.UnitedStates,
            new(() => throw new UnauthorizedAccessException("Not allowed."), () => throw new IOException("No card.")),
            TimeProvider.System,
            words =>
            {
                if (words.Contains("The control bus of card card cannot be opened: Not allowed.", StringComparison.Ordinal))
                {
                    named.TrySetResult();
                }
            });
        await named.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("fxo1", "fxs1"), (card.FxoPorts[0].Name, card.FxsPorts[0].Name));
        Assert.NotNull(card.FxoPorts[0].Fault);
        card.ExchangeBlock();
        card.Dispose();
        card.FxsPorts[0].SetFeed(LineFeed.Forward);
        Assert.False(card.FxoPorts[0].IsOffHook);
    }

    private sealed class Silent : ITdmBus
    {
        public int Blocks { get; private set; }

        public int Channels => 4;

        public bool Exchange(ReadOnlySpan<short> play, Span<short> captured, TimeSpan limit)
        {
            captured.Clear();
            Blocks++;
            return true;
        }

        public void Dispose()
        {
        }
    }
}
