using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>An input line of a GPIO chip. The glitch filter is the kernel's debounce: by the chip, or else by a timer.</summary>
internal sealed unsafe class InputLine : IInputLine
{
    private const int MostEdges = 16;

    private readonly LinuxPin _pin;
    private readonly ulong _edges;

    /// <summary>Takes the line.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="tellsEdges">False for an input that is only read.</param>
    /// <param name="resistor">Pull resistor.</param>
    /// <param name="glitch">A level counts once it has been stable for this time.</param>
    /// <exception cref="IOException">It is in use, or the chip refuses it.</exception>
    public InputLine(LinuxPin pin, bool tellsEdges, ResistorMode resistor, TimeSpan glitch)
    {
        (_pin, _edges) = (pin, tellsEdges ? GpioAbi.EdgeRising | GpioAbi.EdgeFalling : 0);
        File = pin.Chip.Take(pin.Line, Flags(resistor), Debounce(glitch));
    }

    /// <summary>Readable when edges wait, or when the chip is gone.</summary>
    public SafeFileHandle File { get; }

    /// <inheritdoc/>
    public bool Level
    {
        get
        {
            var values = new GpioAbi.LineValues { Mask = 1 };
            Check(DeviceFile.Ask(File, GpioAbi.GetValues, &values), "cannot be read");
            return (values.Bits & 1) != 0;
        }
    }

    /// <inheritdoc/>
    public void Configure(ResistorMode resistor, TimeSpan glitch)
    {
        var config = GpioChip.Config(Flags(resistor), Debounce(glitch));
        Check(DeviceFile.Ask(File, GpioAbi.SetConfig, &config), "does not take its pull resistor or its glitch filter");
    }

    /// <inheritdoc/>
    public int Read(Span<LineEdge> edges)
    {
        var poll = new LibC.PollEntry { File = (int)File.DangerousGetHandle(), Wanted = 1 };
        if (LibC.Poll(&poll, 1, 0) <= 0)
        {
            return 0;
        }

        var events = stackalloc GpioAbi.LineEvent[MostEdges];
        var most = Math.Min(MostEdges, edges.Length);
        var bytes = LibC.Read(File, events, (nuint)(most * sizeof(GpioAbi.LineEvent)));
        if (bytes < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            Check(error is Errno.Interrupted or Errno.Again ? 0 : error, "tells no changes");
            return 0;
        }

        var count = (int)bytes / sizeof(GpioAbi.LineEvent);
        for (var i = 0; i < count; i++)
        {
            edges[i] = new LineEdge(events[i].LineNumber, events[i].Id == GpioAbi.RisingEdge, (long)events[i].Timestamp);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    private ulong Flags(ResistorMode resistor) => GpioAbi.Input | _edges | resistor switch
    {
        ResistorMode.InternalPullUp => GpioAbi.PullUp,
        ResistorMode.InternalPullDown => GpioAbi.PullDown,
        _ => GpioAbi.NoBias,
    };

    // An input that is only read takes no glitch filter: the kernel would want an interrupt for it.
    private GpioAbi.Attribute? Debounce(TimeSpan glitch) => glitch > TimeSpan.Zero && _edges != 0
        ? new GpioAbi.Attribute { Id = GpioAbi.AttributeDebounce, Value = (uint)Math.Min(uint.MaxValue, glitch.TotalMicroseconds) }
        : null;

    private void Check(int error, string what)
    {
        if (error != 0)
        {
            throw error == Errno.NoDevice
                ? new IOException($"Pin {_pin} is gone: its chip was pulled out.")
                : KernelError.Of($"Pin {_pin} {what}", error);
        }
    }
}
