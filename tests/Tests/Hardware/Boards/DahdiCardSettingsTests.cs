using Switchhook.Hardware.Boards;

namespace Switchhook.Tests.Hardware.Boards;

/// <summary>The settings of a card behind the DAHDI drivers.</summary>
public sealed class DahdiCardSettingsTests
{
    [Fact]
    public void Without_settings_all_spans_are_the_cards_and_nothing_is_changed() =>
        Assert.Equal(new DahdiCardSettings(), Read(""));

    [Fact]
    public void All_settings_are_read() => Assert.Equal(
        new DahdiCardSettings { Device = "TDM410", EchoCanceller = "hwec", ReceiveGainDb = 3.5, SendGainDb = -2 },
        Read("settings: {device: TDM410, echo-canceller: hwec, rx-gain-db: 3.5, tx-gain-db: -2}"));

    [Fact]
    public void No_echo_canceller_can_be_named() =>
        Assert.Equal(new DahdiCardSettings(), Read("settings: {echo-canceller: none}"));

    [Theory]
    [InlineData("settings: {rx-gain-db: 21}", "rx-gain-db")]
    [InlineData("settings: {echo-canceller: a-name-of-sixteen}", "echo-canceller")]
    [InlineData("settings: {span: 1}", "span")]
    public void What_cannot_be_is_told(string settings, string what)
    {
        var result = BoardReader.Read(Board(settings), "b.yaml");
        Assert.Null(result.Board);
        Assert.Contains(what, Assert.Single(result.Mistakes).ToString(), StringComparison.Ordinal);
    }

    private static CardSettings Read(string settings)
    {
        var result = BoardReader.Read(Board(settings), "b.yaml");
        Assert.Empty(result.Mistakes);
        return Assert.Single(result.Board!.Cards).Settings;
    }

    private static string Board(string settings) =>
        $"name: b\ncards:\n  - name: c\n    driver: dahdi\n    fxo: 2\n    fxs: 2\n    {settings}\n";
}
