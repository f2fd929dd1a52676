using Switchhook.Hardware.Panel.Power;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class UpsSignalTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeInterruptPort _onBattery;
    private readonly FakeInterruptPort _low;
    private readonly List<string> _told = [];

    public UpsSignalTests() => (_onBattery, _low) = (new FakeInterruptPort(_time), new FakeInterruptPort(_time));

    [Fact]
    public void The_battery_counts_after_two_seconds_and_so_do_the_mains()
    {
        using var ups = Open();
        _onBattery.Set(true);
        Wait(3000);
        _onBattery.Set(false);
        Wait(3000);
        Assert.Equal(["2000 Battery", "5000 Mains"], _told);
    }

    [Fact]
    public void A_dip_of_the_mains_concerns_nobody()
    {
        using var ups = Open();
        _onBattery.Set(true);
        Wait(1900);
        _onBattery.Set(false);
        Wait(1900);
        _onBattery.Set(true);
        Wait(1900);
        _onBattery.Set(false);
        Wait(9000);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_low_battery_counts_only_while_the_box_lives_on_it()
    {
        using var ups = Open();
        _low.Set(true);
        Wait(5000);
        Assert.Equal(PowerState.Mains, ups.State);
        _onBattery.Set(true);
        Wait(3000);
        Assert.Equal(["7000 BatteryLow"], _told);
        _onBattery.Set(false);
        Wait(3000);
        Assert.Equal(PowerState.Mains, ups.State);
    }

    [Fact]
    public void A_battery_runs_down()
    {
        using var ups = Open();
        _onBattery.Set(true);
        Wait(5000);
        _low.Set(true);
        Wait(5000);
        Assert.Equal(["2000 Battery", "7000 BatteryLow"], _told);
    }

    [Fact]
    public void What_holds_at_the_start_counts_at_once()
    {
        _onBattery.Set(false);
        using var ups = Open(activeLow: true);
        Assert.Equal(PowerState.Battery, ups.State);
    }

    [Fact]
    public void Without_the_second_contact_a_battery_is_never_low()
    {
        _onBattery.Set(true);
        using var ups = new UpsSignal(new UpsContact(_onBattery), null, UpsSignal.UsualTime, _time);
        Assert.Equal(PowerState.Battery, ups.State);
    }

    [Fact]
    public void One_that_is_disposed_hears_nothing()
    {
        var ups = Open();
        _onBattery.Set(true);
        ups.Dispose();
        Wait(5000);
        Assert.Empty(_told);
    }

    private UpsSignal Open(bool activeLow = false)
    {
        var ups = new UpsSignal(new UpsContact(_onBattery, activeLow), new UpsContact(_low), UpsSignal.UsualTime, _time);
        ups.Changed += state => _told.Add($"{_time.Elapsed.TotalMilliseconds} {state}");
        return ups;
    }

    private void Wait(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
