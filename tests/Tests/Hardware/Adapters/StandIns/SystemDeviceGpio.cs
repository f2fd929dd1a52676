// Stand-ins for System.Device.Gpio, which cannot be restored where this repository is built: only the members that the adapters use, with
// their names and types. With the package in place of this file the adapters compile as they are; its controller is not abstract.
using System.Diagnostics.CodeAnalysis;

namespace System.Device.Gpio;

[SuppressMessage("Naming", "CA1711", Justification = "The library calls it so.")]
public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);

public abstract class GpioController
{
    public abstract void OpenPin(int pinNumber, PinMode mode);

    public abstract void OpenPin(int pinNumber, PinMode mode, PinValue initialValue);

    public abstract void ClosePin(int pinNumber);

    public abstract PinValue Read(int pinNumber);

    public abstract void Write(int pinNumber, PinValue value);

    public abstract void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback);

    public abstract void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback);
}

public readonly record struct PinValue
{
    private readonly bool _isHigh;

    private PinValue(bool isHigh) => _isHigh = isHigh;

    public static PinValue High => new(true);

    public static PinValue Low => new(false);

    public override string ToString() => _isHigh ? "High" : "Low";
}

public sealed class PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber) : EventArgs
{
    public PinEventTypes ChangeType => changeType;

    public int PinNumber => pinNumber;
}

public enum PinMode
{
    Input,
    Output,
    InputPullDown,
    InputPullUp,
}

[Flags]
public enum PinEventTypes
{
    None = 0,
    Rising = 1,
    Falling = 2,
}
