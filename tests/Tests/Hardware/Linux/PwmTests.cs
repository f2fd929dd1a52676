using Switchhook.Hardware;
using Switchhook.Hardware.Linux;
using Switchhook.Hardware.Linux.Pwm;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>PWM over a folder that looks like the kernel's as far as plain files can.</summary>
public sealed class PwmTests : IDisposable
{
    private static readonly string[] Shown = ["period", "duty_cycle", "enable", "polarity"];

    private readonly TempFolder _folder = new();
    private readonly string _channel;

    public PwmTests()
    {
        var chip = Path.Combine(_folder.Path, "pwm", "pwmchip0");
        _channel = Path.Combine(chip, "pwm1");
        Directory.CreateDirectory(_channel);
        File.WriteAllText(Path.Combine(chip, "npwm"), "2\n");
        foreach (var (name, text) in new[] { ("period", "0\n"), ("duty_cycle", "0\n"), ("enable", "0\n"), ("polarity", "normal\n") })
        {
            File.WriteAllText(Path.Combine(_channel, name), text);
        }
    }

    [Fact]
    public void A_channel_stands_until_it_is_started_and_again_at_the_end()
    {
        using (var port = Open("pwmchip0:1", inverted: true))
        {
            Assert.Equal("1000000 0 0 inversed", Attributes());
            port.DutyCycle = 0.25;
            Assert.Equal("1000000 0 0 inversed", Attributes());

            port.Start();
            Assert.Equal(("1000000 250000 1 inversed", true), (Attributes(), port.State));
            port.DutyCycle = 1;
            port.Frequency = Frequency.FromKilohertz(2);
            Assert.Equal("500000 500000 1 inversed", Attributes());

            port.Stop();
            Assert.Equal(("500000 0 0 inversed", false, 1), (Attributes(), port.State, port.DutyCycle));
            port.Start();
        }

        Assert.Equal("500000 0 0 inversed", Attributes());
    }

    [Fact]
    public void A_channel_that_someone_left_running_is_stopped_first()
    {
        File.WriteAllText(Path.Combine(_channel, "period"), "20000\n");
        File.WriteAllText(Path.Combine(_channel, "duty_cycle"), "20000\n");
        File.WriteAllText(Path.Combine(_channel, "enable"), "1\n");
        using var port = Open("pwmchip0/1");
        Assert.Equal("1000000 0 0 normal", Attributes());
    }

    [Theory]
    [InlineData(1000, 500, 400, 100, "duty_cycle 100, period 400")]
    [InlineData(1000, 500, 600, 100, "period 600, duty_cycle 100")]
    [InlineData(1000, 500, 2000, 1500, "period 2000, duty_cycle 1500")]
    [InlineData(1000, 500, 1000, 700, "duty_cycle 700")]
    [InlineData(1000, 500, 1000, 500, "")]
    public void The_high_time_is_never_above_the_period(long period, long high, long newPeriod, long newHigh, string writes)
    {
        var steps = new PwmSetting(period, high).WritesTo(new PwmSetting(newPeriod, newHigh)).ToList();
        Assert.Equal(writes, string.Join(", ", steps.Select(step => $"{step.Attribute} {step.Value}")));
    }

    [Theory]
    [InlineData("pwmchip0:7", "pwmchip0 has no channel 7: its channels are 0 to 1.")]
    [InlineData("pwmchip3:0", "There is no PWM chip pwmchip3: is its overlay set? There are pwmchip0 with 2 channels.")]
    [InlineData("GPIO18", "GPIO18 is no PWM channel: write chip and channel, such as pwmchip0:1.")]
    [InlineData("pwmchip0:-1", "pwmchip0:-1 is no PWM channel: write chip and channel, such as pwmchip0:1.")]
    public void A_channel_that_is_not_there_is_told(string name, string words) =>
        Assert.Equal(words, Assert.Throws<IOException>(() => Open(name)).Message);

    public void Dispose() => _folder.Dispose();

    private SysfsPwmPort Open(string name, bool inverted = false) =>
        SysfsPwmPort.Open(name, Frequency.FromKilohertz(1), inverted, new KernelFolders("", "", _folder.Path));

    private string Attributes() => string.Join(
        ' ', Shown.Select(name => File.ReadAllText(Path.Combine(_channel, name)).Trim()));
}
