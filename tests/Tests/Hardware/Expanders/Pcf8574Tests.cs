using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Gpio;
using Switchhook.Testing;
using Switchhook.Testing.Chips;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Expanders;

public sealed class Pcf8574Tests : IDisposable
{
    private const byte Address = 0x20;

    private readonly ManualTimeProvider _time = new();
    private readonly I2cWire _bus = new();

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void Pins_that_nobody_drives_stay_high()
    {
        var chip = _bus.Add(Address, new Pcf8574Model());
        using var expander = new Pcf8574("keys", _bus, Address, _time);
        using var lamp = expander.Pin("P0").CreateDigitalOutputPort();
        Assert.Equal(0b1111_1110, chip.Pins);
        lamp.State = true;
        Assert.Equal(0xFF, chip.Pins);
    }

    [Fact]
    public void An_input_is_polled_without_an_interrupt()
    {
        var chip = _bus.Add(Address, new Pcf8574Model());
        using var expander = new Pcf8574("keys", _bus, Address, _time);
        using var input = expander.Pin("P3").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        Assert.True(input.State);
        var changes = Changes(input);

        chip.Pull(3, low: true);
        _time.Advance(InputExpander.PollInterval);
        chip.Pull(3, low: false);
        _time.Advance(InputExpander.PollInterval);
        Assert.Equal([false, true], changes);
    }

    [Fact]
    public void With_an_interrupt_a_change_is_seen_at_once_and_the_bus_rests_otherwise()
    {
        var wire = new FakeInterruptPort(_time, InterruptMode.EdgeFalling);
        wire.Set(true);
        var chip = _bus.Add(Address, new Pcf8574Model(wire));
        using var expander = new Pcf8574("keys", _bus, Address, _time, wire);
        using var input = expander.Pin("P3").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        var changes = Changes(input);
        _time.Advance(TimeSpan.Zero);
        var before = _bus.Transfers;
        _time.Advance(Expander.RefreshInterval / 2);
        Assert.Equal(before, _bus.Transfers);

        chip.Pull(3, low: true);
        _time.Advance(TimeSpan.Zero);
        Assert.Equal([false], changes);
        Assert.True(wire.State);
    }

    [Fact]
    public void A_chip_that_lost_its_power_lights_its_lamps_again()
    {
        var chip = _bus.Add(Address, new Pcf8574Model());
        using var expander = new Pcf8574("keys", _bus, Address, _time);
        using var lamp = expander.Pin("P7").CreateDigitalOutputPort();
        chip.PowerUp();
        Assert.Equal(0xFF, chip.Pins);
        _time.Advance(Expander.RefreshInterval);
        Assert.Equal(0x7F, chip.Pins);
    }

    [Fact]
    public void A_chip_that_is_missing_at_the_start_serves_once_it_is_there()
    {
        using var expander = new Pcf8574("keys", _bus, Address, _time);
        using var lamp = expander.Pin("P0").CreateDigitalOutputPort();
        using var input = expander.Pin("P1").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        Assert.Equal("Expander keys does not answer: Nobody acknowledges at 0x20.", expander.Fault);
        Assert.True(input.State);

        var chip = _bus.Add(Address, new Pcf8574Model());
        chip.Pull(1, low: true);
        _time.Advance(Expander.RefreshInterval);
        Assert.Null(expander.Fault);
        Assert.False(input.State);
        Assert.Equal(0b1111_1100, chip.Pins);
    }

    [Fact]
    public void A_pull_down_is_refused()
    {
        using var expander = new Pcf8574("keys", _bus, Address, _time);
        var refused = Assert.Throws<IOException>(() => expander.Pin("P0").CreateDigitalInterruptPort(ResistorMode.InternalPullDown));
        Assert.Contains("no pull-down", refused.Message, StringComparison.Ordinal);
    }

    private static List<bool> Changes(IDigitalInterruptPort input)
    {
        var changes = new List<bool>();
        input.Changed += (_, change) => changes.Add(change.New.State);
        return changes;
    }
}
