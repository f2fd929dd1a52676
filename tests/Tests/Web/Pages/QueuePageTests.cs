using System.Net;
using Switchhook.Acd.Signals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Pages;

/// <summary>The pages of queues and agents.</summary>
public sealed class QueuePageTests
{
    [Fact]
    public async Task One_look_tells_who_waits_what_the_agents_do_and_what_the_lamp_tells()
    {
        await using var web = await StartAsync();
        web.Box.Desk.Signals["desk"] = QueueSignal.OverTarget;

        var html = await TextAsync(web, "/queues");

        Assert.Contains("Caller waits too long", html, StringComparison.Ordinal);
        Assert.Contains("1. <a href=\"/calls/call-3\">&#x2B;13125550141</a>", html, StringComparison.Ordinal);
        Assert.Contains("on line main-1, talked with Ana last", html, StringComparison.Ordinal);
        Assert.Contains("Agents: 1 paused, 1 not there", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Service level</dt><dd>50 %</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/agents/ana\">Ana</a>", html, StringComparison.Ordinal);
        Assert.Equal("overTarget", (await web.Program().JsonAsync("/api/v1/queues/desk")).Text("signal"));
    }

    [Fact]
    public async Task A_button_moves_a_caller_to_another_queue()
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync("/queues", "/calls/call-3/queue", ("queue", "sales"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["call-3-1 to sales by admin"], web.Box.Desk.Told);
    }

    [Theory]
    [InlineData("call-1", "sales", "This call does not wait in a queue.")]
    [InlineData("call-3", "gone", "There is no such queue any more.")]
    public async Task A_move_that_cannot_be_says_why(string call, string queue, string words)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync("/queues", $"/calls/{call}/queue", ("queue", queue));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(web.Box.Desk.Told);
    }

    [Fact]
    public async Task Each_figure_of_a_day_says_how_it_is_counted_and_opens_its_calls()
    {
        await using var web = await StartAsync();

        var html = await TextAsync(web, "/queues/desk");

        Assert.Contains("offered, and hung up before an answer after more than", html, StringComparison.Ordinal);
        Assert.Contains("Monday, 23 November 2026", html, StringComparison.Ordinal);
        Assert.Contains("/queues/desk/visits?figure=abandoned&amp;day=2026-11-23\">1</a>", html, StringComparison.Ordinal);
        var visits = await TextAsync(web, "/queues/desk/visits?figure=abandoned&day=2026-11-23");
        Assert.Contains("<a href=\"/calls/call-2\">&#x2B;13125550142</a>", visits, StringComparison.Ordinal);
        Assert.Contains("Gave up", visits, StringComparison.Ordinal);
        Assert.Contains("waited 0:40", visits, StringComparison.Ordinal);
        Assert.DoesNotContain("13125550141", visits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gave_up_is_called_back_by_a_button_until_someone_has_talked_with_the_number()
    {
        await using var web = await StartAsync();
        const string list = "/queues/desk/visits?figure=abandoned";

        Assert.Contains("nobody has talked with this number since", await TextAsync(web, list), StringComparison.Ordinal);
        var answer = await web.Browser().SubmitAsync(list, "/calls/call-2/call-back");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["call-2-1 called back for admin"], web.Box.Desk.Told);
        web.Box.TalkWith(6, "+13125550142");
        var html = await TextAsync(web, list);
        Assert.Contains("reached 23 Nov 2026", html, StringComparison.Ordinal);
        Assert.DoesNotContain("call-back", html, StringComparison.Ordinal);
        answer = await web.Browser().SubmitAsync("/queues", "/calls/call-1/call-back");
        Assert.Contains("This call was answered", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_nobody_came_says_so()
    {
        await using var web = await StartAsync();

        var html = await TextAsync(web, "/queues/desk?day=2026-11-20");

        Assert.Contains("Nobody came to this queue on this day.", html, StringComparison.Ordinal);
        Assert.Contains("/queues/desk?day=2026-11-21\">The day after", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/queues/gone")]
    [InlineData("/queues/desk?day=2026-11-24")]
    [InlineData("/queues/desk?day=yesterday")]
    [InlineData("/queues/desk?day=0001-01-01")]
    [InlineData("/queues/desk/visits?figure=nothing")]
    [InlineData("/queues/desk/visits")]
    [InlineData("/agents/gone")]
    [InlineData("/live/agents/gone")]
    public async Task What_is_not_there_is_told_in_words(string path)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log-in", "phone", "102", "ana at 102")]
    [InlineData("log-out", "", "", "ana out by admin")]
    [InlineData("pause", "reason", "lunch", "ana paused: lunch")]
    [InlineData("ready", "", "", "ana ready")]
    [InlineData("more-time", "", "", "ana more time")]
    [InlineData("queues", "queue", "sales", "ana answers sales by admin")]
    [InlineData("queues", "back", "yes", "ana answers as before by admin")]
    public async Task The_page_of_an_agent_does_what_the_codes_at_the_phone_do(string action, string field, string value, string told)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync("/agents/ana", $"/agents/ana/{action}", (field, value));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal([told], web.Box.Desk.Told);
    }

    [Theory]
    [InlineData("bo", "ready", "", "", "bo is not logged in.")]
    [InlineData("ana", "log-in", "phone", "999", "There is no such phone any more.")]
    [InlineData("ana", "pause", "reason", "golf", "There is no such reason for a pause any more.")]
    [InlineData("ana", "queues", "queue", "gone", "There is no queue gone.")]
    [InlineData("ana", "queues", "", "", "An agent answers at least one queue")]
    public async Task What_an_agent_cannot_do_is_said_on_the_page(string agent, string action, string field, string value, string words)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync($"/agents/{agent}", $"/agents/{agent}/{action}", (field, value));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(web.Box.Desk.Told);
    }

    [Fact]
    public async Task The_page_of_an_agent_tells_state_reason_and_phone()
    {
        await using var web = await StartAsync();

        var html = await TextAsync(web, "/agents/ana");

        Assert.Contains("Paused", html, StringComparison.Ordinal);
        Assert.Contains("For lunch, for", html, StringComparison.Ordinal);
        Assert.Contains("At phone 101. Answers desk, sales.", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Handled</dt><dd>1</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_caller_sends_as_a_number_is_text_and_never_markup()
    {
        await using var web = await StartAsync();
        const string evil = "<script>alert(1)</script>";
        var call = new CallId("call-9");
        web.Box.Write(
            new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), evil, null, "By caller ID.", null),
            new QueueEntered(call, "call-9-1", "desk", "Call", evil, "main-1", null, false, "Place 2."));
        web.Box.Desk.Turns.Add(new WaitingTurn("call-9-1", null, false));

        foreach (var path in new[] { "/queues", "/live/queues", "/queues/desk/visits?figure=offered" })
        {
            var html = await TextAsync(web, path);
            Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_site_without_queues_has_no_such_page_in_its_menu_and_says_why()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.DoesNotContain("href=\"/queues\"", await TextAsync(web, "/"), StringComparison.Ordinal);
        Assert.Contains("This site has no queue.", await TextAsync(web, "/queues"), StringComparison.Ordinal);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        return web;
    }

    private static async Task<string> TextAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
