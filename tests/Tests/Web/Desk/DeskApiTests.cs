using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Desk;

/// <summary>What supervisors and agents do with calls, by the API.</summary>
public sealed class DeskApiTests
{
    [Theory]
    [InlineData("agents/ana/monitor", """{"phone":"102","mode":"whisper"}""", "102 hears ana: Whisper for key reports")]
    [InlineData("agents/ana/monitor", """{"phone":"102","mode":"barge"}""", "102 hears ana: Barge for key reports")]
    [InlineData("agents/ana/disposition", """{"code":"1"}""", "ana notes 1")]
    [InlineData("calls/call-3/agent", """{"agent":"ana"}""", "call-3-1 to ana by key reports")]
    [InlineData("phones/101/call", """{"number":"+1 (312) 555-0142"}""", "101 calls +13125550142 for key reports")]
    public async Task A_command_is_done_in_the_name_of_who_sends_it(string path, string body, string told)
    {
        await using var web = await StartAsync();

        var answer = await PostAsync(web, path, body);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([told], web.Box.CallDesk.Told);
    }

    [Theory]
    [InlineData("agents/ana/monitor", """{"phone":"102","mode":"shout"}""", 400)]
    [InlineData("agents/ana/monitor", """{"phone":"999","mode":"listen"}""", 400)]
    [InlineData("agents/gone/monitor", """{"phone":"102","mode":"listen"}""", 404)]
    [InlineData("agents/bo/monitor", """{"phone":"102","mode":"listen"}""", 409)]
    [InlineData("agents/gone/disposition", """{"code":"1"}""", 404)]
    [InlineData("agents/bo/disposition", """{"code":"1"}""", 409)]
    [InlineData("calls/gone/agent", """{"agent":"ana"}""", 404)]
    [InlineData("calls/call-3/agent", """{"agent":"gone"}""", 400)]
    [InlineData("calls/call-1/agent", """{"agent":"ana"}""", 409)]
    [InlineData("calls/call-3/agent", """{"agent":"bo"}""", 409)]
    [InlineData("phones/999/call", """{"number":"102"}""", 404)]
    [InlineData("phones/101/call", """{"number":"*42"}""", 400)]
    [InlineData("phones/101/call", """{"number":"++1"}""", 400)]
    [InlineData("phones/101/call", """{"number":"12345678901234567890123456789012345"}""", 400)]
    [InlineData("calls/gone/notes", """{"text":"x"}""", 404)]
    [InlineData("calls/call-1/notes", """{"text":" "}""", 400)]
    public async Task What_cannot_be_is_refused_and_nothing_is_done(string path, string body, int status)
    {
        await using var web = await StartAsync();

        Assert.Equal(status, (int)(await PostAsync(web, path, body)).StatusCode);
        Assert.Empty(web.Box.CallDesk.Told);
    }

    [Fact]
    public async Task A_note_is_kept_with_its_call_and_in_its_journal()
    {
        await using var web = await StartAsync();

        var kept = await PostAsync(web, "calls/call-1/notes", """{"text":"wants\r\nthe invoice\u0007"}""");
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostNoteAsync(web, new string('x', CallNoted.MostLetters + 1))).StatusCode);

        var note = Assert.Single((await web.Program().JsonAsync("/api/v1/calls/call-1/notes")).GetProperty("items").EnumerateArray());
        Assert.Equal(("key reports", "wants\nthe invoice"), (note.Text("by"), note.Text("text")));
        var journal = (await web.Program().JsonAsync("/api/v1/calls/call-1/journal")).GetProperty("items").EnumerateArray();
        Assert.Equal("call.noted", journal.Last().Text("kind"));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/calls/gone/notes")).StatusCode);
    }

    [Fact]
    public async Task The_call_at_hand_comes_with_the_callers_earlier_calls_and_their_notes()
    {
        await using var web = await StartAsync();
        web.Box.Write(new CallNoted(new CallId("call-1"), "wants the invoice", "ana"));
        web.Box.Write(
            new QueueOffered(new CallId("call-3"), "call-3-1", "desk", "ana", "101", "Free."),
            new AgentChanged("ana", "Ringing", null, null, "call-3-1", "101", null, "ana is rung."));

        var call = await web.Program().JsonAsync("/api/v1/agents/ana/call");

        Assert.Equal(("call-3", "desk"), (call.Text("call"), call.Text("queue")));
        Assert.Equal(("+13125550141", "False"), (call.Text("number"), call.Text("isOver")));
        var earlier = Assert.Single(call.GetProperty("earlier").EnumerateArray());
        Assert.Equal(("call-1", "ana"), (earlier.Text("call"), earlier.Text("agent")));
        Assert.Equal("wants the invoice", earlier.GetProperty("notes")[0].Text("text"));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/agents/chen/call")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/agents/gone/call")).StatusCode);
    }

    [Fact]
    public async Task After_the_call_the_last_one_of_today_stays_at_hand()
    {
        await using var web = await StartAsync();

        var call = await web.Program().JsonAsync("/api/v1/agents/ana/call");

        Assert.Equal(("call-1", "True"), (call.Text("call"), call.Text("isOver")));
    }

    [Fact]
    public async Task A_wallboard_takes_queues_together_and_counts_who_answers_several_once()
    {
        await using var web = await StartAsync();

        var all = await web.Program().JsonAsync("/api/v1/wallboard");

        Assert.Equal(("1", "1", "1"), (all.Text("waiting"), all.Text("answered"), all.Text("abandoned")));
        Assert.Equal(("0", "1", "1"), (all.Text("free"), all.Text("paused"), all.Text("away")));
        Assert.Equal(("desk", "5"), (all.Text("longest", "queue"), all.Text("longest", "wait")));
        var level = all.GetProperty("serviceLevel");
        Assert.Equal(("desk", "0.5", "0.8"), (level.Text("queue"), level.Text("share"), level.Text("target")));
        var sales = await web.Program().JsonAsync("/api/v1/wallboard?queues=sales");
        Assert.Equal(("0", "1", "0"), (sales.Text("waiting"), sales.Text("paused"), sales.Text("away")));
        Assert.Equal(JsonValueKind.Null, sales.GetProperty("longest").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, (await web.Program().GetAsync("/api/v1/wallboard?queues=sales,gone")).StatusCode);
    }

    private static Task<HttpResponseMessage> PostNoteAsync(TestWeb web, string text) =>
        web.Program().PostAsJsonAsync("/api/v1/calls/call-1/notes", new { text });

    private static async Task<HttpResponseMessage> PostAsync(TestWeb web, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await web.Program().PostAsync($"/api/v1/{path}", content);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        return web;
    }
}
