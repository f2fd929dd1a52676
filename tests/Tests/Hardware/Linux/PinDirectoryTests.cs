using System.Collections.Immutable;
using Switchhook.Hardware.Linux.Gpio;

namespace Switchhook.Tests.Hardware.Linux;

public sealed class PinDirectoryTests
{
    private static readonly GpioChipFacts[] Chips =
    [
        Chip("gpiochip0", "pinctrl-bcm2711", ["/dev/gpiochip0", "/dev/gpiochip4"], "ID_SDA", "GPIO2", "GPIO17", "LED"),
        Chip("gpiochip1", "raspberrypi-exp-gpio", ["/dev/gpiochip1"], "BT_ON", "", "LED"),
        Chip("gpiochip2", "0-0020:exp", ["/dev/gpiochip2"], "", ""),
    ];

    [Theory]
    [InlineData("GPIO17", 0, 2)]
    [InlineData("BT_ON", 1, 0)]
    [InlineData("gpiochip0:1", 0, 1)]
    [InlineData("gpiochip1/1", 1, 1)]
    [InlineData("gpiochip4:1", 0, 1)]
    [InlineData("raspberrypi-exp-gpio:2", 1, 2)]
    [InlineData("0-0020:exp:1", 2, 1)]
    public void Pins_are_found_by_name_and_by_chip_and_line(string name, int chip, int line) => Assert.Equal((chip, line), Find(name));

    [Fact]
    public void A_name_that_is_not_there_gets_the_nearest_and_all_that_are()
    {
        var words = Refusal("GPIO71");
        Assert.StartsWith("No pin is called GPIO71. Did you mean GPIO17? There are gpiochip0 (pinctrl-bcm2711) with 4 lines,", words);
        Assert.Contains("by name ID_SDA, GPIO2, GPIO17, LED, BT_ON", words);
    }

    [Fact]
    public void A_chip_that_is_not_there_gets_the_nearest() =>
        Assert.StartsWith("No GPIO chip is called gpiochip7. Did you mean gpiochip0?", Refusal("gpiochip7:3"));

    [Fact]
    public void A_line_past_the_last_one_is_told() =>
        Assert.Equal("gpiochip0 (pinctrl-bcm2711) has no line 54: its lines are 0 to 3.", Refusal("gpiochip0:54"));

    [Fact]
    public void A_name_that_two_chips_use_needs_the_chip() => Assert.Equal(
        "There are 2 pins of the name LED: write chip and line, such as gpiochip0:3 or gpiochip1:2.", Refusal("LED"));

    [Fact]
    public void A_label_that_two_chips_share_needs_the_name_of_the_chip()
    {
        var twins = new PinDirectory([Chip("gpiochip0", "exp", [], ""), Chip("gpiochip1", "exp", [], "")], []);
        Assert.Equal(
            "There are 2 GPIO chips of the label exp: write gpiochip0 or gpiochip1.",
            Assert.Throws<IOException>(() => twins.Find("exp:0")).Message);
    }

    [Fact]
    public void Without_a_chip_it_is_told_why()
    {
        var none = new PinDirectory([], ["/dev/gpiochip0 is not open to this user."]);
        Assert.Equal(
            "No pin is called GPIO17. There is no GPIO chip. /dev/gpiochip0 is not open to this user.",
            Assert.Throws<IOException>(() => none.Find("GPIO17")).Message);
    }

    private static (int Chip, int Line) Find(string name) => new PinDirectory(Chips, []).Find(name);

    private static string Refusal(string name) => Assert.Throws<IOException>(() => Find(name)).Message;

    private static GpioChipFacts Chip(string name, string label, ImmutableArray<string> devices, params string[] lines) =>
        new(name, label, devices, [.. lines.Select(line => new GpioLineFacts(line, false, "", false))]);
}
