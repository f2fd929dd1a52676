using System.Globalization;
using System.Net;
using System.Text.Json;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Queues;

/// <summary>Reports of queues, agents and lines. Two minutes less five seconds of a morning are played.</summary>
public sealed class ReportsApiTests
{
    private const string Hour = "from=2026-11-23T08:00:00Z&to=2026-11-23T09:00:00Z";

    private static readonly string[] Units = ["count", "share", "seconds"];

    [Fact]
    public async Task A_report_of_queues_has_every_figure_with_its_formula()
    {
        await using var web = await StartAsync();

        var report = await web.Program().JsonAsync($"/api/v1/reports/queues?{Hour}");

        Assert.Equal(["desk", "sales"], Items(report).Select(item => item.Text("name")));
        var desk = Items(report)[0];
        string[] names = ["offered", "answered", "abandoned", "waiting"];
        Assert.Equal(["3", "1", "1", "1"], names.Select(name => Value(desk, name)));
        Assert.All(desk.GetProperty("figures").EnumerateArray(), figure =>
        {
            Assert.True(figure.Text("formula")!.Length > 5);
            Assert.Equal("2", figure.Text("version"));
            Assert.Contains(figure.Text("unit"), Units);
        });
        Assert.Empty(desk.GetProperty("intervals").EnumerateArray());
    }

    [Theory]
    [InlineData("quarter-hour", 4)]
    [InlineData("hour", 1)]
    [InlineData("day", 1)]
    [InlineData("week", 1)]
    [InlineData("hour-of-week", 1)]
    public async Task A_report_is_split(string by, int count)
    {
        await using var web = await StartAsync();

        var desk = Items(await web.Program().JsonAsync($"/api/v1/reports/queues?{Hour}&by={by}&queue=desk")).Single();

        var intervals = desk.GetProperty("intervals").EnumerateArray().ToList();
        Assert.Equal(count, intervals.Count);
        Assert.Equal("3", intervals[0].Text("values", "offered"));
        Assert.Equal(by == "hour-of-week" ? "monday" : null, intervals[0].TryGetProperty("day", out var day) ? day.GetString() : null);
    }

    [Fact]
    public async Task A_figure_leads_to_the_visits_that_it_counts()
    {
        await using var web = await StartAsync();

        var items = Items(await web.Program().JsonAsync($"/api/v1/reports/queues/behind?figure=abandoned&queue=desk&{Hour}"));

        Assert.Equal("call-2", Assert.Single(items).Text("call"));
    }

    [Fact]
    public async Task P34_The_list_of_those_who_were_lost_closes_itself()
    {
        await using var web = await StartAsync();
        var program = web.Program();
        Assert.Equal(("open", ""), await FollowUpAsync());

        web.Box.CallBack(isReached: false);
        Assert.Equal(("owed", ""), await FollowUpAsync());

        web.Box.CallBack(isReached: true);
        Assert.Equal(("reached", "2026-11-23T08:01:55.000Z"), await FollowUpAsync());

        async Task<(string?, string?)> FollowUpAsync()
        {
            var list = await program.JsonAsync($"/api/v1/reports/queues/behind?figure=abandoned&queue=desk&{Hour}");
            var lost = Items(list).Single();
            return (lost.Text("followUp", "state"), lost.Text("followUp", "at"));
        }
    }

    [Fact]
    public async Task A_report_of_agents_has_the_team_and_each_with_pauses_and_attendance()
    {
        await using var web = await StartAsync();

        var report = await web.Program().JsonAsync($"/api/v1/reports/agents?{Hour}&by=hour");

        var (team, ana) = (Items(report)[0], Items(report)[1]);
        Assert.Equal(("", "115"), (team.Text("name"), Value(team, "loggedIn")));
        Assert.Equal(("ana", "1"), (ana.Text("name"), Value(ana, "handled")));
        Assert.Equal("45", ana.Text("pausedBy", "lunch"));
        Assert.Equal("2026-11-23T08:00:00.000Z", Assert.Single(ana.GetProperty("attendance").EnumerateArray()).Text("from"));
        Assert.Equal("115", ana.GetProperty("intervals")[0].Text("values", "loggedIn"));
    }

