using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling;
using Switchhook.Site;
using Switchhook.Site.Codes;
using Switchhook.Testing;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>Short numbers, dialled with <c>*0</c>.</summary>
public sealed class SpeedDialTests
{
    private const string Section = """
        speed-dial:
          "01": {number: "93125550142", name: Pharmacy}
          "42": {number: "102", name: Nurse}

        """;

    private static readonly SiteModel Short = With("01", "95550100") with
    {
        SpeedDial = With("01", "95550100").SpeedDial.Add("42", new SpeedDialConfig("42", "103", "Lab")),
    };

    [Fact]
    public void A_short_number_is_dialled_as_its_long_one_outside_and_inside()
    {
        using var house = new CodeBox(Short);
        house.Dial(1, "*001");
        house.Box.Until(() => house.Box.Line(1).DialledDigits == "5550100", 15, "The number is dialled");
        Assert.Equal("95550100", house.Box.Entries<CallStarted>().Single().Dialled);

        house.Dial(2, "*042");
        house.Box.Until(() => house.Box.Phone(3).IsRinging, 5, "Phone 103 rings");
    }

    [Fact]
    public void The_rules_for_calls_out_hold_for_it()
    {
        using var house = new CodeBox(With("07", "919005550142"));
        house.Code(1, "*007");

        Assert.Contains("premium number", Assert.Single(house.Ends()).Cause.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Theory]
    [InlineData("*0", DialVerdict.Incomplete)]
    [InlineData("*04", DialVerdict.Incomplete)]
    [InlineData("*042", DialVerdict.Complete)]
    [InlineData("*043", DialVerdict.Refused)]
    public void Digits_that_stand_for_nothing_are_refused(string digits, DialVerdict verdict) =>
        Assert.Equal(verdict, new DialPlan(Short, Sites.UnitedStates).Classify(digits));

    [Fact]
    public void The_site_file_names_them_and_a_change_is_told()
    {
        var read = SiteTexts.Read(SiteTexts.Clinic + Section);

        Assert.Empty(read.Mistakes);
        Assert.Equal(new SpeedDialConfig("01", "93125550142", "Pharmacy"), read.Model!.SpeedDial["01"]);
        Assert.Contains(
            "Short number 42 is new: number 102, name Nurse.",
            Switchhook.Site.Diff.SiteDiff.Between(SiteTexts.Read(SiteTexts.Clinic).Model!, read.Model));
    }

    private static SiteModel With(string digits, string number) => Sites.Clinic() with
    {
        SpeedDial = Sites.Clinic().SpeedDial.Add(digits, new SpeedDialConfig(digits, number, "Somebody")),
    };
}
