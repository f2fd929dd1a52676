using Switchhook.Hardware;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Panel.Sounds;

namespace Switchhook.Tests.Hardware.Boards;

/// <summary>What a board file says besides its cards.</summary>
public sealed class BoardPartsTests
{
    private const string Whole = """
        name: whole
        description: A board with everything.
        model: Raspberry Pi 4 Model B
        cards: [{name: card-1, driver: simulated, fxo: 2, fxs: 2}]
        pins: linux
        expanders:
          leds: {chip: 74hc595, bus: /dev/spidev0.0, chips: 2, latch: GPIO8}
          keys: {chip: pcf8574, bus: /dev/i2c-1, address: 0x38}
          more: {chip: mcp23017, bus: /dev/i2c-1, address: 0x20, interrupt: GPIO4}
        lamps:
          plain: {pin: GPIO17, active-low: yes}
          dimmed: {pwm: {chip: 0, channel: 1}, brightness: 40}
          mixed: {red: leds.QA0, green: leds.QB0, blue: leds.QH1}
        buttons:
          night: {pin: GPIO27, active-low: yes, press: night}
          reset: {pin: keys.P0, pull: none, hold: {forget-access: 10 s, restart: 3 s}}
        relays:
          bypass: {pin: GPIO22, active-low: yes, power-fail: {line: fxo1, phone: fxs2}}
        buzzer: {pwm: {chip: 0, channel: 0}, frequency: 3000}
        ups: {on-battery: {pin: GPIO5}, battery-low: {pin: more.GPB0, active-low: yes}, after: 500 ms}
        watchdog: {device: /dev/watchdog, timeout: 20 s}
        """;

    [Fact]
    public void The_board_tells_what_it_is()
    {
        var board = Read(Whole);
        Assert.Equal(("A board with everything.", PinSource.Linux), (board.Description, board.Pins));
        Assert.True(board.IsModel("Raspberry Pi 4 Model B Rev 1.4"));
        Assert.False(board.IsModel("Raspberry Pi 5 Model B Rev 1.0"));
        Assert.False(Read(Whole.Replace("model: Raspberry Pi 4 Model B\n", "", StringComparison.Ordinal)).IsModel(""));
    }

    [Fact]
    public void Pins_are_simulated_where_all_cards_are_unless_the_file_says_otherwise() =>
        Assert.Equal(PinSource.Simulated, Read(Whole.Replace("pins: linux\n", "", StringComparison.Ordinal)).Pins);

    [Fact]
    public void Expanders_have_a_chip_and_a_place_on_a_bus()
    {
        var expanders = Read(Whole).Expanders;
        Assert.Equal(new ExpanderPart("leds", ExpanderChip.Hc595, "/dev/spidev0.0") { Chips = 2, Latch = "GPIO8" }, expanders["leds"]);
        Assert.Equal(new ExpanderPart("keys", ExpanderChip.Pcf8574, "/dev/i2c-1") { Address = 0x38 }, expanders["keys"]);
        Assert.Equal(
            new ExpanderPart("more", ExpanderChip.Mcp23017, "/dev/i2c-1") { Address = 0x20, Interrupt = "GPIO4" }, expanders["more"]);
    }

    [Fact]
    public void Lamps_are_wired_to_a_pin_a_channel_or_three_of_them()
    {
        var lamps = Read(Whole).Lamps;
        Assert.Equal(new LampPart("plain", new LampWiring.OneColour(new Wire.Pin("GPIO17")), ActiveLow: true), lamps["plain"]);
        Assert.Equal(new LampPart("dimmed", new LampWiring.OneColour(new Wire.Pwm(0, 1)), Brightness: 0.4), lamps["dimmed"]);
        Assert.Equal(
            new LampWiring.ThreeColours(new Wire.Pin("leds.QA0"), new Wire.Pin("leds.QB0"), new Wire.Pin("leds.QH1")),
            lamps["mixed"].Wiring);
    }

    [Fact]
    public void Buttons_have_a_resistor_and_stages_in_the_order_of_time()
    {
        var buttons = Read(Whole).Buttons;
        Assert.Equal(new InputPart("GPIO27", ActiveLow: true, ResistorMode.InternalPullUp), buttons["night"].Input);
        Assert.Equal(ButtonAction.Night, buttons["night"].Press);
        Assert.Empty(buttons["night"].Stages);
        Assert.Null(buttons["reset"].Press);
        Assert.Equal(new InputPart("keys.P0", ActiveLow: false, ResistorMode.Disabled), buttons["reset"].Input);
        Assert.Equal(
            [new(TimeSpan.FromSeconds(3), ButtonAction.Restart), new(TimeSpan.FromSeconds(10), ButtonAction.ForgetAccess)],
            buttons["reset"].Stages.AsEnumerable());
    }

