using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Api.Queues;

/// <summary>Queues and agents, live and today.</summary>
public sealed class QueuesApiTests
{
    [Fact]
    public async Task A_queue_tells_who_waits_what_its_agents_do_and_the_figures_of_today()
    {
        await using var web = await StartAsync();

        var desk = (await web.Program().JsonAsync("/api/v1/queues")).GetProperty("items")[0];

        Assert.Equal(("desk", "1", "5"), (desk.Text("name"), desk.Text("waiting"), desk.Text("longestWait")));
        Assert.Equal(("1", "1"), (desk.Text("agents", "paused"), desk.Text("agents", "loggedOut")));
        Assert.False(desk.TryGetProperty("callers", out _));
        Assert.Equal("3", Figure(desk, "today", "offered").Text("value"));
        Assert.Equal("10", Figure(desk, "today", "averageSpeedOfAnswer").Text("value"));
        var level = Figure(desk, "today", "serviceLevel");
        Assert.Equal(("0.5", "share", "2"), (level.Text("value"), level.Text("unit"), level.Text("version")));
        Assert.Equal("answered within 15 s / (offered − short abandons − still waiting within 15 s)", level.Text("formula"));
    }

    [Fact]
    public async Task One_queue_lists_those_who_wait_in_the_order_of_their_turns()
    {
        await using var web = await StartAsync();

        var desk = await web.Program().JsonAsync("/api/v1/queues/desk");

        var caller = Assert.Single(desk.GetProperty("callers").EnumerateArray());
        Assert.Equal(("call-3-1", "call-3", "1"), (caller.Text("id"), caller.Text("call"), caller.Text("place")));
        Assert.Equal(("+13125550141", "5", "ana"), (caller.Text("caller"), caller.Text("waited"), caller.Text("lastAgent")));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/queues/nowhere")).StatusCode);
    }

    [Fact]
    public async Task A_call_back_that_is_put_off_is_told_with_its_time_and_is_before_nobody()
    {
        await using var web = await StartAsync();
        var time = web.Box.Time.GetUtcNow() + TimeSpan.FromHours(5);
        web.Box.Write(new QueueEntered(
            new CallId("call-2"), "call-2-2", "desk", "Callback", "+13125550142", null, null, true, "Place 1."));
        web.Box.Desk.Turns.Insert(0, new WaitingTurn("call-2-2", time, Rests: true));

        var desk = await web.Program().JsonAsync("/api/v1/queues/desk");

        var callers = desk.GetProperty("callers").EnumerateArray().ToList();
        Assert.Equal(["callback", "call"], callers.Select(caller => caller.Text("kind")));
        Assert.Equal(JsonValueKind.Null, callers[0].GetProperty("place").ValueKind);
        Assert.Equal("2026-11-23T13:01:55.000Z", callers[0].Text("notBefore"));
        Assert.Equal(("0", "1"), (callers[0].Text("waited"), callers[1].Text("place")));
        Assert.Equal(("1", "5", "1"), (desk.Text("waiting"), desk.Text("longestWait"), desk.Text("owed")));
    }

    [Fact]
    public async Task An_agent_tells_state_and_the_figures_of_today()
    {
        await using var web = await StartAsync();

        var ana = await web.Program().JsonAsync("/api/v1/agents/ana");

        Assert.Equal(("paused", "lunch", "101"), (ana.Text("state"), ana.Text("reason"), ana.Text("phone")));
        Assert.Equal("2026-11-23T08:01:10.000Z", ana.Text("since"));
        Assert.Equal(["desk", "sales"], ana.GetProperty("queues").EnumerateArray().Select(queue => queue.GetString()));
        Assert.Equal("115", Figure(ana, "today", "loggedIn").Text("value"));
        Assert.Equal("1", Figure(ana, "today", "handled").Text("value"));
        var states = (await web.Program().JsonAsync("/api/v1/agents")).GetProperty("items").EnumerateArray();
        Assert.Equal(["paused", "loggedOut", "loggedOut"], states.Select(agent => agent.Text("state")));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/agents/dee")).StatusCode);
    }

    [Theory]
    [InlineData("ana/log-in", "{}", "ana at 101")]
    [InlineData("ana/log-in", """{"phone":"103"}""", "ana at 103")]
    [InlineData("ana/log-out", null, "ana out by key reports")]
    [InlineData("ana/pause", """{"reason":"lunch"}""", "ana paused: lunch")]
    [InlineData("ana/pause", "{}", "ana paused: pause")]
    [InlineData("ana/ready", null, "ana ready")]
    [InlineData("ana/more-time", null, "ana more time")]
    public async Task What_an_agent_can_do_can_be_done_for_the_agent(string path, string? body, string told)
    {
        await using var web = await StartAsync();

        var answer = await PostAsync(web, $"/api/v1/agents/{path}", body);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([told], web.Box.Desk.Told);
    }

    [Theory]
    [InlineData("ana", """{"queues":["sales"]}""", HttpStatusCode.NoContent, "")]
    [InlineData("ana", "{}", HttpStatusCode.NoContent, "")]
    [InlineData("ana", """{"queues":[]}""", HttpStatusCode.BadRequest, "An agent answers at least one queue")]
    [InlineData("ana", """{"queues":["sales","nowhere"]}""", HttpStatusCode.BadRequest, "There is no queue nowhere.")]
    [InlineData("ana", """{"queues":["billing"]}""", HttpStatusCode.BadRequest, "with the skill spanish, which ana does not have.")]
    [InlineData("dee", "{}", HttpStatusCode.NotFound, "There is no agent of that name.")]
    public async Task An_agent_is_moved_between_queues(string agent, string body, HttpStatusCode status, string words)
    {
        await using var web = await StartAsync();
        var queues = web.Box.Site.Model.Queues;
        var billing = queues["sales"] with { Name = "billing", Skills = ["spanish"] };
        web.Box.Site.Model = web.Box.Site.Model with { Queues = queues.Add("billing", billing) };

        var answer = await web.Program().PutAsync(
            $"/api/v1/agents/{agent}/queues", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.NoContent ? 1 : 0, web.Box.Desk.Told.Count);
    }

