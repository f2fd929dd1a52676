using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>
/// The pins of all GPIO chips of the kernel, by their names in the device tree (<c>GPIO17</c>) or by chip and line (<c>gpiochip0:17</c>).
/// Disposing ends the inputs; outputs are their owners'.
/// </summary>
public sealed class LinuxPins : IPinBank, IDigitalOutputController, IDigitalInterruptController, IDisposable
{
    private readonly List<GpioChip> _chips;
    private readonly PinDirectory _directory;
    private readonly Action<string> _told;
    private readonly KernelTime _clock;
    private readonly EdgeThread _edges;

    private LinuxPins(List<GpioChip> chips, IReadOnlyList<string> troubles, TimeProvider time, Action<string> told)
    {
        (_chips, _told) = (chips, told);
        _directory = new PinDirectory([.. chips.Select(chip => chip.Facts)], troubles);
        _clock = new KernelTime(time, LibC.MonotonicNow);
        _edges = new EdgeThread(_clock);
    }

    /// <summary>Opens the chips that this user may open. That there is none is told when a pin is asked for.</summary>
    /// <param name="time">The time of day, for the dates of changes.</param>
    /// <param name="told">Takes sentences about inputs in trouble, on the event thread: it hands over and returns.</param>
    public static LinuxPins Open(TimeProvider time, Action<string> told)
    {
        var troubles = new List<string>();
        return new LinuxPins(GpioChip.OpenAll(KernelFolders.Real.Devices, troubles), troubles, time, told);
    }

    /// <inheritdoc/>
    public IPin Pin(string name)
    {
        var (chip, line) = _directory.Find(name);
        return new LinuxPin(this, _chips[chip], line, name);
    }

    /// <inheritdoc/>
    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull) =>
        new LinuxOutputPort(Own(pin), initialState, initialOutputType);

    /// <inheritdoc/>
    public IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration)
    {
        var own = Own(pin);
        var tellsEdges = interruptMode != InterruptMode.None;
        var line = new InputLine(own, tellsEdges, resistorMode, glitchDuration);
        try
        {
            var port = new LinuxInputPort(own, line, interruptMode, _clock, _told, _edges.Wake)
            {
                Taken = (resistorMode, glitchDuration),
                DebounceDuration = debounceDuration,
            };
            if (tellsEdges)
            {
                _edges.Add(port, line.File);
            }

            return port;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _edges.Dispose();
        _chips.ForEach(chip => chip.Dispose());
    }

    private LinuxPin Own(IPin pin) => pin is LinuxPin own && own.Controller == this
        ? own
        : throw new ArgumentException($"Pin {pin.Name} is none of the kernel's: ask its own controller.", nameof(pin));
}
