using Switchhook.Calls;
using Switchhook.Flows.Dialling;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows;

public class DialPlanTests
{
    private readonly DialPlan _plan = new(Sites.Clinic(), Sites.UnitedStates);

    [Theory]
    [InlineData("1", DialVerdict.Incomplete)]
    [InlineData("10", DialVerdict.Incomplete)]
    [InlineData("101", DialVerdict.Complete)]
    [InlineData("105", DialVerdict.Refused)]
    [InlineData("9", DialVerdict.Incomplete)]
    [InlineData("91", DialVerdict.Incomplete)]
    [InlineData("9555010", DialVerdict.Incomplete)]
    [InlineData("95550100", DialVerdict.CompleteOrMore)]
    [InlineData("95550100#", DialVerdict.Complete)]
    [InlineData("9555#", DialVerdict.Refused)]
    [InlineData("9123456789012345", DialVerdict.Complete)]
    [InlineData("91234567890123456", DialVerdict.Refused)]
    [InlineData("2", DialVerdict.Refused)]
    [InlineData("*1", DialVerdict.Refused)]
    [InlineData("#", DialVerdict.Refused)]
    public void Classifies_what_was_dialled_so_far(string digits, DialVerdict verdict) => Assert.Equal(verdict, _plan.Classify(digits));

    [Theory]
    [InlineData("911")]
    [InlineData("9911")]
    [InlineData("112")]
    [InlineData("9112")]
    public void An_emergency_number_is_complete_with_and_without_prefix(string digits)
    {
        Assert.Equal(DialVerdict.Complete, _plan.Classify(digits));
        Assert.IsType<DialTarget.Emergency>(_plan.Find(digits));
    }

    [Fact]
    public void An_emergency_number_needs_no_rule()
    {
        var plan = new DialPlan(Sites.Clinic() with { Outbound = [] }, Sites.UnitedStates);

        Assert.Equal(new DialTarget.Emergency("911"), plan.Find("911"));
        Assert.Equal(DialVerdict.Incomplete, plan.Classify("91"));
    }

    [Fact]
    public void Without_a_rule_nothing_goes_out()
    {
        var plan = new DialPlan(Sites.Clinic() with { Outbound = [] }, Sites.UnitedStates);

        Assert.Equal(DialVerdict.Refused, plan.Classify("95550100"));
        Assert.IsType<DialTarget.Unknown>(plan.Find("95550100"));
    }

    [Fact]
    public void A_rule_allows_only_the_beginnings_that_it_names()
    {
        var rule = new OutboundRule("9", ["312", "1800"], 7, 11, "outside");
        var plan = new DialPlan(Sites.Clinic() with { Outbound = [rule] }, Sites.UnitedStates);

        Assert.Equal(new DialTarget.Outside("3125550", "outside"), plan.Find("93125550"));
        Assert.Equal(new DialTarget.Outside("18005550100", "outside"), plan.Find("918005550100"));
        Assert.IsType<DialTarget.Unknown>(plan.Find("919005550100"));
        Assert.Equal(DialVerdict.Refused, plan.Classify("919"));
        Assert.Equal(DialVerdict.Incomplete, plan.Classify("918"));
    }
}
