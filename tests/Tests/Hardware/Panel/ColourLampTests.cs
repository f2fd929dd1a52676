using Switchhook.Hardware.Panel;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class ColourLampTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(LampColour.White, true, true, true)]
    [InlineData(LampColour.Red, true, false, false)]
    [InlineData(LampColour.Amber, true, true, false)]
    [InlineData(LampColour.Green, false, true, false)]
    [InlineData(LampColour.Blue, false, false, true)]
    public void Three_pins_mix_a_colour(LampColour colour, bool red, bool green, bool blue)
    {
        var pins = new[] { new FakeOutputPort(), new FakeOutputPort(), new FakeOutputPort() };
        using (var lamp = new ColourLamp("desk", new Lamp("r", pins[0]), new Lamp("g", pins[1]), new Lamp("b", pins[2])))
        {
            lamp.Colour = colour;
            Assert.All(pins, pin => Assert.False(pin.State));
            lamp.IsOn = true;
            Assert.Equal([red, green, blue], pins.Select(pin => pin.State));
        }

        Assert.All(pins, pin => Assert.False(pin.State));
    }

    [Fact]
    public void Dimmed_ones_mix_amber_from_less_green()
    {
        var (red, green, blue) = (new FakePwmPort(), new FakePwmPort(), new FakePwmPort());
        using var lamp = new ColourLamp(
            "desk", new PwmLamp("r", red, brightness: 0.5), new PwmLamp("g", green, brightness: 0.5), new PwmLamp("b", blue))
        {
            Colour = LampColour.Amber,
            IsOn = true,
        };
        Assert.Equal((0.5, 0.2, 0.0), (red.Output, green.Output, blue.Output));
        lamp.Colour = LampColour.Blue;
        Assert.Equal((0.0, 0.0, 1.0), (red.Output, green.Output, blue.Output));
    }

    [Theory]
    [InlineData(false, 0, 0.4)]
    [InlineData(true, 1, 0.6)]
    public void A_dimmed_lamp_lights_as_bright_as_it_may_and_is_dark_at_the_end(bool activeLow, double dark, double lit)
    {
        var port = new FakePwmPort();
        using (var lamp = new PwmLamp("desk", port, brightness: 0.4, activeLow))
        {
            Assert.Equal((dark, PwmLamp.Frequency), (port.Output, port.Frequency));
            lamp.IsOn = true;
            Assert.True(lamp.IsOn);
            Assert.Equal(lit, port.Output);
        }

        Assert.Equal(dark, port.Output);
    }

    [Fact]
    public void A_pattern_lights_in_its_colour_and_changes_colour_without_beginning_anew()
    {
        var (red, green) = (new FakeOutputPort(), new FakeOutputPort());
        using var coloured = new ColourLamp("desk", new Lamp("r", red), new Lamp("g", green), new Lamp("b", new FakeOutputPort()));
        using var lamp = new PatternLamp(coloured, _time) { Sign = new LampSign(LampPattern.SlowBlink, LampColour.Green) };
        Assert.True(lamp.HasColours);
        Assert.Equal((false, true), (red.State, green.State));
        _time.Advance(TimeSpan.FromMilliseconds(1500));
        lamp.Sign = lamp.Sign with { Colour = LampColour.Red };
        Assert.Equal((false, false), (red.State, green.State));
        _time.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.Equal((true, false), (red.State, green.State));
    }

    [Fact]
    public void A_lamp_without_colours_shows_the_pattern()
    {
        var port = new FakeOutputPort();
        using var lamp = new PatternLamp(new Lamp("desk", port), _time) { Sign = new LampSign(LampPattern.On, LampColour.Red) };
        Assert.False(lamp.HasColours);
        Assert.True(port.State);
        Assert.Equal(LampPattern.On, lamp.Pattern);
    }
}
