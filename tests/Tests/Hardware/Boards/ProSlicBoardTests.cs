using Switchhook.Hardware.Boards;

namespace Switchhook.Tests.Hardware.Boards;

/// <summary>Cards of Si3050 and Si3210 chips in board files.</summary>
public sealed class ProSlicBoardTests
{
    private const string Right = """
        name: cellar
        cards:
          - name: card-1
            driver: proslic
            fxo: 2
            fxs: 2
            settings:
              spi: /dev/spidev0.0
              spi-speed: 2000000
              sound: hw:2
              chain: [fxo, fxo, fxs, fxs]
              reset: {pin: GPIO5, active-low: yes}
              interrupt: {pin: GPIO6}
        """;

    [Fact]
    public void All_settings_are_read()
    {
        var settings = Assert.IsType<ProSlicCardSettings>(Read(Right).Cards[0].Settings);
        Assert.Equal(
            new ProSlicCardSettings(
                "/dev/spidev0.0",
                2_000_000,
                "hw:2",
                [PortKind.Fxo, PortKind.Fxo, PortKind.Fxs, PortKind.Fxs],
                new PinConfig("reset", "GPIO5", ActiveLow: true),
                new PinConfig("interrupt", "GPIO6", ActiveLow: false)),
            settings);
        Assert.Equal("proslic", settings.Driver);
    }

    [Fact]
    public void Pins_and_speed_may_be_left_out()
    {
        var text = Right.Split('\n').Where(line => !line.Contains("pin:") && !line.Contains("speed"));
        var settings = Assert.IsType<ProSlicCardSettings>(Read(string.Join('\n', text)).Cards[0].Settings);
        Assert.Equal((1_000_000, null, null), (settings.SpiHertz, settings.Reset, settings.Interrupt));
    }

    [Theory]
    [InlineData("fxs: 2", "fxs: 3", "8:7", "has 2 fxo and 2 fxs chips, but the card has 2 fxo and 3 fxs ports", "\"fxs: 2\"")]
    [InlineData("[fxo, fxo, fxs, fxs]", "[fxo, fxo, fx, fxs]", "11:25", "\"chain\" cannot be \"fx\"", "Write \"fxo\" instead")]
    [InlineData("[fxo, fxo, fxs, fxs]", "fxo", "11:14", "\"chain\" must be a list of chips", "[fxo, fxo, fxs, fxs]")]
    [InlineData("[fxo, fxo, fxs, fxs]", "[]", "11:14", "not an empty list", "[fxo, fxo, fxs, fxs]")]
    [InlineData("[fxo, fxo, fxs, fxs]", "[fxo, fxo, fxs, fxs, fxs, fxs]", "11:14", "tell 2 fxo and 4 fxs chips apart", "most 3 fxs")]
    [InlineData("spi: /dev", "spy: /dev", "8:7", "has no key \"spy\"", "Write \"spi\" instead")]
    [InlineData("2000000", "99000000", "9:18", "\"spi-speed\" must be a whole number", "from 10000 to 16384000")]
    [InlineData("sound: hw:2", "sound:", "10:13", "\"sound\" has no value", "Write one value")]
    [InlineData("{pin: GPIO6}", "GPIO6", "13:18", "\"Interrupt\" must be a set of keys", "pin, active-low")]
    [InlineData("{pin: GPIO6}", "{pin: GPIO5}", "13:18", "Pin GPIO5 is the reset already", "Name another pin")]
    public void A_mistake_is_told_with_its_place_and_cure(string right, string wrong, string place, string what, string cure)
    {
        var mistakes = BoardReader.Read(Right.Replace(right, wrong, StringComparison.Ordinal), "cellar.yaml").Mistakes;
        Assert.Contains(mistakes, one => $"{one.Line}:{one.Column}" == place
            && one.What.Contains(what, StringComparison.OrdinalIgnoreCase)
            && one.Cure.Contains(cure, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_settings_the_card_says_what_it_needs()
    {
        var text = Right[..Right.IndexOf("    settings", StringComparison.Ordinal)];
        var mistake = Assert.Single(BoardReader.Read(text, "cellar.yaml").Mistakes);
        Assert.Equal((3, "The card has no \"settings\"."), (mistake.Line, mistake.What));
    }

    private static Board Read(string text)
    {
        var (board, mistakes) = BoardReader.Read(text, "cellar.yaml");
        Assert.Empty(mistakes);
        return board!;
    }
}