    [Fact]
    public void Relays_may_give_a_line_to_a_phone()
    {
        var relays = Read(Whole).Relays;
        Assert.Equal(new RelayPart("bypass", "GPIO22", ActiveLow: true, new PowerFailPart("fxo1", "fxs2")), relays["bypass"]);
    }

    [Fact]
    public void A_relay_without_a_line_is_free_and_may_be_of_an_expander()
    {
        var text = Whole.Replace(", power-fail: {line: fxo1, phone: fxs2}", "", StringComparison.Ordinal)
            .Replace("GPIO22", "more.GPA0", StringComparison.Ordinal);
        Assert.Equal(new RelayPart("bypass", "more.GPA0", ActiveLow: true, PowerFail: null), Read(text).Relays["bypass"]);
    }

    [Fact]
    public void Buzzer_power_supply_and_watchdog_are_read()
    {
        var board = Read(Whole);
        Assert.Equal(new BuzzerPart(new Wire.Pwm(0, 0), ActiveLow: false, new Frequency(3000)), board.Buzzer);
        Assert.Equal(
            new UpsPart(
                new InputPart("GPIO5", ActiveLow: false, ResistorMode.InternalPullDown),
                new InputPart("more.GPB0", ActiveLow: true, ResistorMode.InternalPullUp),
                TimeSpan.FromMilliseconds(500)),
            board.Ups);
        Assert.Equal(new WatchdogPart("/dev/watchdog", TimeSpan.FromSeconds(20)), board.Watchdog);
    }

    [Fact]
    public void What_is_left_out_has_the_usual_value()
    {
        var board = Read("""
            name: whole
            cards: [{name: card-1, driver: simulated, fxo: 2, fxs: 2}]
            buzzer: {pin: GPIO6, active-low: yes}
            ups: {on-battery: {pin: GPIO5}}
            watchdog: {device: /dev/watchdog0}
            """);
        Assert.Equal(new BuzzerPart(new Wire.Pin("GPIO6"), ActiveLow: true, Buzzer.UsualFrequency), board.Buzzer);
        Assert.Equal((null, UpsSignal.UsualTime), (board.Ups!.BatteryLow, board.Ups.After));
        Assert.Equal(TimeSpan.FromSeconds(15), board.Watchdog!.Timeout);
        Assert.Empty(board.Expanders);
    }

