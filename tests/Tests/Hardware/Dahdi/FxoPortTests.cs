using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>A port towards the exchange on DAHDI's events and states.</summary>
public sealed class FxoPortTests : IDisposable
{
    private readonly CardRig _rig = new();

    public FxoPortTests() => _rig.Run(3);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_ring_is_told_at_its_begin_and_end()
    {
        Ring(true);
        Assert.Equal([LineEventKind.RingBegan], _rig.Take(_rig.Fxo));
        _rig.Run(50);
        Ring(false);
        Assert.Equal([LineEventKind.RingEnded], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void A_ring_that_the_driver_tells_by_no_event_is_seen_at_the_next_block()
    {
        _rig.FxoChannel.Seen = ReceivedHook.Ring;
        _rig.Run();

        Assert.Equal([LineEventKind.RingBegan], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void An_event_dates_the_change_between_two_blocks()
    {
        _rig.FxoChannel.Seen = ReceivedHook.Ring;
        _rig.FxoChannel.Tell(ChannelEvent.RingOrOffHook);
        _rig.Wake(7);

        Assert.Equal(TimeSpan.FromMilliseconds(67), Assert.Single(_rig.Events).At);
    }

    [Fact]
    public void An_answer_ends_the_ring_and_a_state_that_stays_behind_is_no_new_one()
    {
        Ring(true);
        _rig.Fxo.SetOffHook(true);
        Assert.True(_rig.Fxo.IsOffHook);
        _rig.Wake();
        Assert.Equal(["OffHook"], _rig.FxoChannel.Commands);
        Assert.Equal([LineEventKind.RingBegan, LineEventKind.RingEnded], _rig.Take(_rig.Fxo));

        // The driver looks for ring voltage on-hook only, and keeps its last answer.
        _rig.Run(100);
        _rig.Fxo.SetOffHook(false);
        _rig.Run(100);
        Assert.Empty(_rig.Take(_rig.Fxo));

        _rig.FxoChannel.Seen = ReceivedHook.OffHook;
        _rig.Run();
        Ring(true);
        Assert.Equal([LineEventKind.RingBegan], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void A_ring_right_after_hanging_up_is_believed_once_the_line_is_quiet()
    {
        OffHook();
        _rig.Fxo.SetOffHook(false);
        _rig.Run(5);
        Ring(true);
        _rig.Run(40);
        Assert.Empty(_rig.Take(_rig.Fxo));
        _rig.Run(10);
        Assert.Equal([LineEventKind.RingBegan], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void Battery_that_goes_in_a_call_is_told_and_so_is_its_return()
    {
        OffHook();
        See(ReceivedHook.OnHook, ChannelEvent.OnHook);
        Assert.False(_rig.Fxo.HasBattery);
        Assert.Equal(0, _rig.Fxo.Readings.Milliamps);
        See(ReceivedHook.OffHook, ChannelEvent.RingOrOffHook);

        Assert.True(_rig.Fxo.HasBattery);
        Assert.Equal([LineEventKind.BatteryLost, LineEventKind.BatteryRestored], _rig.Take(_rig.Fxo));
        Assert.Null(_rig.Fxo.Fault);
    }

    [Fact]
    public void An_unplugged_line_is_no_fault_of_the_port()
    {
        _rig.FxoChannel.Seen = ReceivedHook.OnHook;
        _rig.Run(60);
        _rig.FxoChannel.RedAlarm = true;
        _rig.Run(60);
        Assert.Equal([LineEventKind.BatteryLost], _rig.Take(_rig.Fxo));
        Assert.Null(_rig.Fxo.Fault);

        // The alarm ends a second after the battery is back.
        _rig.FxoChannel.Seen = ReceivedHook.OffHook;
        _rig.Run();
        Assert.True(_rig.Fxo.HasBattery);
        _rig.FxoChannel.RedAlarm = false;
        _rig.Run(10);
        Assert.Equal([LineEventKind.BatteryRestored], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void A_line_unplugged_in_a_ring_is_found_by_the_alarm()
    {
        Ring(true);
        Ring(false);
        _rig.FxoChannel.RedAlarm = true;
        _rig.Run();
        Assert.False(_rig.Fxo.HasBattery);
        _rig.FxoChannel.RedAlarm = false;
        _rig.Run();

        Assert.Equal(
            [LineEventKind.RingBegan, LineEventKind.RingEnded, LineEventKind.BatteryLost, LineEventKind.BatteryRestored],
            _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void Polarity_is_told_each_time_it_turns()
    {
        _rig.FxoChannel.Tell(ChannelEvent.Polarity);
        _rig.Wake();
        _rig.FxoChannel.Tell(ChannelEvent.Polarity);
        _rig.Run();

        Assert.Equal([LineEventKind.PolarityReversed, LineEventKind.PolarityReversed], _rig.Take(_rig.Fxo));
    }

    [Fact]
    public void A_flash_has_the_length_that_was_asked_for_and_waits_until_the_loop_is_closed()
    {
        _rig.Fxo.SetOffHook(true);
        _rig.Fxo.Flash(TimeSpan.FromMilliseconds(110));
        _rig.Wake();
        Assert.Equal(["OffHook"], _rig.FxoChannel.Commands);
        _rig.Run();

        Assert.Equal(["OffHook", "Flash 110"], _rig.FxoChannel.Commands);
        Assert.True(_rig.Fxo.IsOffHook);
    }

    [Fact]
    public void Two_flashes_follow_each_other_and_one_on_hook_is_ignored()
    {
        _rig.Fxo.Flash(TimeSpan.FromMilliseconds(90));
        _rig.Run();
        OffHook();
        _rig.Fxo.Flash(TimeSpan.FromMilliseconds(91));
        _rig.Fxo.Flash(TimeSpan.FromMilliseconds(92));
        _rig.Run(3);
        Assert.Equal(["OffHook", "Flash 91"], _rig.FxoChannel.Commands);
        _rig.FxoChannel.Tell(ChannelEvent.HookComplete);
        _rig.Run(2);

        Assert.Equal(["OffHook", "Flash 91", "Flash 92"], _rig.FxoChannel.Commands);
    }

    [Fact]
    public void A_flash_that_the_driver_refuses_is_told_and_is_no_fault()
    {
        OffHook();
        _rig.FxoChannel.RefusesFlash = true;
        _rig.Fxo.Flash(TimeSpan.FromMilliseconds(90));
        _rig.Run();

        Assert.Contains(_rig.Told, told => told.Contains("fxo4: the driver refused a flash", StringComparison.Ordinal));
        Assert.Null(_rig.Fxo.Fault);
    }

    [Fact]
    public void Pulses_are_dialled_by_the_kernel_and_nothing_is_written_meanwhile()
    {
        OffHook();
        _rig.Fxo.SendPulses("302");
        _rig.Run(2);
        var written = _rig.FxoChannel.Written;
        _rig.Run(100);
        Assert.Equal(written, _rig.FxoChannel.Written);
        Assert.Empty(_rig.Take(_rig.Fxo));

        _rig.FxoChannel.Tell(ChannelEvent.DialComplete);
        _rig.Run(3);
        Assert.Equal([LineEventKind.PulsesSent], _rig.Take(_rig.Fxo));
        Assert.Equal(["OffHook", "Dial 302"], _rig.FxoChannel.Commands);
        Assert.True(_rig.FxoChannel.Written > written);
    }

    [Fact]
    public void Hanging_up_ends_pulses_and_what_waits_behind_them()
    {
        OffHook();
        _rig.Fxo.SendPulses("5");
        _rig.Run();
        _rig.Fxo.SendPulses("6");
        _rig.Fxo.SetOffHook(false);
        _rig.Run(3);
        _rig.FxoChannel.Tell(ChannelEvent.DialComplete);
        _rig.Run();

        Assert.Equal("OnHook", _rig.FxoChannel.Commands[^1]);
        Assert.Empty(_rig.Take(_rig.Fxo));
    }

    [Fact]
    public void What_cannot_be_dialled_or_flashed_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _rig.Fxo.SendPulses("1"));
        Assert.Throws<ArgumentException>(() => _rig.Fxo.SendPulses("1a"));
        Assert.Throws<ArgumentException>(() => _rig.Fxo.SendPulses(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => _rig.Fxo.Flash(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => _rig.Fxo.Flash(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Sound_passes_on_hook_so_that_caller_id_can_be_read()
    {
        _rig.FxoChannel.Incoming = 77;
        _rig.Run(2);

        Assert.Equal(77, _rig.Fxo.Received[0]);
    }

    private void OffHook()
    {
        _rig.Fxo.SetOffHook(true);
        _rig.Run(2);
    }

    private void Ring(bool begins) => See(begins ? ReceivedHook.Ring : ReceivedHook.OffHook, ChannelEvent.RingOrOffHook);

    private void See(ReceivedHook seen, ChannelEvent told)
    {
        _rig.FxoChannel.Seen = seen;
        _rig.FxoChannel.Tell(told);
        _rig.Wake();
    }
}
