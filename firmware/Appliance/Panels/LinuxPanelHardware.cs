using Switchhook.Hardware;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Linux.I2c;
using Switchhook.Hardware.Linux.Pwm;
using Switchhook.Hardware.Linux.Spi;
using Switchhook.Hardware.Spi;

namespace Switchhook.Appliance.Panels;

/// <summary>The panel of a board at the pins and buses of the kernel.</summary>
/// <param name="pins">The pins; stay their owner's.</param>
internal sealed class LinuxPanelHardware(LinuxPins pins) : IPanelHardware
{
    // Fast enough that nobody sees a lamp flicker; a buzzer sets its own.
    private static readonly Frequency Usual = new(1000);

    public IPinBank Pins => pins;

    public IPwmPort OpenPwm(int chip, int channel) => SysfsPwmPort.Open($"pwmchip{chip}:{channel}", Usual);

    public II2cBus OpenI2c(string device) => LinuxI2cBus.Open(device);

    public ISpiBus OpenSpi(string device, SpiClockConfiguration clock) => LinuxSpiBus.Open(device, clock);
}
