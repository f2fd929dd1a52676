using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Spi;

namespace Switchhook.Appliance.Panels;

/// <summary>Opens what the panel of a board is wired to. What it opens is the caller's to dispose.</summary>
public interface IPanelHardware
{
    /// <summary>Pins of the board itself.</summary>
    IPinBank Pins { get; }

    /// <summary>Takes a PWM channel.</summary>
    /// <exception cref="IOException">There is none, or it is in use.</exception>
    IPwmPort OpenPwm(int chip, int channel);

    /// <summary>Opens an I²C bus, such as <c>/dev/i2c-1</c>.</summary>
    /// <exception cref="IOException">There is none.</exception>
    II2cBus OpenI2c(string device);

    /// <summary>Opens an SPI bus with its chip select, such as <c>/dev/spidev0.0</c>. It is disposed if it can be.</summary>
    /// <exception cref="IOException">There is none.</exception>
    ISpiBus OpenSpi(string device, SpiClockConfiguration clock);
}
