using System.Globalization;
using Switchhook.Site.Opening;

namespace Switchhook.Tests.Site.Opening;

/// <summary>Public holidays of 2026 and 2027 as governments tell them; tests/System compares more with another program.</summary>
public sealed class PublicHolidaysTests
{
    // gov.uk/bank-holidays, opm.gov, canada.ca, cao.go.jp, legifrance (L3133-1), BayFTG, employment.govt.nz
    [Theory]
    [InlineData("GB-ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [InlineData("GB-SCT", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-26 12-28")]
    [InlineData("GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-26 12-28")]
    [InlineData("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31")]
    [InlineData("DE-BY", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("CA-ON", 2026, "01-01 02-16 04-03 05-18 07-01 09-07 09-30 10-12 12-25 12-26")]
    [InlineData("JP", 2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData("NZ-AUK", 2026, "01-01 01-02 01-26 02-06 04-03 04-06 04-25 04-27 06-01 07-10 10-26 12-25 12-26 12-28")]
    [InlineData("MX", 2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25")]
    public void They_are_those_that_the_government_tells(string region, int year, string days) => Assert.Equal(
        days.Split(' '),
        PublicHolidays.Of(region, year).Keys.Order().Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Each_has_its_name_and_so_has_the_day_on_which_it_is_kept()
    {
        Assert.Equal("Independence Day", PublicHolidays.NameOf("US", new DateOnly(2026, 7, 4)));
        Assert.Equal("Independence Day (observed)", PublicHolidays.NameOf("US", new DateOnly(2026, 7, 3)));
        Assert.Equal("Citizens' Holiday", PublicHolidays.NameOf("JP", new DateOnly(2026, 9, 22)));
        Assert.Null(PublicHolidays.NameOf("US", new DateOnly(2026, 7, 2)));
    }

    [Fact]
    public void Every_region_has_some_in_every_year_that_is_known_and_none_in_others()
    {
        Assert.All(PublicHolidays.Regions, region => Assert.All(
            Enumerable.Range(PublicHolidays.FirstYear, PublicHolidays.LastYear - PublicHolidays.FirstYear + 1),
            year => Assert.InRange(PublicHolidays.Of(region, year).Count, 4, 25)));
        Assert.Empty(PublicHolidays.Of("US", PublicHolidays.FirstYear - 1));
        Assert.Empty(PublicHolidays.Of("US", PublicHolidays.LastYear + 1));
    }

    [Fact]
    public void Parts_are_told_under_their_codes()
    {
        Assert.Equal(16, PublicHolidays.PartsOf("DE").Count);
        Assert.Equal(26, PublicHolidays.PartsOf("CH").Count);
        Assert.Equal(13, PublicHolidays.PartsOf("CA").Count);
        Assert.Equal(["GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS"], PublicHolidays.PartsOf("GB"));
        Assert.Empty(PublicHolidays.PartsOf("US"));
    }
}
