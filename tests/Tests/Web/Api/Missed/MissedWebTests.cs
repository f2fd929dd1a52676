using System.Net;
using System.Net.Http.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Missed;

/// <summary>The list of missed callers by API and in the browser.</summary>
public sealed class MissedWebTests
{
    private const string Path = "/api/v1/missed/13125550142";

    [Fact]
    public async Task The_API_tells_who_was_missed()
    {
        await using var web = await StartAsync();
        var rows = (await web.Program().JsonAsync("/api/v1/missed")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["13125550142 open turnedAway", "3125550143 closed turnedAway"],
            rows.Select(row => $"{row.Text("id")} {row.Text("state")} {row.Text("end")}"));
        Assert.Equal(("dismissed", "ana"), (rows[1].Text("closing"), rows[1].Text("by")));
        var one = await web.Program().JsonAsync(Path);
        Assert.Equal(("+13125550142", "Ann Clark", "1"), (one.Text("number"), one.Text("name"), one.Text("tries")));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/missed/999")).StatusCode);
    }

    [Fact]
    public async Task Commands_of_the_API_reach_the_desk()
    {
        await using var web = await StartAsync();
        var program = web.Program();
        foreach (var command in new[] { "claim", "release", "dismiss" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync($"{Path}/{command}", null)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync($"/api/v1/missed/999/{command}", null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsJsonAsync($"{Path}/call", new { phone = "102" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync($"{Path}/call", new { phone = "911" })).StatusCode);
        Assert.Equal(
            ["claim", "release", "dismiss", "call"], web.Box.Missed.Told.Select(told => told.Split(' ')[0]));
        Assert.Equal("call 13125550142 at 102 by key reports", web.Box.Missed.Told[^1]);
        web.Box.Missed.Trouble = "ana has taken this caller on already.";
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsync($"{Path}/claim", null)).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_who_waits_and_what_can_be_done()
    {
        await using var web = await StartAsync();
        var page = await TextAsync(web);
        Assert.Contains("href=\"/missed\" aria-current=\"page\"", page, StringComparison.Ordinal);
        Assert.Contains("Was not connected.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/missed/13125550142/claim\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/missed/13125550142/call\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/missed/3125550143/claim\"", page, StringComparison.Ordinal);
        Assert.Contains("Taken off by ana", page, StringComparison.Ordinal);

        web.Box.Write(new MissedChanged("+13125550142", "Claimed", "bo"));
        page = await TextAsync(web);
        Assert.Contains("bo calls back", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/missed/13125550142/release\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_do_what_they_say()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        foreach (var action in new[] { "claim", "dismiss" })
        {
            var answer = await browser.SubmitAsync("/missed", $"/missed/13125550142/{action}");
            Assert.Equal((HttpStatusCode.SeeOther, "/missed"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        await browser.SubmitAsync("/missed", "/missed/13125550142/call", ("phone", "103"));
        Assert.Equal(
            ["claim 13125550142 by admin", "dismiss 13125550142 by admin", "call 13125550142 at 103 by admin"], web.Box.Missed.Told);
        var refused = await browser.SubmitAsync("/missed", "/missed/13125550142/call", ("phone", "999"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("There is no such phone any more.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        Miss(web, "20261123-080000-aaaaaa", "Ann Clark", "+13125550142");
        Miss(web, "20261123-080000-bbbbbb", null, "3125550143");
        web.Box.Write(new MissedChanged("3125550143", "Closed", "ana"));
        return web;
    }

    private static void Miss(TestWeb web, string id, string? name, string number)
    {
        var call = web.Box.Ring(id, name, number);
        web.Box.Write(new CallEnded(call, new Cause(CauseCode.FlowEnded, "The flow is over.")));
    }

    private static async Task<string> TextAsync(TestWeb web) => await (await web.Browser().GetAsync("/missed")).Content.ReadAsStringAsync();
}
