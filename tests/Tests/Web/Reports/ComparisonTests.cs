using System.Globalization;
using System.Net;
using System.Text.Json;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Api.Reports;

namespace Switchhook.Tests.Web.Reports;

/// <summary>Reports beside the period before, as API, CSV and page. One caller gave up the day before; a morning is played today.</summary>
public sealed class ComparisonTests
{
    private const string Desk = "of=queue&name=desk&period=day&day=2026-11-24";

    private const StringComparison Exact = StringComparison.Ordinal;

    private static readonly SiteCalendar Calendar = new(TimeZoneInfo.Utc);

    [Theory]
    [InlineData("offered", "3", "1", "2", "neutral")]
    [InlineData("answered", "1", "0", "1", "better")]
    [InlineData("abandoned", "1", "1", "0", "neutral")]
    [InlineData("abandonmentRate", "0.333333", "1", "-0.666667", "better")]
    [InlineData("longestWait", "40", "20", "20", "worse")]
    [InlineData("averageSpeedOfAnswer", "10", "", "", "neutral")]
    public async Task A_figure_stands_beside_the_one_before_with_what_the_change_means(
        string figure, string value, string before, string change, string verdict)
    {
        await using var web = await StartAsync();

        var report = await web.Program().JsonAsync($"/api/v1/reports/comparison?{Desk}");

        var one = report.GetProperty("figures").EnumerateArray().Single(item => item.Text("figure", "name") == figure);
        Assert.Equal(
            [value, before, change, verdict],
            [Number(one.GetProperty("figure"), "value"), Number(one, "before"), Number(one, "change"), one.Text("verdict")!]);
        Assert.True(one.Text("figure", "formula")!.Length > 5);
        var offered = report.GetProperty("intervals").EnumerateArray()
            .Sum(hour => hour.GetProperty("values").GetProperty("offered").GetDouble());
        Assert.Equal(3, offered);
    }

    [Fact]
    public async Task The_page_shows_what_the_csv_says_and_each_figure_opens_its_visits()
    {
        await using var web = await StartAsync();

        var csv = (await (await web.Program().GetAsync($"/api/v1/reports/comparison?{Desk}&format=csv")).Content.ReadAsStringAsync())
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var page = await TextAsync(web, $"/reports?{Desk}");

        Assert.Equal(38, csv.Length);
        Assert.Contains(csv, row => row.Contains(",offered,Offered,3,1,2,neutral,count,", StringComparison.Ordinal));
        Assert.Contains($"/api/v1/reports/comparison?{Desk}&format=csv".Replace("&", "&amp;", StringComparison.Ordinal), page, Exact);
        Assert.Contains("66.7 %", page, StringComparison.Ordinal);
        const string behind = "/reports/visits?of=queue&name=desk&period=day&day=2026-11-24&figure=abandoned";
        Assert.Contains($"{behind.Replace("&", "&amp;", StringComparison.Ordinal)}\">1</a>", page, StringComparison.Ordinal);
        Assert.Contains("13125550142", await TextAsync(web, behind), StringComparison.Ordinal);
        Assert.Contains("<rect", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?of=agent:ana&period=week")]
    [InlineData("?of=agent:chen&period=month")]
    [InlineData("?of=lines:&period=month")]
    [InlineData("?of=line:main-1&period=free&day=2026-11-01&to=2026-11-24")]
    public async Task There_is_a_report_of_each_queue_agent_and_line(string query)
    {
        await using var web = await StartAsync();

        Assert.Contains("class=\"compared\"", await TextAsync(web, $"/reports{query}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of=queue&name=gone", "name")]
    [InlineData("of=pets&name=desk", "name")]
    [InlineData("of=queue&name=desk&period=year", "period")]
    [InlineData("of=queue&name=desk&day=2026-11-25", "day")]
    [InlineData("of=queue&name=desk&day=soon", "day")]
    [InlineData("of=queue&name=desk&period=free&day=2026-11-20&to=2026-11-19", "to")]
    [InlineData("of=queue&name=desk&period=free&day=2024-11-20&to=2026-11-19", "to")]
    public async Task A_mistake_is_told_by_both(string query, string place)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1/reports/comparison?{query}");
        var page = await web.Browser().GetAsync($"/reports?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([place], (await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray().Select(mistake => mistake.Text("place")));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day", "2026-11-20", "", "2026-11-20", "2026-11-21", "2026-11-19", "hour")]
    [InlineData("week", "2026-11-18", "", "2026-11-16", "2026-11-23", "2026-11-09", "day")]
    [InlineData("month", "2026-03-31", "", "2026-03-01", "2026-04-01", "2026-02-01", "day")]
    [InlineData("free", "2026-11-10", "2026-11-12", "2026-11-10", "2026-11-13", "2026-11-07", "day")]
    [InlineData("free", "2026-01-01", "2026-10-12", "2026-01-01", "2026-10-13", "2025-03-22", "week")]
    public void A_period_is_whole_days_and_the_one_before_ends_where_it_begins(
        string length, string day, string to, string from, string end, string before, string by)
    {
        var period = new ReportPeriod(length, day, to, Calendar, Moment("2026-11-24").AddHours(9));

        Assert.Empty(period.Mistakes);
        Assert.Equal(new Interval(Moment(from), Moment(end)), period.Now);
        Assert.Equal(new Interval(Moment(before), Moment(from)), period.Before);
        Assert.Equal(by, period.By);
        Assert.False(period.GoesOn);
    }

    [Fact]
    public void A_period_that_goes_on_is_compared_with_as_much_of_the_one_before()
    {
        var period = new ReportPeriod("week", null, null, Calendar, Moment("2026-11-24").AddHours(9));

        Assert.True(period.GoesOn);
        Assert.Equal(new Interval(Moment("2026-11-23"), Moment("2026-11-24").AddHours(9)), period.Now);
        Assert.Equal(new Interval(Moment("2026-11-16"), Moment("2026-11-17").AddHours(9)), period.Before);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.Abandon(9, "+13125550149", 20);
        web.Box.Pass((24 * 3600) - 20);
        web.Box.PlayMorning();
        return web;
    }

    private static DateTimeOffset Moment(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);

    private static string Number(JsonElement item, string name) => item.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetDouble().ToString("0.######", CultureInfo.InvariantCulture)
        : "";

    private static async Task<string> TextAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
