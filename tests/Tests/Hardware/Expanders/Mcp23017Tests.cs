using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Gpio;
using Switchhook.Testing;
using Switchhook.Testing.Chips;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Expanders;

public sealed class Mcp23017Tests : IDisposable
{
    private const byte Address = 0x21;

    private readonly ManualTimeProvider _time = new();
    private readonly I2cWire _bus = new();
    private readonly FakeInterruptPort _wire;

    public Mcp23017Tests()
    {
        _wire = new FakeInterruptPort(_time);
        _wire.Set(true);
    }

    public void Dispose()
    {
        _wire.Dispose();
        _bus.Dispose();
    }

    [Theory]
    [InlineData("GPA0", 0)]
    [InlineData("GPA7", 7)]
    [InlineData("GPB0", 8)]
    [InlineData("GPB7", 15)]
    public void Only_a_pin_that_is_taken_drives_its_level(string pin, int bit)
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        using var lamp = expander.Pin(pin).CreateDigitalOutputPort(initialState: true);
        Assert.Equal(1 << bit, chip.Outputs);
        Assert.Equal(1 << bit, chip.Pins);
        lamp.State = false;
        Assert.Equal(0, chip.Pins);
    }

    [Fact]
    public void A_button_with_the_chips_pull_up_tells_of_both_edges_by_interrupt()
    {
        var chip = _bus.Add(Address, new Mcp23017Model(_wire));
        using var expander = new Mcp23017("panel", _bus, Address, _time, _wire);
        using var input = expander.Pin("GPB2").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        Assert.True(input.State);
        var changes = Changes(input);
        chip.Drive(10, high: false);
        _time.Advance(TimeSpan.Zero);
        Assert.True(_wire.State);
        chip.Drive(10, high: true);
        _time.Advance(TimeSpan.Zero);
        Assert.Equal([false, true], changes);
    }

    [Fact]
    public void A_press_that_is_over_when_the_interrupt_is_handled_was_captured_by_the_chip()
    {
        var chip = _bus.Add(Address, new Mcp23017Model(_wire));
        using var expander = new Mcp23017("panel", _bus, Address, _time, _wire);
        using var input = expander.Pin("GPA3").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        var changes = Changes(input);
        chip.Drive(3, high: false);
        chip.Drive(3, high: true);
        _time.Advance(TimeSpan.Zero);
        Assert.Equal([false, true], changes);
    }

    [Fact]
    public void Without_an_interrupt_the_inputs_are_polled()
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        using var input = expander.Pin("GPA3").CreateDigitalInterruptPort(ResistorMode.ExternalPullUp);
        chip.Drive(3, high: true);
        _time.Advance(InputExpander.PollInterval);
        Assert.True(input.State);
    }

    [Fact]
    public void A_chip_that_lost_its_power_is_set_up_again_and_its_inputs_are_read()
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        using var lamp = expander.Pin("GPA0").CreateDigitalOutputPort(initialState: true);
        using var input = expander.Pin("GPA1").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        chip.PowerUp();
        Assert.Equal(0, chip.Pins);
        _time.Advance(Expander.RefreshInterval + InputExpander.PollInterval);
        Assert.Equal(0b11, chip.Pins);
        Assert.Equal(0b01, chip.Outputs);
        Assert.True(input.State);
    }

    [Fact]
    public void A_chip_that_was_left_in_the_other_order_of_registers_is_understood()
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        chip.LeaveInBanks();
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        using var lamp = expander.Pin("GPB1").CreateDigitalOutputPort(initialState: true);
        Assert.Equal(1 << 9, chip.Pins);
    }

    [Fact]
    public void A_bus_that_fails_is_a_fault_until_it_is_back()
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        using var lamp = expander.Pin("GPA0").CreateDigitalOutputPort();
        _bus.IsBroken = true;
        _time.Advance(Expander.RefreshInterval);
        Assert.Equal("Expander panel does not answer: Nobody acknowledges at 0x21.", expander.Fault);
        Assert.Throws<IOException>(() => lamp.State = true);
        _bus.IsBroken = false;
        _time.Advance(Expander.RefreshInterval);
        Assert.Null(expander.Fault);
        Assert.Equal(1, chip.Pins);
    }

    [Theory]
    [InlineData("GPA7")]
    [InlineData("GPB7")]
    public void Pins_that_are_outputs_only_are_no_inputs(string pin)
    {
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        var refused = Assert.Throws<IOException>(() => expander.Pin(pin).CreateDigitalInterruptPort(ResistorMode.Disabled));
        Assert.Contains("output only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_is_given_back_can_be_an_output()
    {
        var chip = _bus.Add(Address, new Mcp23017Model());
        using var expander = new Mcp23017("panel", _bus, Address, _time);
        expander.Pin("GPA0").CreateDigitalInterruptPort(ResistorMode.Disabled).Dispose();
        using var lamp = expander.Pin("GPA0").CreateDigitalOutputPort(initialState: true);
        Assert.Equal(1, chip.Outputs);
    }

    [Fact]
    public void An_interrupt_that_misses_falling_edges_is_refused() => Assert.Throws<ArgumentException>(
        () => new Mcp23017("panel", _bus, Address, _time, new FakeInterruptPort(_time, InterruptMode.EdgeRising)));

    private static List<bool> Changes(IDigitalInterruptPort input)
    {
        var changes = new List<bool>();
        input.Changed += (_, change) => changes.Add(change.New.State);
        return changes;
    }
}