    [Fact]
    public async Task A_queue_counts_the_agents_who_were_moved_there()
    {
        await using var web = await StartAsync();
        web.Box.Write(new AgentAssigned("bo", ["sales"], "admin"));

        var bo = await web.Program().JsonAsync("/api/v1/agents/bo");
        var sales = await web.Program().JsonAsync("/api/v1/queues/sales");

        Assert.Equal(["sales"], bo.GetProperty("queues").EnumerateArray().Select(queue => queue.GetString()));
        Assert.True(bo.GetProperty("isMoved").GetBoolean());
        Assert.Equal(("1", "1"), (sales.Text("agents", "paused"), sales.Text("agents", "loggedOut")));
    }

    [Theory]
    [InlineData("dee/log-in", "{}", HttpStatusCode.NotFound, "There is no agent of that name.")]
    [InlineData("dee/log-out", null, HttpStatusCode.NotFound, "There is no agent of that name.")]
    [InlineData("dee/pause", "{}", HttpStatusCode.NotFound, "There is no agent of that name.")]
    [InlineData("dee/ready", null, HttpStatusCode.NotFound, "There is no agent of that name.")]
    [InlineData("dee/more-time", null, HttpStatusCode.NotFound, "There is no agent of that name.")]
    [InlineData("ana/log-in", """{"phone":"199"}""", HttpStatusCode.BadRequest, "There is no phone of that number.")]
    [InlineData("chen/log-in", "{}", HttpStatusCode.BadRequest, "This agent has no usual phone.")]
    [InlineData("ana/pause", """{"reason":"golf"}""", HttpStatusCode.BadRequest, "The site file does not name this reason.")]
    [InlineData("bo/pause", "{}", HttpStatusCode.Conflict, "bo is not logged in.")]
    public async Task What_cannot_be_done_is_told_in_words(string path, string? body, HttpStatusCode status, string words)
    {
        await using var web = await StartAsync();

        var answer = await PostAsync(web, $"/api/v1/agents/{path}", body);

        Assert.Equal((status, words), (answer.StatusCode, (await answer.JsonAsync()).Text("title")));
        Assert.Empty(web.Box.Desk.Told);
    }

    [Theory]
    [InlineData("call-3", "sales", HttpStatusCode.NoContent)]
    [InlineData("call-3", "nowhere", HttpStatusCode.BadRequest)]
    [InlineData("call-1", "sales", HttpStatusCode.Conflict)]
    [InlineData("call-9", "sales", HttpStatusCode.NotFound)]
    public async Task A_caller_who_waits_is_moved(string call, string queue, HttpStatusCode status)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().PostAsJsonAsync($"/api/v1/calls/{call}/queue", new { queue });

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.NoContent ? ["call-3-1 to sales by key reports"] : [], web.Box.Desk.Told);
    }

    [Theory]
    [InlineData("call-2", HttpStatusCode.NoContent)]
    [InlineData("call-1", HttpStatusCode.Conflict)]
    [InlineData("call-9", HttpStatusCode.NotFound)]
    public async Task P34_Who_was_lost_is_called_back(string call, HttpStatusCode status)
    {
        await using var web = await StartAsync();

        var answer = await PostAsync(web, $"/api/v1/calls/{call}/call-back", null);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.NoContent ? ["call-2-1 called back for key reports"] : [], web.Box.Desk.Told);
    }

    [Fact]
    public async Task A_message_waits_among_the_callers_and_its_sound_is_reached_like_a_recording()
    {
        await using var web = await StartAsync();
        web.Box.LeaveMessage(3);
        var program = web.Program();

        var waiting = (await program.JsonAsync("/api/v1/queues/desk")).GetProperty("callers").EnumerateArray().Single();

        Assert.Equal(("message", "call-3", "+13125550141"), (waiting.Text("kind"), waiting.Text("call"), waiting.Text("caller")));
        Assert.Equal("/api/v1/recordings/sound-3/audio", waiting.Text("message"));
        Assert.Equal(web.Box.Recordings.Wav, await program.GetByteArrayAsync(waiting.Text("message")));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/recordings/sound-4/audio")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await web.Stranger().GetAsync(waiting.Text("message"))).StatusCode);
        var visit = (await program.JsonAsync("/api/v1/calls/call-3")).GetProperty("visits")[0];
        Assert.Equal(("messageLeft", waiting.Text("message")), (visit.Text("outcome"), visit.Text("message")));
    }

    [Fact]
    public async Task A_call_tells_its_visits_to_queues()
    {
        await using var web = await StartAsync();

        var visit = (await web.Program().JsonAsync("/api/v1/calls/call-1")).GetProperty("visits")[0];

        Assert.Equal(("desk", "answered", "ana"), (visit.Text("queue"), visit.Text("outcome"), visit.Text("agent")));
        Assert.Equal("2026-11-23T08:00:10.000Z", visit.Text("answeredAt"));
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        return web;
    }

    private static async Task<HttpResponseMessage> PostAsync(TestWeb web, string path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await web.Program().PostAsync(path, content);
    }

    private static JsonElement Figure(JsonElement of, string list, string name) =>
        of.GetProperty(list).EnumerateArray().Single(figure => figure.Text("name") == name);
}
