using Switchhook.Calls;
using Switchhook.Flows.Dialling;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Site.Outbound;
using Switchhook.Testing;

namespace Switchhook.Tests.Site.Outbound;

/// <summary>A box without a site file that can be used still reaches help.</summary>
public class RescueSiteTests
{
    private static readonly IReadOnlyDictionary<string, Board> Boards = BoardCatalog.Delivered.ReadAll();

    [Theory]
    [InlineData("", "US", "simulated")]
    [InlineData("site: {name: X, country: DE, time-zone: ???", "DE", "simulated")]
    [InlineData("board: simulated-large\nsite:\n  country: \"GB\"\nlines: [[[", "GB", "simulated-large")]
    [InlineData("board: none\nsite: {country: XX}", "US", "simulated")]
    public void Country_and_board_are_found_in_what_is_left_of_the_file(string text, string country, string board)
    {
        var (site, found) = RescueSite.Of([text], Boards);
        Assert.Equal((country, board, board), (site.Country, site.Board, found.Name));
        Assert.Equal(found.FxsPorts, site.Phones.Count);
    }

    [Fact]
    public void The_last_version_tells_what_the_file_does_not()
    {
        var (site, _) = RescueSite.Of(["", "site: {country: FR}"], Boards);
        Assert.Equal("FR", site.Country);
        var plan = new DialPlan(site, CountryTable.Get("FR"));
        Assert.All(["15", "112", "911"], number => Assert.IsType<DialTarget.Emergency>(plan.Find(number)));
        Assert.Equal(DialVerdict.Refused, plan.Classify("0142345678"));
    }

    [Fact]
    public void Each_telephone_calls_for_help_and_all_ring_for_who_calls_back()
    {
        using var box = new TestBox(RescueSite.Of([""], Boards).Site);
        box.Phone(4).Lift();
        box.Advance(1);
        box.Phone(4).Dial("112");
        box.Until(() => box.Line(1).DialledDigits == "112", 10, "112 is dialled");
        box.Line(2).Ring(new Switchhook.Hardware.Simulated.SimulatedCaller { Number = "3125550142" });
        box.Until(() => box.Phone(2).IsRinging && box.Phone(3).IsRinging, 15, "All ring");
    }
}
