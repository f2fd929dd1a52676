using System.Collections.Immutable;
using System.Net;
using Switchhook.Acd.Signals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Site;
using Switchhook.Site.Queues;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Desk;

/// <summary>The agent's desk, what a supervisor does from the board, and the board on the wall.</summary>
public sealed class DeskPageTests
{
    [Fact]
    public async Task Without_an_agent_the_desk_asks_whose_it_is()
    {
        await using var web = await StartAsync();

        Assert.Contains("href=\"/desk?agent=ana\"", await TextAsync(web, "/desk"), StringComparison.Ordinal);
        Assert.Contains("Whose desk?", await TextAsync(web, "/desk?agent=gone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_tells_state_call_earlier_calls_notes_and_what_is_to_be_done()
    {
        await using var web = await StartAsync();
        web.Box.Write(
            new CallNoted(new CallId("call-1"), "wants <b>the invoice</b>", "ana"),
            new AgentChanged("ana", "Talking", null, null, "call-3-1", "101", null, "ana talks."));
        web.Box.CallBack(isReached: false);

        var html = await TextAsync(web, "/desk?agent=ana");

        Assert.Contains("On a call", html, StringComparison.Ordinal);
        Assert.Contains("data-call=\"call-3\"", html, StringComparison.Ordinal);
        Assert.Contains("wants &lt;b&gt;the invoice&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<button id=\"topic-1\"", html, StringComparison.Ordinal);
        Assert.Contains("<strong>3125550142</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Handled</dt><dd>1</dd>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ready", "", "", "ana ready", true)]
    [InlineData("pause", "reason", "lunch", "ana paused: lunch", true)]
    [InlineData("log-in", "phone", "102", "ana at 102", true)]
    [InlineData("topic", "code", "1", "ana notes 1", false)]
    [InlineData("call", "number", "102", "101 calls 102 for admin", false)]
    public async Task What_is_pressed_is_done_and_leads_back_to_the_desk(
        string action, string field, string value, string told, bool byQueues)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync("/desk?agent=ana", $"/desk/{action}", ("agent", "ana"), (field, value));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/desk?agent=ana", answer.Headers.Location!.OriginalString);
        Assert.Equal([told], byQueues ? web.Box.Desk.Told : web.Box.CallDesk.Told);
    }

    [Theory]
    [InlineData("ana", "pause", "reason", "golf", "There is no such reason")]
    [InlineData("ana", "call", "number", "*42", "That is no number")]
    [InlineData("chen", "call", "number", "102", "Log in at a phone of the house first")]
    [InlineData("ana", "note", "text", " ", "The note is empty.")]
    public async Task What_cannot_be_done_is_said(string agent, string action, string field, string value, string words)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync(
            "/desk?agent=ana", $"/desk/{action}", ("agent", agent), ("call", "call-1"), (field, value));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(web.Box.CallDesk.Told);
    }

    [Fact]
    public async Task With_script_only_the_part_that_changes_is_answered_and_a_kept_note_says_so()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        var token = Browser.TokenOf(await (await browser.GetAsync("/desk?agent=ana")).Content.ReadAsStringAsync());
        (string, string)[] fields = [("__RequestVerificationToken", token), ("agent", "ana"), ("call", "call-1"), ("text", "calls again")];

        var answer = await browser.SendAsync(Browser.Form("/desk/note", fields), ("Sec-Fetch-Site", "same-origin"), ("HX-Request", "true"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("note-kept", Assert.Single(answer.Headers.GetValues("HX-Trigger")));
        Assert.Contains("calls again", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_is_given_to_an_agent_by_a_button_and_can_be_dragged()
    {
        await using var web = await StartAsync();

        Assert.Contains("draggable=\"true\" data-call=\"call-3\"", Flat(await TextAsync(web, "/queues")), StringComparison.Ordinal);
        Assert.Contains("Give to Ana", await TextAsync(web, "/calls/call-3/give"), StringComparison.Ordinal);
        var answer = await web.Browser().SubmitAsync("/calls/call-3/give", "/calls/call-3/give", ("agent", "ana"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["call-3-1 to ana by admin"], web.Box.CallDesk.Told);
        Assert.Equal(HttpStatusCode.NotFound, (await web.Browser().GetAsync("/calls/call-1/give")).StatusCode);
        answer = await web.Browser().SubmitAsync("/calls/call-3/give", "/calls/call-3/give", ("agent", "bo"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("listen", "Listen")]
    [InlineData("whisper", "Whisper")]
    [InlineData("barge", "Barge")]
    public async Task A_supervisor_hears_an_agent_at_the_phone_that_is_chosen(string mode, string told)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().SubmitAsync("/agents/ana/monitor", "/agents/ana/monitor", ("phone", "102"), ("mode", mode));

        Assert.Equal("/agents/ana/monitor?rings=102", answer.Headers.Location!.OriginalString);
        Assert.Equal([$"102 hears ana: {told} for admin"], web.Box.CallDesk.Told);
        Assert.Contains("Phone 102 rings.", await TextAsync(web, "/agents/ana/monitor?rings=102"), StringComparison.Ordinal);
        answer = await web.Browser().SubmitAsync("/agents/bo/monitor", "/agents/bo/monitor", ("phone", "101"), ("mode", mode));
        Assert.Contains("bo cannot now.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wallboard_shows_the_tiles_and_queues_of_its_address_and_nothing_of_the_menu()
    {
        await using var web = await StartAsync();
        web.Box.Desk.Signals["desk"] = QueueSignal.OverTarget;
        web.Box.Write(new AlarmChanged("desk", "LongestWait", true, "Queue desk: a caller has waited for 5 minutes."));

        var usual = await TextAsync(web, "/wallboard");
        Assert.Contains("a caller has waited for 5 minutes", usual, StringComparison.Ordinal);
        Assert.Contains("desk, target 80 %", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", usual, StringComparison.Ordinal);
        Assert.Equal(8, Tiles(usual));
        Assert.Contains("class=\"tile fault\"", usual, StringComparison.Ordinal);

        var chosen = await TextAsync(web, "/wallboard?queues=sales&queues=gone&tiles=free,waiting");
        Assert.Equal(2, Tiles(chosen));
        Assert.Contains("There is no queue gone.", chosen, StringComparison.Ordinal);
        Assert.Contains("/live/wallboard?queues=sales&amp;tiles=free%2Cwaiting", chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("5 minutes", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lamps_are_drawn_on_the_live_board_as_they_shine()
    {
        await using var web = await StartAsync();
        web.Box.Desk.Signals["desk"] = QueueSignal.CallsWaiting;
        web.Box.Site.Model = web.Box.Site.Model with
        {
            Lamps = ImmutableSortedDictionary<string, LampConfig>.Empty
                .Add("entry", new LampConfig("entry", "desk")).Add("moon", new LampConfig("moon", null)),
        };

        Assert.Contains("bulb slow-blink", await TextAsync(web, "/live/now"), StringComparison.Ordinal);
        Assert.Contains("desk: Caller waits", await TextAsync(web, "/live/now"), StringComparison.Ordinal);
        Assert.Contains("night: off", await TextAsync(web, "/live/now"), StringComparison.Ordinal);
        web.Box.Desk.Signals["desk"] = QueueSignal.OverTarget;
        web.Box.Write(new NightChanged(true, "the test"));
        Assert.Contains("bulb fast-blink", await TextAsync(web, "/live/now"), StringComparison.Ordinal);
        Assert.Contains("night: on", await TextAsync(web, "/live/now"), StringComparison.Ordinal);
    }

    private static int Tiles(string html) => html.Split("class=\"tile ").Length - 1;

    private static string Flat(string html) => string.Join(' ', html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        var desk = web.Box.Site.Model.Queues["desk"] with { Dispositions = [new Disposition("1", "appointment made")] };
        web.Box.Site.Model = web.Box.Site.Model with { Queues = web.Box.Site.Model.Queues.SetItem("desk", desk) };
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
