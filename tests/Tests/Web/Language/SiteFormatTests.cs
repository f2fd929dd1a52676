using System.Globalization;
using Switchhook.Acd.Figures;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Language;
using Switchhook.Web.Text;

namespace Switchhook.Tests.Web.Language;

/// <summary>Numbers as the country of the site writes them, moments by its clocks, dates in the language of the page.</summary>
public sealed class SiteFormatTests
{
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("US", "2.5", "12.5 %")]
    [InlineData("DE", "2,5", "12,5 %")]
    [InlineData("fr", "2,5", "12,5 %")]
    [InlineData("CN", "2.5", "12.5 %")]
    public async Task A_number_has_the_sign_of_the_country(string country, string mean, string share)
    {
        await using var web = await TestWeb.StartAsync();
        SiteFormat.Use(web.Box.Site.Model with { Country = country });

        Assert.Equal(mean, Numbers.Mean(2.5));
        Assert.Equal(share, FigureWords.Of(0.125, FigureUnit.Share));
        Assert.Equal(mean + " of 5", Words.Say["{0:0.0} of 5", 2.5]);
    }

    [Fact]
    public async Task A_moment_in_a_sentence_is_told_by_the_clocks_of_the_site()
    {
        await using var web = await TestWeb.StartAsync();
        SiteFormat.Use(web.Box.Site.Model with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });

        Assert.Equal("Stopped until 23 Nov 2026, 14:05: much.", Words.Say.Told("Stopped until 2026-11-23 13:05 UTC: much."));
        Assert.Equal("2026-99-23 13:05 UTC", Words.Say.Told("2026-99-23 13:05 UTC"));
    }

    [Fact]
    public async Task A_date_is_in_the_language_of_the_page()
    {
        await using var web = await TestWeb.StartAsync();
        var words = new SiteWords(web.Box.Site.Model with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") }, Afternoon);

        Assert.Equal(("Monday, 23 November 2026", "23 Nov 2026, 21:05"), (words.Day(Afternoon), words.DayAndTime(Afternoon)));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        Assert.Equal(("2026年11月23日 星期一", "2026年11月23日 21:05"), (words.Day(Afternoon), words.DayAndTime(Afternoon)));
        Assert.Equal("11月23日 周一", Dates.Near(new DateOnly(2026, 11, 23)));
    }
}
