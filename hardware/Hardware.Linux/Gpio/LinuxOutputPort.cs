using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>An output line. Closing gives the line back; most chips leave it at its last level.</summary>
internal sealed unsafe class LinuxOutputPort : IDigitalOutputPort
{
    private readonly LinuxPin _pin;
    private readonly SafeFileHandle _line;
    private volatile bool _state;

    /// <summary>Takes the line.</summary>
    /// <exception cref="IOException">It is in use, or the chip refuses it.</exception>
    public LinuxOutputPort(LinuxPin pin, bool initialState, OutputType type)
    {
        var flags = GpioAbi.Output | (type == OutputType.OpenDrain ? GpioAbi.OpenDrain : 0);
        var level = new GpioAbi.Attribute { Id = GpioAbi.AttributeOutputValues, Value = initialState ? 1UL : 0 };
        (_pin, _state, InitialState) = (pin, initialState, initialState);
        _line = pin.Chip.Take(pin.Line, flags, level);
    }

    /// <inheritdoc/>
    public bool InitialState { get; }

    /// <inheritdoc/>
    public bool State
    {
        get => _state;
        set
        {
            var values = new GpioAbi.LineValues { Bits = value ? 1UL : 0, Mask = 1 };
            var error = DeviceFile.Ask(_line, GpioAbi.SetValues, &values);
            if (error != 0)
            {
                throw error == Errno.NoDevice
                    ? new IOException($"Pin {_pin} is gone: its chip was pulled out.")
                    : KernelError.Of($"Pin {_pin} does not take its level", error);
            }

            _state = value;
        }
    }

    /// <inheritdoc/>
    public IPin Pin => _pin;

    /// <inheritdoc/>
    public IDigitalChannelInfo Channel => _pin;

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
