using Switchhook.Hardware;
using Switchhook.Hardware.Linux.I2c;
using Switchhook.Hardware.Linux.Spi;
using Switchhook.Hardware.Linux.Watchdog;
using Switchhook.Hardware.Spi;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>What a person reads when a device is missing, or is something else.</summary>
public sealed class DeviceWordsTests : IDisposable
{
    private static readonly SpiClockConfiguration Clock = new(Frequency.FromMegahertz(1));

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_device_that_is_missing_is_named_with_the_cause()
    {
        var path = _folder.File("none");
        Assert.Equal(
            $"{path} is not there: the hardware is missing, or its driver is not loaded.", Refusal(() => LinuxSpiBus.Open(path, Clock)));
        Assert.StartsWith($"{path} is not there", Refusal(() => LinuxI2cBus.Open(path)), StringComparison.Ordinal);
        Assert.StartsWith($"{path} is not there", Refusal(() => HardwareWatchdog.Open(path, Long)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_device_is_told_as_such()
    {
        var path = _folder.File("plain");
        File.WriteAllText(path, "");
        Assert.Contains("it is no SPI device", Refusal(() => LinuxSpiBus.Open(path, Clock)), StringComparison.Ordinal);
        Assert.Contains("it is no I²C bus", Refusal(() => LinuxI2cBus.Open(path)), StringComparison.Ordinal);
        Assert.Contains("it is no watchdog", Refusal(() => HardwareWatchdog.Open(path, Long)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, "/dev/i2c-1: nothing answers at address 0x20.")]
    [InlineData(121, "/dev/i2c-1: nothing answers at address 0x20.")]
    [InlineData(16, "/dev/i2c-1: a driver of the kernel holds the chip at address 0x20.")]
    [InlineData(110, "/dev/i2c-1: the bus hangs, asked for address 0x20.")]
    public void A_silent_peripheral_is_named_by_bus_and_address(int error, string words) =>
        Assert.StartsWith(words, Refusal(() => I2cFault.Check("/dev/i2c-1", 0x20, error)), StringComparison.Ordinal);

    private static string Refusal(Action act) => Assert.Throws<IOException>(act).Message;
}
