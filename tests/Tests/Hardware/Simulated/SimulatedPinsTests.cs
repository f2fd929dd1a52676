using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class SimulatedPinsTests
{
    private readonly SimulatedPins _pins = new(new ManualTimeProvider());

    [Fact]
    public void The_outside_presses_a_button()
    {
        using var port = _pins.Pin("BUTTON1").CreateDigitalInterruptPort(ResistorMode.Disabled);
        var levels = new List<bool>();
        port.Changed += (_, change) => levels.Add(change.New.State);
        _pins.SetLevel("BUTTON1", true);
        _pins.SetLevel("BUTTON1", false);
        Assert.Equal([true, false], levels);
    }

    [Fact]
    public void A_level_from_before_the_pin_was_taken_counts()
    {
        _pins.SetLevel("BUTTON1", true);
        using var port = _pins.Pin("BUTTON1").CreateDigitalInterruptPort(ResistorMode.InternalPullDown);
        Assert.True(port.State);
        Assert.True(_pins.LevelOf("BUTTON1"));
    }

    [Fact]
    public void A_pin_that_is_let_go_follows_its_resistor()
    {
        using var port = _pins.Pin("BUTTON1").CreateDigitalInterruptPort(ResistorMode.InternalPullUp);
        Assert.True(port.State);
        _pins.SetLevel("BUTTON1", false);
        Assert.False(port.State);
        _pins.Release("BUTTON1");
        Assert.True(port.State);
    }

    [Fact]
    public void A_pin_has_one_use()
    {
        using var port = _pins.Pin("A").CreateDigitalInterruptPort(ResistorMode.Disabled);
        Assert.Throws<IOException>(() => _pins.Pin("A").CreateDigitalOutputPort());
    }

    [Fact]
    public void A_channel_of_pulse_width_modulation_tells_its_duty_cycle()
    {
        using (var pwm = _pins.CreatePwmPort(0, 1))
        {
            pwm.DutyCycle = 0.25;
            Assert.Equal(0, _pins.DutyCycleOf(0, 1));
            pwm.Start();
            Assert.Equal(0.25, _pins.DutyCycleOf(0, 1));
            Assert.Throws<IOException>(() => _pins.CreatePwmPort(0, 1));
        }

        Assert.Equal(0, _pins.DutyCycleOf(0, 1));
    }
}