    [Theory]
    [InlineData("pins: linux", "pins: kernel", "5:7", "cannot be \"kernel\"")]
    [InlineData("chip: 74hc595", "chip: 74hc59", "7:16", "not known")]
    [InlineData("/dev/spidev0.0", "spidev0.0", "7:30", "is no device")]
    [InlineData("chips: 2", "chips: 9", "7:53", "whole number")]
    [InlineData("chips: 2", "address: 0x20", "7:55", "no \"address\"")]
    [InlineData("latch: GPIO8", "latch: keys.P1", "7:63", "belongs to an expander")]
    [InlineData("address: 0x38", "address: 0x48", "8:51", "cannot have the address \"0x48\"")]
    [InlineData(", address: 0x38", "", "8:9", "no \"address\"")]
    [InlineData("address: 0x20, interrupt: GPIO4", "address: 0x38", "9:52", "cannot have the address")]
    [InlineData("chip: mcp23017, bus: /dev/i2c-1, address: 0x20", "chip: pcf8574, bus: /dev/i2c-1, address: 0x38", "9:30", "same place")]
    [InlineData("interrupt: GPIO4", "interrupt: GPIO8", "9:69", "in use already, in line 7")]
    [InlineData("  more: {", "  m.ore: {", "9:3", "cannot be called")]
    [InlineData("{pin: GPIO17, active-low: yes}", "{active-low: yes}", "11:10", "has no pin")]
    [InlineData("{pin: GPIO17, active-low: yes}", "{pin: GPIO17, brightness: 40}", "11:36", "cannot be dimmed")]
    [InlineData("{pin: GPIO17, active-low: yes}", "{pin: GPIO17, pwm: {chip: 0, channel: 2}}", "11:10", "wired in two ways")]
    [InlineData("brightness: 40", "brightness: 0", "12:52", "whole number")]
    [InlineData("channel: 1}", "chanel: 1}", "12:27", "no key \"chanel\"")]
    [InlineData("brightness: 40", "brightnes: 40", "12:40", "no key \"brightnes\"")]
    [InlineData(", blue: leds.QH1", "", "13:10", "has no blue")]
    [InlineData("leds.QH1", "leds.QH2", "13:49", "has no pin \"QH2\"")]
    [InlineData("leds.QH1", "ledz.QH1", "13:49", "no expander \"ledz\"")]
    [InlineData("leds.QH1", "leds.QA0", "13:49", "in use already, in line 13")]
    [InlineData("pin: keys.P0", "pin: leds.QC0", "16:16", "output only")]
    [InlineData("pull: none", "pull: down", "16:31", "no pull-down")]
    [InlineData("restart: 3 s", "restart: 10 s", "16:74", "after the same time")]
    [InlineData("restart: 3 s", "restart: 3", "16:74", "time with a unit")]
    [InlineData("restart: 3 s", "restrat: 3 s", "16:65", "cannot do \"restrat\"")]
    [InlineData("press: night", "press: nigt", "15:48", "cannot be \"nigt\"")]
    [InlineData(", press: night", "", "15:10", "does nothing")]
    [InlineData("hold: {forget-access: 10 s, restart: 3 s}", "hold: 3 s", "16:43", "actions with a time each")]
    [InlineData("line: fxo1", "line: fxo3", "18:61", "no port for a line \"fxo3\"")]
    [InlineData("phone: fxs2", "phone: fxo2", "18:74", "no port for a telephone \"fxo2\"")]
    [InlineData("power-fail: {line: fxo1, phone: fxs2}", "power-fail: yes", "18:54", "power-fail relay")]
    [InlineData("pin: GPIO22", "pin: more.GPA0", "18:17", "in the middle of a call")]
    [InlineData("{pwm: {chip: 0, channel: 0}, frequency: 3000}", "{pwm: {chip: 0, channel: 1}}", "19:15", "in use already, in line 12")]
    [InlineData("{pwm: {chip: 0, channel: 0}, frequency: 3000}", "{frequency: 3000}", "19:9", "has no pin")]
    [InlineData("pwm: {chip: 0, channel: 0}, freq", "pin: GPIO7, freq", "19:33", "has no \"frequency\"")]
    [InlineData("{pin: GPIO5}", "{pin: GPIO27}", "20:25", "in use already, in line 15")]
    [InlineData("on-battery: {pin: GPIO5}, ", "", "20:6", "no \"on-battery\"")]
    [InlineData("more.GPB0", "more.GPB7", "20:52", "output only")]
    [InlineData("after: 500 ms", "after: 5 h", "20:88", "longer than it may be")]
    [InlineData("timeout: 20 s", "timeout: 1 s", "21:44", "shorter than it may be")]
    [InlineData("/dev/watchdog", "watchdog", "21:20", "is no device")]
    public void A_mistake_has_its_place(string old, string current, string place, string words)
    {
        var text = Whole.Replace(old, current, StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        var result = BoardReader.Read(text, "boards/whole.yaml");
        Assert.Null(result.Board);
        var mistake = result.Mistakes[0];
        Assert.Equal(place, $"{mistake.Line}:{mistake.Column}");
        Assert.Contains(words, mistake.What, StringComparison.Ordinal);
        Assert.NotEmpty(mistake.Cure);
    }

    [Fact]
    public void A_pin_that_a_card_needs_is_taken()
    {
        const string Text = """
            name: slic
            cards:
              - name: card-1
                driver: proslic
                fxo: 1
                settings: {spi: /dev/spidev0.0, sound: "hw:2", chain: [fxo], reset: {pin: GPIO22, active-low: yes}}
            lamps:
              desk-lamp: {pin: GPIO22}
            """;
        var mistake = Assert.Single(BoardReader.Read(Text, "boards/slic.yaml").Mistakes);
        Assert.Equal((8, "Pin GPIO22 is in use already, in line 3."), (mistake.Line, mistake.What));
    }

    [Fact]
    public void A_card_that_does_not_measure_its_lines_can_have_no_power_fail_relay()
    {
        var text = Whole.Replace("driver: simulated", "driver: dahdi", StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        var mistake = Assert.Single(BoardReader.Read(text, "boards/whole.yaml").Mistakes);
        Assert.Contains("does not measure its lines", mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fxo1", "left")]
    [InlineData("fxo2", "left")]
    [InlineData("fxo3", "right")]
    [InlineData("fxo4", null)]
    public void A_line_belongs_to_a_card(string port, string? card)
    {
        var settings = new SimulatedCardSettings(null, null, null, null, null);
        var board = new Board("b", [new CardConfig("left", 2, 0, 1, 1, settings), new CardConfig("right", 1, 0, 3, 1, settings)]);
        Assert.Equal(card, board.CardOfLine(port)?.Name);
    }

    [Fact]
    public void A_pin_of_the_kernel_may_have_a_dot_in_its_name() =>
        Assert.Equal("PA.05", Read(Whole.Replace("GPIO27", "PA.05", StringComparison.Ordinal)).Buttons["night"].Input.Pin);

    private static Board Read(string text)
    {
        var result = BoardReader.Read(text, "boards/whole.yaml");
        Assert.Empty(result.Mistakes);
        return result.Board!;
    }
}
