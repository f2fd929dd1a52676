using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;

namespace Switchhook.Hardware.Expanders;

/// <summary>The expander PCF8574 or PCF8574A on I²C (NXP PCF8574, TI SCPS068): quasi-bidirectional pins <c>P0</c> to <c>P7</c>.</summary>
/// <remarks>
/// A pin that is written high is an input with a weak pull-up (100 µA) and, as an output, lights no lamp: wire lamps to the supply and
/// make them active-low. After power-up all pins are high. The chip has no registers: a byte written sets the pins, a byte read tells them.
/// </remarks>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="bus">The bus; stays its owner's.</param>
/// <param name="address">7-bit address.</param>
/// <param name="time">The clock.</param>
/// <param name="interrupt">Where its pin INT arrives; null when it is not wired.</param>
public sealed class Pcf8574(string name, II2cBus bus, byte address, TimeProvider time, IDigitalInterruptPort? interrupt = null)
    : InputExpander(name, ExpanderChip.Pcf8574.PinsOf(), interrupt, time)
{
    /// <inheritdoc/>
    protected override bool IsOpenDrain => true;

    /// <inheritdoc/>
    private protected override void Setup_NeedsLock() => Write_NeedsLock();

    /// <inheritdoc/>
    private protected override void Write_NeedsLock() => bus.Write(address, [(byte)(Levels | ~Outputs)]);

    /// <summary>Also lets the interrupt go.</summary>
    private protected override InputLevels ReadInputs_NeedsLock()
    {
        Span<byte> pins = stackalloc byte[1];
        bus.Read(address, pins);
        return new InputLevels(pins[0], pins[0]);
    }
}
