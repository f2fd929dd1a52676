using System.Net;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Panel;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Simulator;

/// <summary>The simulator page, with script and without.</summary>
public sealed class SimulatorPageTests
{
    [Fact]
    public async Task Without_script_a_command_leads_back_to_the_page()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser().SubmitAsync("/simulator", "/simulator/lines/main-1/ring", ("number", "555"), ("withheld", "yes"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/simulator", answer.Headers.Location!.OriginalString);
        Assert.Equal(["ring main-1 number none name none withheld"], web.Box.Simulator.Told);
    }

    [Fact]
    public async Task With_script_only_the_notice_is_answered()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Simulator.Refusal = "Line main-1 is unplugged; plug it in first.";
        var browser = web.Browser();
        var token = Browser.TokenOf(await (await browser.GetAsync("/simulator")).Content.ReadAsStringAsync());

        var answer = await browser.SendAsync(
            Browser.Form("/simulator/lines/main-1/ring", ("__RequestVerificationToken", token)),
            ("Sec-Fetch-Site", "same-origin"), ("HX-Request", "true"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Line main-1 is unplugged; plug it in first.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_that_change_find_their_place_by_id()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();

        var page = await (await browser.GetAsync("/simulator")).Content.ReadAsStringAsync();
        var parts = await (await browser.GetAsync("/simulator/status")).Content.ReadAsStringAsync();

        foreach (var id in new[] { "line-main-1", "line-main-2", "phone-101", "phone-102", "phone-103" })
        {
            Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}\" hx-swap-oob=\"true\"", parts, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hx-swap-oob", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lamps_of_the_board_light_on_the_page_in_their_patterns()
    {
        await using var web = await TestWeb.StartAsync();
        var simulator = web.Box.Simulator;
        simulator.State = simulator.State with
        {
            Lamps =
            [
                new("desk-lamp", "reception", LampPattern.SlowBlink),
                new SimulatedLampState("queue-lamp", "sales", LampPattern.Burst) { Queue = QueueSignal.Alarm },
                new("spare", null, LampPattern.Off),
            ],
            Relays = [new("bell", IsPulled: true)],
        };

        var html = await (await web.Browser().GetAsync("/simulator/status")).Content.ReadAsStringAsync();

        Assert.Contains("class=\"bulb slow-blink\"", html, StringComparison.Ordinal);
        Assert.Contains("reception: ", html, StringComparison.Ordinal);
        Assert.Contains("class=\"bulb burst\"", html, StringComparison.Ordinal);
        Assert.Contains("sales: alarm", html, StringComparison.Ordinal);
        Assert.Contains("shows nothing: give it a group or a queue in the site file", html, StringComparison.Ordinal);
        Assert.Contains("relay, pulled by an alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_rings_on_the_page_also_between_two_bursts()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new PhoneChanged("101", PhoneStatus.Ringing, "Rings."));

        var parts = await (await web.Browser().GetAsync("/simulator/status")).Content.ReadAsStringAsync();

        Assert.Contains("Ringing", parts, StringComparison.Ordinal);
    }
}
