using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Panel;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class PanelTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lamp_lights_at_the_level_of_its_wiring_and_goes_out_at_the_end(bool activeLow)
    {
        var port = new FakeOutputPort(initialState: activeLow);
        using (var lamp = new Lamp("desk", port, activeLow))
        {
            Assert.False(lamp.IsOn);
            lamp.IsOn = true;
            Assert.True(lamp.IsOn);
        }

        Assert.Equal([activeLow, !activeLow, activeLow], port.Levels);
        Assert.False(port.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_relay_pulls_at_the_level_of_its_wiring_and_rests_at_the_end(bool activeLow)
    {
        var port = new FakeOutputPort(initialState: activeLow);
        using (var relay = new Relay("bypass", port, activeLow))
        {
            relay.IsPulled = true;
            Assert.True(relay.IsPulled);
        }

        Assert.Equal([activeLow, !activeLow, activeLow], port.Levels);
        Assert.False(port.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_button_tells_how_long_it_was_held(bool activeLow)
    {
        var port = new FakeInterruptPort(_time);
        port.Set(activeLow);
        using var button = new Button("night", port, _time, activeLow);
        var told = new List<string>();
        button.Pressed += () => told.Add("pressed");
        button.Released += held => told.Add($"released after {held.TotalMilliseconds}");

        port.Set(!activeLow);
        _time.Advance(TimeSpan.FromMilliseconds(700));
        Assert.Equal((true, 700), (button.IsPressed, button.Held.TotalMilliseconds));
        port.Set(activeLow);

        Assert.Equal(["pressed", "released after 700"], told);
        Assert.Equal((false, 0), (button.IsPressed, button.Held.TotalMilliseconds));
    }

    [Fact]
    public void The_same_level_told_twice_is_one_press()
    {
        var port = new FakeInterruptPort(_time);
        using var button = new Button("night", port, _time);
        var presses = 0;
        button.Pressed += () => presses++;
        port.Set(true);
        port.Set(true);
        Assert.Equal(1, presses);
    }

    [Fact]
    public void A_button_that_is_held_at_the_start_is_pressed()
    {
        var port = new FakeInterruptPort(_time);
        port.Set(true);
        using var button = new Button("night", port, _time);
        Assert.True(button.IsPressed);
    }

    [Fact]
    public void The_port_takes_the_bounce_out()
    {
        var port = new FakeInterruptPort(_time);
        using var button = new Button("night", port, _time);
        Assert.Equal((Button.Debounce, Button.Glitch), (port.DebounceDuration, port.GlitchDuration));
    }

    [Fact]
    public void A_button_that_is_disposed_hears_nothing()
    {
        var port = new FakeInterruptPort(_time);
        var button = new Button("night", port, _time);
        button.Dispose();
        port.Set(true);
        Assert.False(button.IsPressed);
    }

    [Fact]
    public void A_port_of_one_edge_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Button("night", new FakeInterruptPort(_time, InterruptMode.EdgeRising), _time));
}
