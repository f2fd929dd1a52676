using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Hardware.Spi;

namespace Switchhook.Appliance.Panels;

/// <summary>The panel of a board without hardware.</summary>
/// <param name="time">The clock of the inputs.</param>
public sealed class SimulatedPanelHardware(TimeProvider time) : IPanelHardware
{
    /// <summary>The pins, for whom that plays the outside.</summary>
    public SimulatedPins Pins { get; } = new(time);

    /// <inheritdoc/>
    IPinBank IPanelHardware.Pins => Pins;

    /// <inheritdoc/>
    public IPwmPort OpenPwm(int chip, int channel) => Pins.CreatePwmPort(chip, channel);

    /// <inheritdoc/>
    public II2cBus OpenI2c(string device) => throw NoBus(device);

    /// <inheritdoc/>
    public ISpiBus OpenSpi(string device, SpiClockConfiguration clock) => throw NoBus(device);

    private static IOException NoBus(string device) =>
        new($"Simulated pins have no bus {device}. Write \"pins: linux\" in the board file if it is there.");
}
