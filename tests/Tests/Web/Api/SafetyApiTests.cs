using System.Net;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Api;

/// <summary>What API and pages tell of emergency calls and of phones that are stopped.</summary>
public sealed class SafetyApiTests
{
    private static readonly CallId Call = new("call-1");

    [Fact]
    public async Task The_log_of_emergency_calls_is_told_with_the_youngest_first()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new EmergencyTested(null, "No line works: an emergency call would not go out.", "the start"));
        Assert.False((await web.Program().JsonAsync("/health")).GetProperty("emergency").GetProperty("ok").GetBoolean());
        web.Box.Write(new EmergencyCalled(Call, "911", "102", "Nurse", "Room 3"));
        web.Box.Write(new EmergencyEnded(Call, "102", "main-1", "+13125550100", "It is over."));
        web.Box.Write(new EmergencyTested("main-1", "An emergency call would go out on line main-1.", "the start"));

        var told = await web.Program().JsonAsync("/api/v1/emergency");
        var log = told.GetProperty("log").EnumerateArray().ToList();
        Assert.True(told.GetProperty("wouldGoOut").GetBoolean());
        Assert.Equal(["tested", "ended", "called", "tested"], log.Select(entry => entry.Text("event")));
        Assert.Equal(("911", "102", "Room 3"), (log[2].Text("number"), log[2].Text("phone"), log[2].Text("place")));
        Assert.Equal(("main-1", "+13125550100"), (log[1].Text("line"), log[1].Text("callBack")));
    }

    [Fact]
    public async Task A_phone_that_is_stopped_is_listed_and_released()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Gate.Stopped.Add(new StoppedPhone("101", DateTimeOffset.UnixEpoch, "Odd."));
        var program = web.Program();

        var only = Assert.Single((await program.JsonAsync("/api/v1/outbound/stops")).GetProperty("items").EnumerateArray());
        Assert.Equal(("101", "Odd."), (only.Text("phone"), only.Text("why")));
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync("/api/v1/outbound/stops/101")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync("/api/v1/outbound/stops/101")).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_both_and_its_button_releases()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new EmergencyCalled(Call, "911", "102", "Nurse", "Room 3"));
        web.Box.Gate.Stopped.Add(new StoppedPhone("101", DateTimeOffset.UnixEpoch, "Odd."));
        var browser = web.Browser();

        var html = await (await browser.GetAsync("/safety")).Content.ReadAsStringAsync();
        Assert.Contains("EMERGENCY CALL to 911 from phone 102, Nurse (Room 3).", html, StringComparison.Ordinal);
        Assert.Contains("Let phone 101 call again", html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync("/safety", "/safety/stops/101/release")).StatusCode);
        Assert.Empty(web.Box.Gate.Stopped);
    }
}
