using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Linux;
using Switchhook.Hardware.Linux.I2c;
using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Linux.Survey;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>A look at folders that look like the kernel's.</summary>
public sealed class SurveyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly KernelFolders _folders;

    public SurveyTests() => _folders = new KernelFolders(_folder.File("dev"), _folder.File("proc"), _folder.File("class"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_found_and_named()
    {
        Write("dev/spidev0.0");
        Write("dev/i2c-1");
        Write("dev/watchdog");
        Write("dev/watchdog0");
        Write("class/i2c-dev/i2c-1/name", "bcm2835 (i2c@7e804000)\n");
        Write("class/watchdog/watchdog0/identity", "Broadcom BCM2835 Watchdog timer\n");
        Write("class/pwm/pwmchip0/npwm", "2\n");
        Write("proc/device-tree/model", "Raspberry Pi Compute Module 4 Rev 1.1\0");
        Write("proc/asound/cards", " 0 [tdm            ]: simple-card - tdm\n                      tdm\n");

        var found = LinuxSurvey.Take(_folders);
        Assert.Equal("Raspberry Pi Compute Module 4 Rev 1.1", found.Board);
        Assert.Equal(_folder.File("dev/spidev0.0"), Assert.Single(found.SpiDevices));
        Assert.Equal(new NamedDevice(_folder.File("dev/i2c-1"), "bcm2835 (i2c@7e804000)"), Assert.Single(found.I2cBuses));
        Assert.Equal(new NamedDevice(_folder.File("dev/watchdog0"), "Broadcom BCM2835 Watchdog timer"), Assert.Single(found.Watchdogs));
        Assert.Equal(new SoundCard(0, "tdm", "simple-card - tdm"), Assert.Single(found.SoundCards));
        Assert.Equal("pwmchip0", Assert.Single(found.PwmChips));
        Assert.Empty(found.Troubles);
    }

    [Fact]
    public void What_is_no_chip_is_told()
    {
        Write("dev/gpiochip0");
        var found = LinuxSurvey.Take(_folders);
        Assert.Empty(found.Chips);
        Assert.Equal($"{_folder.File("dev/gpiochip0")} is no GPIO chip.", Assert.Single(found.Troubles));
    }

    [Fact]
    public void A_PC_is_named_by_its_firmware()
    {
        Write("class/dmi/id/sys_vendor", "QEMU\n");
        Write("class/dmi/id/product_name", "Standard PC\n");
        Assert.Equal("QEMU Standard PC", LinuxSurvey.Take(_folders).Board);
    }

    [Fact]
    public void Nothing_is_nothing()
    {
        var found = LinuxSurvey.Take(_folders);
        Assert.Null(found.Board);
        Assert.Empty(found.Chips);
        Assert.Empty(found.SpiDevices);
        Assert.Empty(found.SoundCards);
        Assert.False(found.RealTime.IsAllowed);
    }

    [Theory]
    [InlineData("0000000000800000", "0", true)]
    [InlineData("000001ffffffffff", "0", true)]
    [InlineData("0000000000000000", "50", true)]
    [InlineData("0000000000000000", "unlimited", true)]
    [InlineData("0000000000400000", "0", false)]
    public void Real_time_priority_needs_a_capability_or_a_limit(string capabilities, string limit, bool isAllowed)
    {
        Write("proc/self/status", $"Name:\tdotnet\nCapInh:\t0000000000000000\nCapEff:\t{capabilities}\n");
        Write("proc/self/limits", $"Limit                     Soft Limit           Hard Limit\nMax realtime priority     {limit,-20} 0\n");
        Assert.Equal(isAllowed, RealTimeLimit.Of(_folders).IsAllowed);
    }

    [Fact]
    public void The_cards_of_the_kernel_are_read_line_by_line()
    {
        const string List = " 1 [Loopback       ]: Loopback - Loopback\n               Loopback 1\n12 [A              ]: x - y ]: z\n";
        Assert.Equal([new SoundCard(1, "Loopback", "Loopback - Loopback"), new SoundCard(12, "A", "x - y ]: z")], SoundDevices.Parse(List));
        Assert.Empty(SoundDevices.Parse("--- no soundcards ---\n"));
    }

    [Fact]
    public void The_clock_of_a_bus_is_that_of_the_device_tree()
    {
        Assert.Null(BusClock.Of("i2c-1", _folders));
        var file = Write("class/i2c-dev/i2c-1/device/of_node/clock-frequency");
        File.WriteAllBytes(file, [0x00, 0x06, 0x1A, 0x80]);
        Assert.Equal(I2cBusSpeed.Fast, BusClock.Of("i2c-1", _folders));
    }

    [Theory]
    [InlineData("/dev/gpiochip0", "group gpio (usermod -aG gpio USER")]
    [InlineData("/dev/spidev0.1", "SUBSYSTEM==\"spidev\", GROUP=\"spi\", MODE=\"0660\"")]
    [InlineData("/dev/i2c-1", "group i2c")]
    [InlineData("/dev/snd/pcmC0D0p", "group audio")]
    [InlineData("/dev/dahdi/channel", "group dialout")]
    [InlineData("/dev/watchdog", "run as root, or give the device away with a udev rule (SUBSYSTEM==\"watchdog\"")]
    [InlineData("/dev/other", "run as root, or give the device to the user's group")]
    public void A_device_that_is_not_for_this_user_gets_the_cure(string device, string cure)
    {
        var words = AccessAdvice.For(device);
        Assert.StartsWith($"{device} is not open to this user: ", words, StringComparison.Ordinal);
        Assert.Contains(cure, words, StringComparison.Ordinal);
    }

    private string Write(string path, string text = "")
    {
        var file = _folder.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
