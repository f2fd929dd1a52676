using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;

namespace Switchhook.Tests.Hardware.Boards;

public sealed class BoardReaderTests
{
    private const string TwoCards = """
        name: clinic
        cards:
          - name: left
            driver: simulated
            fxo: 4
            fxs: 2
            settings: {noise-dbm0: -65.5, echo-return-loss-db: 18, hang-up: [busy-tone, battery-drop], answer-polarity: yes, caller-id: no}
          - {name: right, driver: simulated, fxo: 2, fxs: 8}
        lamps: {desk-lamp: {pin: GPIO17, active-low: yes}}
        buttons: {night: {pin: GPIO27, press: night}}
        relays: {bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}
        """;

    [Fact]
    public void Ports_count_on_from_card_to_card()
    {
        var board = Read(TwoCards);
        Assert.Equal((6, 10), (board.FxoPorts, board.FxsPorts));
        Assert.Equal([(1, 1), (5, 3)], board.Cards.Select(card => (card.FirstFxo, card.FirstFxs)));
    }

    [Theory]
    [InlineData("fxo1", PortKind.Fxo)]
    [InlineData("fxo6", PortKind.Fxo)]
    [InlineData("fxs10", PortKind.Fxs)]
    [InlineData("fxo7", null)]
    [InlineData("fxo0", null)]
    [InlineData("fxo01", null)]
    [InlineData("fxo", null)]
    [InlineData("fxo+1", null)]
    [InlineData("FXO1", null)]
    [InlineData("fxs99999999999", null)]
    public void A_port_is_known_by_its_name(string port, PortKind? kind) => Assert.Equal(kind, Read(TwoCards).KindOf(port));

    [Fact]
    public void Settings_are_those_of_the_driver()
    {
        var settings = Assert.IsType<SimulatedCardSettings>(Read(TwoCards).Cards[0].Settings);
        Assert.Equal((-65.5, 18.0), (settings.NoiseDbm0, settings.EchoReturnLossDb));
        Assert.Equal((true, false), (settings.AnswerPolarity, settings.CallerId));
        Assert.Equal([HangUpSignal.BusyTone, HangUpSignal.BatteryDrop], settings.HangUp);
        Assert.Equal(new SimulatedCardSettings(null, null, null, null, null), Read(TwoCards).Cards[1].Settings);
    }

    [Fact]
    public void The_echo_of_the_far_ends_is_a_setting_too()
    {
        var board = Read(TwoCards.Replace("caller-id: no", "far-echo-return-loss-db: 12", StringComparison.Ordinal));
        Assert.Equal(12, Assert.IsType<SimulatedCardSettings>(board.Cards[0].Settings).FarEchoReturnLossDb);
    }

    [Theory]
    [InlineData("name: clinic", "name: other", "1:7", "its file is not")]
    [InlineData("driver: simulated\n", "driver: dadhi\n", "4:13", "no driver \"dadhi\"")]
    [InlineData("name: right", "name: left", "8:5", "Two cards are called")]
    [InlineData("fxo: 2, fxs: 8", "fxo: 0", "8:5", "has no ports")]
    [InlineData("fxo: 2, fxs: 8", "fxo: 999, fxs: 8", "3:3", "more than 1000 ports")]
    [InlineData("fxo: 4", "fxo: four", "5:10", "whole number")]
    [InlineData("noise-dbm0: -65.5", "noise-dbm0: 12", "7:28", "must be a number")]
    [InlineData("hang-up: [busy-tone,", "hang-up: [busy,", "7:70", "cannot be \"busy\"")]
    [InlineData("answer-polarity", "answer_polarity", "7:96", "no key \"answer_polarity\"")]
    [InlineData("pin: GPIO27", "pin: GPIO17", "10:24", "in use already, in line 9")]
    [InlineData("{bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}", "[GPIO22]", "11:9", "names with a pin each")]
    public void A_mistake_has_its_place(string old, string current, string place, string words)
    {
        var result = BoardReader.Read(TwoCards.Replace(old, current, StringComparison.Ordinal), "boards/clinic.yaml");
        Assert.Null(result.Board);
        var mistake = result.Mistakes[0];
        Assert.Equal(place, $"{mistake.Line}:{mistake.Column}");
        Assert.Contains(words, mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_boards_of_the_firmware_have_no_mistakes()
    {
        var boards = BoardCatalog.Delivered;
        Assert.Equal(
            [
                "pc-dahdi", "raspberrypi-4-spi-proslic", "raspberrypi-4-usb-dahdi", "raspberrypi-5-usb-dahdi", "raspberrypi-cm4-pcie-dahdi",
                "simulated", "simulated-large",
            ],
            boards.Names);
        Assert.All(boards.Names, name => Assert.Empty(boards.Read(name).Mistakes));
        Assert.Equal((4, 4), (boards.ReadAll()["simulated"].FxoPorts, boards.ReadAll()["simulated"].FxsPorts));
        Assert.Equal((200, 200), (boards.ReadAll()["simulated-large"].FxoPorts, boards.ReadAll()["simulated-large"].FxsPorts));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("../boards/simulated")]
    public void A_board_that_is_not_there_is_told(string name) =>
        Assert.Throws<KeyNotFoundException>(() => BoardCatalog.Delivered.Read(name));

    private static Board Read(string text)
    {
        var result = BoardReader.Read(text, "boards/clinic.yaml");
        Assert.Empty(result.Mistakes);
        return result.Board!;
    }
}
