using System.Net;
using System.Net.Http.Json;
using Switchhook.Site.Opening;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web;

/// <summary>Hours and night on the page and in the API. It is Monday, 23 November 2026, 08:00, and the site is in UTC.</summary>
public sealed class HoursTests
{
    [Fact]
    public async Task The_days_to_come_are_told_with_why_they_differ()
    {
        await using var web = await StartAsync();

        var days = (await web.Program().JsonAsync("/api/v1/hours/office/days?from=2026-12-23&days=4")).GetProperty("items")
            .EnumerateArray().ToList();

        Assert.Equal(
            [
                "2026-12-23 wednesday week  09:00-17:00",
                "2026-12-24 thursday exception exception of 24 December 08:00-12:00",
                "2026-12-25 friday holiday Christmas ",
                "2026-12-26 saturday week  ",
            ],
            days.Select(day => $"{day.Text("date")} {day.Text("weekday")} {day.Text("rule")} {day.Text("why")} "
                + string.Join(",", day.GetProperty("times").EnumerateArray().Select(times => $"{times.Text("from")}-{times.Text("to")}"))));
        var usual = (await web.Program().JsonAsync("/api/v1/hours/office/days")).GetProperty("items");
        Assert.Equal((14, "2026-11-23"), (usual.GetArrayLength(), usual[0].Text("date")));
    }

    [Theory]
    [InlineData("/hours/office/days?from=24.12.2026", HttpStatusCode.BadRequest, "from")]
    [InlineData("/hours/office/days?from=1999-01-01", HttpStatusCode.BadRequest, "from")]
    [InlineData("/hours/office/days?days=367", HttpStatusCode.BadRequest, "days")]
    [InlineData("/hours/office/days?days=0", HttpStatusCode.BadRequest, "days")]
    [InlineData("/hours/office/at?moment=tomorrow", HttpStatusCode.BadRequest, "moment")]
    [InlineData("/hours/nothing/days", HttpStatusCode.NotFound, null)]
    [InlineData("/hours/nothing/at", HttpStatusCode.NotFound, null)]
    public async Task What_is_wrong_is_told_with_place_and_cure(string path, HttpStatusCode status, string? place)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1{path}");
        var problem = await answer.JsonAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(problem.Text("detail")!);
        if (place is not null)
        {
            Assert.Equal(place, problem.GetProperty("mistakes")[0].Text("place"));
        }
    }

    [Fact]
    public async Task What_happens_at_a_moment_is_answered_with_why()
    {
        await using var web = await StartAsync();

        var answer = await web.Program().JsonAsync("/api/v1/hours/office/at?moment=2026-12-24T16:05");
        Assert.Equal(
            ("closed", "exception of 24 December, opens on Monday, 28 December, at 09:00", "2026-12-28T09:00:00.000Z"),
            (answer.Text("state"), answer.Text("why"), answer.Text("until")));

        var html = await (await web.Browser().GetAsync("/hours?day=2026-12-25&time=10:00")).Content.ReadAsStringAsync();
        Assert.Contains(
            "<strong>office</strong> is closed: Christmas, opens on Monday, 28 December, at 09:00.", html, StringComparison.Ordinal);
        var wrong = await web.Browser().GetAsync("/hours?day=2026-02-30&time=10:00");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("There is no such moment.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_today_the_state_now_and_the_days_that_differ()
    {
        await using var web = await StartAsync();

        var html = await (await web.Browser().GetAsync("/hours")).Content.ReadAsStringAsync();

        Assert.Contains("Now closed: opens at 09:00.", html, StringComparison.Ordinal);
        Assert.Contains(
            "<tr class=\"week\" aria-current=\"date\"><th scope=\"row\">Today, Mon 23 Nov</th>", Squeezed(html), StringComparison.Ordinal);
        Assert.Contains(
            "<tr class=\"holiday\"><th scope=\"row\">Thu 26 Nov</th><td>closed<span class=\"muted\">Thanksgiving</span></td>",
            Squeezed(html), StringComparison.Ordinal);
        Assert.Contains("href=\"/hours\" aria-current=\"page\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_hours_and_night_has_no_entry_for_them()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.DoesNotContain(
            "href=\"/hours\"", await (await web.Browser().GetAsync("/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Night_is_switched_by_program_and_by_hand_and_hours_are_closed_meanwhile()
    {
        await using var web = await StartAsync();
        var program = web.Program();

        var answer = await (await program.PutAsync("/api/v1/night", JsonContent.Create(new { on = true }))).JsonAsync();

        // It is 08:00: the opening of today at 09:00 comes too soon to be meant, so it ends tomorrow.
        Assert.Equal(
            ("True", "2026-11-23T08:00:00.000Z", "2026-11-24T09:00:00.000Z"),
            (answer.Text("on"), answer.Text("since"), answer.Text("endsAt")));
        var hours = (await program.JsonAsync("/api/v1/hours")).GetProperty("items")[0];
        Assert.Equal(("closed", "2026-11-24T09:00:00.000Z"), (hours.Text("state"), hours.Text("until")));
        Assert.StartsWith("night is switched on by ", hours.Text("why"), StringComparison.Ordinal);

        var html = await (await web.Browser().GetAsync("/hours")).Content.ReadAsStringAsync();
        Assert.Contains("It ends by itself on 24 Nov 2026, 09:00.", html, StringComparison.Ordinal);
        var off = await web.Browser().SubmitAsync("/hours", "/hours/night", ("night", "off"));
        Assert.Equal(HttpStatusCode.SeeOther, off.StatusCode);
        Assert.Equal("False", (await program.JsonAsync("/api/v1/night")).Text("on"));
        Assert.Null(web.Box.Live.Current.Night);
    }

    [Fact]
    public async Task A_wrong_body_switches_nothing()
    {
        await using var web = await StartAsync();

        var answer = await web.Program().PutAsync("/api/v1/night", JsonContent.Create(new { night = "yes" }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(web.Box.Live.Current.Night);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        var day = new DateOnly(2026, 12, 24);
        var site = web.Box.Site.Model;
        web.Box.Site.Model = site with
        {
            Hours = site.Hours.Add("office", new HoursConfig(
                "office",
                [.. Enumerable.Range(1, 5).Select(one => new HoursRange((DayOfWeek)one, TimeSpan.FromHours(9), TimeSpan.FromHours(17)))])
            {
                Closed = [new ClosedDays.Public("US")],
                Exceptions = [new DatedHours(new DateSpan.Once(day, day), [new DayTimes(TimeSpan.FromHours(8), TimeSpan.FromHours(12))])],
            }),
        };
        return web;
    }

    // Without the breaks between elements.
    private static string Squeezed(string html) => string.Concat(html.Split('\n').Select(line => line.Trim()));
}
