using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Provisioning.Templates;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Time zones as phones can be told them.</summary>
public sealed class ZoneRuleTests
{
    [Theory]
    [InlineData("America/Chicago", "STD6DST5,M3.2.0/2,M11.1.0/2")]
    [InlineData("Europe/Berlin", "STD-1DST-2,M3.5.0/2,M10.5.0/3")]
    [InlineData("Europe/London", "STD0DST-1,M3.5.0/1,M10.5.0/2")]
    [InlineData("Europe/Dublin", "STD0DST-1,M3.5.0/1,M10.5.0/2")]
    [InlineData("Australia/Sydney", "STD-10DST-11,M10.1.0/2,M4.1.0/3")]
    [InlineData("Australia/Lord_Howe", "STD-10:30DST-11,M10.1.0/2,M4.1.0/2")]
    [InlineData("America/St_Johns", "STD3:30DST2:30,M3.2.0/2,M11.1.0/2")]
    [InlineData("Asia/Kathmandu", "STD-5:45")]
    [InlineData("UTC", "STD0")]
    public void A_zone_has_its_rule(string zone, string expected) =>
        Assert.Equal(expected, PosixZone.Of(ZoneRule.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), SamplePhones.Now)));

    [Fact]
    public void A_zone_whose_changes_follow_the_moon_has_what_holds_now()
    {
        var morocco = TimeZoneInfo.FindSystemTimeZoneById("Africa/Casablanca");

        var rule = ZoneRule.Of(morocco, SamplePhones.Now);

        Assert.Null(rule.Summer);
        Assert.Equal(morocco.GetUtcOffset(SamplePhones.Now), rule.Offset);
    }
}
