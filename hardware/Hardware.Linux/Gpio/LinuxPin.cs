using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>A line of a GPIO chip.</summary>
internal sealed class LinuxPin(LinuxPins bank, GpioChip chip, int line, string name) : IPin, IDigitalChannelInfo
{
    /// <summary>Its chip.</summary>
    public GpioChip Chip => chip;

    /// <summary>Its offset.</summary>
    public int Line => line;

    /// <inheritdoc cref="IPin.Name"/>
    public string Name => name;

    /// <inheritdoc/>
    public IPinController Controller => bank;

    /// <inheritdoc/>
    public IList<IChannelInfo> SupportedChannels => [this];

    /// <inheritdoc/>
    public object Key => $"{chip.Facts.Name}:{line}";

    /// <summary>True for all: the kernel tells only when asked for a line.</summary>
    public bool InterruptCapable => true;

    /// <inheritdoc/>
    public bool InputCapable => true;

    /// <inheritdoc/>
    public bool OutputCapable => true;

    /// <inheritdoc/>
    public bool Equals(IPin? other) => other is LinuxPin pin && pin.Controller == Controller && pin.Chip == chip && pin.Line == line;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IPin);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(chip, line);

    /// <summary>Name and place for messages.</summary>
    public override string ToString() => name == (string)Key ? name : $"{name} ({Key})";
}