    [Fact]
    public async Task The_team_has_the_cost_per_contact_when_costs_are_told()
    {
        await using var web = await StartAsync();

        var told = await web.Program().JsonAsync($"/api/v1/reports/agents?{Hour}&hourCost=36&lineCost=10.5");
        var untold = await web.Program().JsonAsync($"/api/v1/reports/agents?{Hour}");

        // One was handled; Ana was logged in for 115 s.
        Assert.Equal((115 / 3600.0 * 36) + 10.5, double.Parse(Value(Items(told)[0], "costPerContact")!, CultureInfo.InvariantCulture), 9);
        Assert.DoesNotContain("costPerContact", untold.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_lines_has_all_together_and_each()
    {
        await using var web = await StartAsync();

        const string Played = "from=2026-11-23T08:00:00Z&to=2026-11-23T08:01:55Z";
        var report = await web.Program().JsonAsync($"/api/v1/reports/lines?{Played}&by=hour-of-week");

        Assert.Equal(["", "main-1", "main-2"], Items(report).Select(item => item.Text("name")));
        Assert.Equal(["1", "1", "0"], Items(report).Select(item => Value(item, "carriedTraffic")));
        Assert.Equal(["0", "1", "0"], Items(report).Select(item => Value(item, "lineBlocking")));
        Assert.Equal("8", Items(report)[1].GetProperty("intervals")[0].Text("hour"));
    }

    [Theory]
    [InlineData("&format=csv", null)]
    [InlineData("", "text/csv")]
    public async Task Reports_are_written_as_csv(string query, string? accept)
    {
        await using var web = await StartAsync();
        var program = web.Program();
        if (accept is not null)
        {
            program.DefaultRequestHeaders.Accept.ParseAdd(accept);
        }

        var answer = await program.GetAsync($"/api/v1/reports/queues?{Hour}&queue=desk&by=hour{query}");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("name,from,to,day,hour,figure,label,value,unit,formula,version", lines[0]);
        Assert.Equal(
            "desk,2026-11-23T08:00:00.000Z,2026-11-23T09:00:00.000Z,,,offered,Offered,3,count,"
            + "visits that entered the queue in the period; a ticket that comes back is not offered again,2",
            lines[1]);
        Assert.Contains(lines, line => line.Contains(",\"offered, and hung up before an answer within 5 s\",", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.Contains(",offered,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Visits_are_written_as_csv()
    {
        await using var web = await StartAsync();

        var text = await web.Program().GetStringAsync($"/api/v1/reports/queues/behind?figure=answered&queue=desk&format=csv&{Hour}");

        const string Answered = "call-1-1,call-1,desk,+13125550141,main-1,2026-11-23T08:00:00.000Z,answered,ana,";
        Assert.StartsWith(Answered, text.Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queues?from=yesterday", "from")]
    [InlineData("queues?from=2026-11-23T09:00:00Z&to=2026-11-23T08:00:00Z", "to")]
    [InlineData("queues?from=2024-11-23T09:00:00Z&to=2026-11-23T08:00:00Z", "from")]
    [InlineData("queues?by=month", "by")]
    [InlineData("queues?from=2026-01-01T00:00:00Z&by=quarter-hour", "by")]
    [InlineData("queues?queue=nowhere", "queue")]
    [InlineData("queues?format=pdf", "format")]
    [InlineData("queues/behind?queue=desk", "figure")]
    [InlineData("queues/behind?queue=desk&figure=occupancy", "figure")]
    [InlineData("queues/behind?figure=offered", "queue")]
    [InlineData("agents?by=month", "by")]
    [InlineData("agents?hourCost=-1", "hourCost")]
    [InlineData("agents?lineCost=much", "lineCost")]
    [InlineData("lines?to=tomorrow", "to")]
    public async Task Wrong_input_is_answered_with_place_and_cure(string query, string place)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1/reports/{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(place, Assert.Single((await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray()).Text("place"));
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        return web;
    }

    private static List<JsonElement> Items(JsonElement report) => [.. report.GetProperty("items").EnumerateArray()];

    private static string? Value(JsonElement item, string figure) =>
        item.GetProperty("figures").EnumerateArray().Single(one => one.Text("name") == figure).Text("value");
}
