using System.Net;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api;

/// <summary>Calls and their journals.</summary>
public sealed class CallsApiTests
{
    [Fact]
    public async Task A_call_tells_who_when_and_why_it_ended()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromSeconds(7));
        web.Box.Answer(call);
        web.Box.End(call, TimeSpan.FromSeconds(95));

        var json = await web.Program().JsonAsync($"/api/v1/calls/{call}");

        Assert.Equal("inbound", json.Text("direction"));
        Assert.Equal("main-1", json.Text("from", "name"));
        Assert.Equal("+13125550142", json.Text("callerNumber"));
        Assert.Equal("2026-11-23T08:00:00.000Z", json.Text("startedAt"));
        Assert.Equal("2026-11-23T08:00:07.000Z", json.Text("answeredAt"));
        Assert.Equal("101", json.Text("answeredBy", "name"));
        Assert.Equal("hungUp", json.Text("cause", "code"));
        Assert.Equal(95, json.GetProperty("recording").GetProperty("seconds").GetDouble());
        Assert.Equal(2, json.GetProperty("legs").GetArrayLength());
    }

    [Fact]
    public async Task A_journal_tells_each_event_in_words()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        web.Box.Answer(call);

        var items = (await web.Program().JsonAsync($"/api/v1/calls/{call}/journal")).GetProperty("items");

        Assert.Equal(
            ["call.started", "leg.started", "leg.started", "leg.answered", "recording.started", "call.connected"],
            items.EnumerateArray().Select(item => item.Text("kind")));
        Assert.Contains("A call from Ann Clark on line main-1.", items[0].Text("words"), StringComparison.Ordinal);
        Assert.Equal("inbound", items[0].Text("details", "direction"));
        Assert.False(items[0].GetProperty("details").TryGetProperty("words", out _));
    }

    [Fact]
    public async Task Pages_hold_every_call_once_though_calls_come_in_between()
    {
        await using var web = await TestWeb.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            web.Box.End(web.Box.Ring($"20261123-08000{number}-aaaaaa"));
        }

        var program = web.Program();
        List<string?> seen = [];
        string? next = null;
        do
        {
            var page = await program.JsonAsync($"/api/v1/calls?limit=2{(next is null ? "" : $"&before={next}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("id")));
            next = page.GetProperty("next").GetString();
            web.Box.Ring($"20261123-09000{seen.Count}-aaaaaa");
        }
        while (next is not null);

        Assert.Equal([5, 4, 3, 2, 1], seen.Select(id => id![14] - '0'));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("before=", "before")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-11-23T09:00:00Z&to=2026-11-23T08:00:00Z", "to")]
    public async Task Wrong_input_is_answered_with_place_and_cure(string query, string place)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1/calls?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.Text("title"));
        Assert.NotEqual("", problem.Text("detail"));
        var mistake = Assert.Single(problem.GetProperty("mistakes").EnumerateArray());
        Assert.Equal(place, mistake.Text("place"));
        Assert.DoesNotContain("understood", mistake.Text("cure"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/calls/none")]
    [InlineData("/api/v1/calls/none/journal")]
    [InlineData("/api/v1/lines/none")]
    [InlineData("/api/v1/phones/999")]
    [InlineData("/api/v1/recordings/none")]
    [InlineData("/api/v1/recordings/none/audio")]
    [InlineData("/api/v1/site/versions/99")]
    [InlineData("/api/v1/simulator/lines/none/heard")]
    [InlineData("/api/v1/nowhere")]
    public async Task What_is_not_there_is_told_with_a_cure(string path)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual("", (await answer.JsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task Live_state_shows_lines_phones_and_calls_in_progress()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();

        var live = await web.Program().JsonAsync("/api/v1/live");

        Assert.Equal(web.Box.Store.LastCommitted, live.GetProperty("seq").GetInt64());
        Assert.Equal(["ringing", ""], live.GetProperty("lines").EnumerateArray().Select(line => line.Text("status")));
        Assert.Equal(3, live.GetProperty("phones").GetArrayLength());
        var hotline = Assert.Single(live.GetProperty("hotlines").EnumerateArray());
        Assert.Equal(("reception", "waiting"), (hotline.Text("group"), hotline.Text("state")));
        Assert.Equal(call.Value, Assert.Single(live.GetProperty("calls").EnumerateArray()).Text("id"));
    }
}
