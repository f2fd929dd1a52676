using System.Collections.Concurrent;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Panel;

namespace Switchhook.Guest.Gpio;

/// <summary>The driver of pins on a chip of gpio-sim.</summary>
[Group("linux")]
public sealed class GpioScenarios : IDisposable
{
    private const int LampLine = 0;
    private const int ButtonLine = 1;

    private readonly Measurements _measured;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ConcurrentQueue<DigitalPortResult> _changes = new();
    private readonly SimulatedGpioChip _chip;
    private readonly LinuxPins _pins;

    /// <summary>A chip with two lines, and the driver.</summary>
    public GpioScenarios(Measurements measured)
    {
        _measured = measured;
        Kernel.Load("gpio-sim");
        _chip = new SimulatedGpioChip("panel", "LAMP", "BUTTON");
        _pins = LinuxPins.Open(TimeProvider.System, _told.Enqueue);
    }

    /// <summary>What the driver sets is what the kernel has at the pin.</summary>
    [Scenario(60)]
    public Task A_lamp_lights_and_goes_out_at_its_pin()
    {
        using var port = _pins.CreateDigitalOutputPort(_pins.Pin("LAMP"));
        using var lamp = new Lamp("queue", port);
        Check.That(!_chip.LevelOf(LampLine), "The lamp lights before it was switched on.");
        lamp.IsOn = true;
        Check.That(_chip.LevelOf(LampLine), "The lamp does not light.");
        lamp.IsOn = false;
        Check.That(!_chip.LevelOf(LampLine), "The lamp does not go out.");
        return Task.CompletedTask;
    }

    /// <summary>A pattern is seen at the pin, at its pace.</summary>
    [Scenario(60)]
    public async Task A_lamp_blinks_at_its_pin()
    {
        using var port = _pins.CreateDigitalOutputPort(_pins.Pin("panel:0"));
        using var lamp = new PatternLamp(new Lamp("queue", port), TimeProvider.System);
        lamp.Pattern = LampPattern.SlowBlink;
        await Check.Until(() => !_chip.LevelOf(LampLine), 3, "the lamp goes out");
        var dark = await Check.Until(() => _chip.LevelOf(LampLine), 3, "the lamp lights again");
        var light = await Check.Until(() => !_chip.LevelOf(LampLine), 3, "the lamp goes out again");
        _measured.Note("dark, s", dark.TotalSeconds);
        _measured.Note("light, s", light.TotalSeconds);
        Check.Within(light.TotalSeconds + dark.TotalSeconds, 1.6, 2.4, "The period in seconds");
    }

    /// <summary>An edge has the time at which the kernel saw it, not the one at which a slow program woke up.</summary>
    [Scenario(60)]
    public async Task A_button_tells_both_edges_with_the_time_of_the_kernel()
    {
        using var button = Button(TimeSpan.Zero, TimeSpan.Zero);
        foreach (var pressed in (bool[])[true, false, true])
        {
            var before = TimeProvider.System.GetUtcNow().UtcDateTime;
            _chip.Pull(ButtonLine, pressed);
            var after = TimeProvider.System.GetUtcNow().UtcDateTime;
            var told = await Check.Until(() => !_changes.IsEmpty, 5, "the edge arrives");
            Check.That(_changes.TryDequeue(out var change), "The edge is lost.");
            Check.Same(pressed, change.New.State, "The level");
            var (dated, pulled) = ((change.New.Time - before).TotalMilliseconds, (after - before).TotalMilliseconds);
            Check.Within(dated, -1, pulled + 1, "The edge's time, in ms after the pull");
            _measured.Note($"{(pressed ? "rising" : "falling")} edge, ms after the pull", dated);
            _measured.Note($"{(pressed ? "rising" : "falling")} edge told, ms after the pull", told.TotalMilliseconds);
        }
    }

    /// <summary>The kernel filters a short disturbance, the driver the bounce after a change.</summary>
    [Scenario(60)]
    public async Task A_disturbance_and_a_bounce_are_not_told()
    {
        using var button = Button(debounce: TimeSpan.FromMilliseconds(400), glitch: TimeSpan.FromMilliseconds(100));
        _chip.Pull(ButtonLine, true);
        _chip.Pull(ButtonLine, false);
        await Check.Pause(0.5);
        Check.That(_changes.IsEmpty, "A disturbance was told.");

        _chip.Pull(ButtonLine, true);
        await Check.Until(() => !_changes.IsEmpty, 5, "the press is told");
        _chip.Pull(ButtonLine, false);
        await Check.Pause(0.15);
        _chip.Pull(ButtonLine, true);
        await Check.Pause(1);
        Check.Same(1, _changes.Count, "The number of changes told");
    }

    /// <summary>A pin that someone else holds is refused with his name.</summary>
    [Scenario(60)]
    public Task A_pin_in_use_is_refused_in_words()
    {
        using var first = _pins.CreateDigitalOutputPort(_pins.Pin("LAMP"));
        var words = Check.Refused(() => _pins.CreateDigitalOutputPort(_pins.Pin("LAMP")), "The pin in use");
        _measured.Note("words", words);
        Check.Says(words, "LAMP");
        Check.Says(words, "use");
        return Task.CompletedTask;
    }

    /// <summary>The board file names a pin that is not there.</summary>
    [Scenario(60)]
    public Task A_pin_that_is_not_there_is_refused_in_words()
    {
        var words = Check.Refused(() => _pins.Pin("HORN"), "The pin that is not there");
        _measured.Note("words", words);
        Check.Says(words, "HORN");
        return Task.CompletedTask;
    }

    /// <summary>An expander on the USB may go: its lamps get a fault, its buttons are told.</summary>
    [Scenario(60)]
    public async Task A_chip_that_is_pulled_out_is_told_in_words()
    {
        using var port = _pins.CreateDigitalOutputPort(_pins.Pin("LAMP"));
        using var lamp = new PatternLamp(new Lamp("queue", port), TimeProvider.System);
        using var button = Button(TimeSpan.Zero, TimeSpan.Zero);
        _chip.Unplug();
        lamp.Pattern = LampPattern.On;
        _measured.Note("lamp", lamp.Fault ?? "no fault");
        Check.Says(lamp.Fault, "gone");
        await Check.Until(() => !_told.IsEmpty, 15, "the button's end is told");
        _measured.Note("button", _told.First());
        Check.Says(_told.First(), "BUTTON");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pins.Dispose();
        _chip.Dispose();
    }

    private IDigitalInterruptPort Button(TimeSpan debounce, TimeSpan glitch)
    {
        var port = _pins.CreateDigitalInterruptPort(
            _pins.Pin("BUTTON"), InterruptMode.EdgeBoth, ResistorMode.InternalPullDown, debounce, glitch);
        port.Changed += (_, change) => _changes.Enqueue(change);
        return port;
    }
}
