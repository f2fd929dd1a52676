using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>A port towards a telephone on DAHDI's events and states.</summary>
public sealed class FxsPortTests : IDisposable
{
    private readonly CardRig _rig = new();

    public FxsPortTests()
    {
        _rig.Run(3);
        Channel.Commands.Clear();
    }

    private FakeChannel Channel => _rig.FxsChannel;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Each_change_of_the_loop_is_told_at_once()
    {
        Loop(true, 3);
        Loop(false, 60);
        Loop(true, 40);

        Assert.True(_rig.Fxs.IsOffHook);
        Assert.Equal([63, 123, 163], _rig.Events.Select(one => (int)one.At.TotalMilliseconds));
        Assert.Equal([LineEventKind.LoopClosed, LineEventKind.LoopOpened, LineEventKind.LoopClosed], _rig.Take(_rig.Fxs));
    }

    [Fact]
    public void A_break_between_two_blocks_is_not_lost()
    {
        Loop(true, 1);
        _rig.Take(_rig.Fxs);
        Channel.Loop(closes: false);
        Channel.Loop(closes: true);
        _rig.Run();

        Assert.Equal([LineEventKind.LoopOpened, LineEventKind.LoopClosed], _rig.Take(_rig.Fxs));
    }

    [Fact]
    public void A_change_whose_event_was_dropped_is_seen_at_the_next_block()
    {
        Channel.Seen = ReceivedHook.OffHook;
        _rig.Run();

        Assert.Equal([LineEventKind.LoopClosed], _rig.Take(_rig.Fxs));
    }

    [Fact]
    public void Ringing_is_one_burst_until_another_feed_is_set()
    {
        _rig.Fxs.SetFeed(LineFeed.Ringing);
        Assert.Equal(LineFeed.Ringing, _rig.Fxs.Feed);
        _rig.Run(200);
        Assert.Equal(["RingOff", "Ring"], Channel.Commands);
        _rig.Fxs.SetFeed(LineFeed.Forward);
        _rig.Run();

        Assert.Equal(["RingOff", "Ring", "RingOff"], Channel.Commands);
        Assert.Equal(LineFeed.Forward, _rig.Fxs.Feed);
    }

    [Fact]
    public void A_telephone_that_is_lifted_trips_the_ring()
    {
        _rig.Fxs.SetFeed(LineFeed.Ringing);
        _rig.Run();
        Loop(true, 5);

        Assert.Equal(["RingOff", "Ring", "OffHook"], Channel.Commands);
        Assert.Equal(LineFeed.Forward, _rig.Fxs.Feed);
        Assert.Equal([LineEventKind.LoopClosed], _rig.Take(_rig.Fxs));
    }

    [Fact]
    public void A_telephone_that_is_off_hook_does_not_ring()
    {
        Loop(true, 1);
        Channel.Commands.Clear();
        _rig.Fxs.SetFeed(LineFeed.Ringing);
        _rig.Run();

        Assert.DoesNotContain("Ring", Channel.Commands);
        Assert.Equal(LineFeed.Forward, _rig.Fxs.Feed);
    }

    [Fact]
    public void A_disconnect_cuts_the_battery_until_the_kernel_gives_it_back()
    {
        Loop(true, 1);
        Channel.Commands.Clear();
        _rig.Take(_rig.Fxs);
        _rig.Fxs.SetFeed(LineFeed.Open);
        Assert.Equal(LineFeed.Open, _rig.Fxs.Feed);
        _rig.Wake();
        Assert.Equal(["OffHook", "OnHook"], Channel.Commands);

        // Without battery the driver sees an open loop, and sees the truth a moment after it is back.
        Channel.Seen = ReceivedHook.OnHook;
        _rig.Run(20);
        Assert.Equal(LineFeed.Open, _rig.Fxs.Feed);
        Channel.Tell(ChannelEvent.HookComplete);
        _rig.Run(2);
        Assert.Equal(LineFeed.Forward, _rig.Fxs.Feed);
        Channel.Seen = ReceivedHook.OffHook;
        _rig.Run(10);

        Assert.True(_rig.Fxs.IsOffHook);
        Assert.Empty(_rig.Take(_rig.Fxs));
    }

    [Fact]
    public void A_telephone_that_was_put_down_in_a_disconnect_is_told_when_the_battery_is_back()
    {
        Loop(true, 1);
        _rig.Take(_rig.Fxs);
        _rig.Fxs.SetFeed(LineFeed.Open);
        _rig.Run();
        Channel.Loop(closes: false);
        _rig.Run(10);
        Assert.Empty(_rig.Take(_rig.Fxs));
        _rig.Fxs.SetFeed(LineFeed.Forward);
        _rig.Run(10);

        Assert.Equal("RingOff", Channel.Commands[^1]);
        Assert.Equal([LineEventKind.LoopOpened], _rig.Take(_rig.Fxs));
    }

    [Fact]
    public void A_telephone_that_is_on_hook_keeps_its_battery()
    {
        _rig.Fxs.SetFeed(LineFeed.Open);
        _rig.Run();

        Assert.Empty(Channel.Commands);
        Assert.Equal(LineFeed.Forward, _rig.Fxs.Feed);
    }

    [Fact]
    public void Polarity_is_set_anew_after_each_hook_command()
    {
        _rig.Fxs.SetFeed(LineFeed.Reverse);
        _rig.Run();
        Loop(true, 1);
        _rig.Fxs.SetFeed(LineFeed.Forward);
        _rig.Run();

        Assert.Equal(["RingOff", "Polarity True", "OffHook", "Polarity True", "OffHook", "Polarity False"], Channel.Commands);
    }

    [Fact]
    public void A_driver_without_polarity_is_told_of_once_and_serves_all_the_same()
    {
        Channel.IsWhole = false;
        for (var i = 0; i < 3; i++)
        {
            _rig.Fxs.SetFeed(LineFeed.Reverse);
            _rig.Run();
            Assert.Equal(LineFeed.Reverse, _rig.Fxs.Feed);
        }

        Assert.Single(_rig.Told, told => told.Contains("cannot reverse the polarity", StringComparison.Ordinal));
        Assert.Null(_rig.Fxs.Fault);
    }

    [Fact]
    public void Sound_for_a_telephone_on_hook_is_let_through_as_long_as_there_is_some()
    {
        _rig.Run(100);
        Assert.Empty(Channel.Commands);
        Speak(50);
        Assert.Equal(["OnHookTransfer 6000"], Channel.Commands);
        Speak(200);
        Assert.Equal(["OnHookTransfer 6000", "OnHookTransfer 6000"], Channel.Commands);
    }

    [Fact]
    public void Sound_in_a_call_and_on_a_driver_that_lets_all_through_needs_no_leave()
    {
        Loop(true, 1);
        Channel.Commands.Clear();
        Speak(100);
        Assert.Empty(Channel.Commands);

        Loop(false, 1);
        Channel.IsWhole = false;
        Speak(1000);
        Assert.Equal(["OnHookTransfer 6000"], Channel.Commands);
    }

    [Fact]
    public void An_unknown_feed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _rig.Fxs.SetFeed((LineFeed)9));

    private void Loop(bool closes, double after)
    {
        Channel.Loop(closes);
        _rig.Wake(after);
    }

    private void Speak(int blocks)
    {
        for (var i = 0; i < blocks; i++)
        {
            _rig.Fxs.Transmit.Fill(500);
            _rig.Run();
        }
    }
}
