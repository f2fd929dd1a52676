using System.Net;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams.Care;

namespace Switchhook.Tests.Web.Care;

/// <summary>Which line is sick, and why.</summary>
public sealed class LineHealthTests
{
    [Fact]
    public async Task A_line_that_works_is_healthy_and_its_calls_are_counted()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        web.Box.Answer(call);
        web.Box.End(call);
        web.Box.Write(new LineChanged("main-1", LineStatus.Idle, "The caller hung up."));

        var health = await web.Program().JsonAsync("/api/v1/lines/main-1/health");

        Assert.Equal("good", health.Text("grade"));
        Assert.Empty(health.GetProperty("checks").EnumerateArray());
        Assert.Equal(("1", "1", "1", "1"), (
            health.Text("calls", "today"),
            health.Text("calls", "month"),
            health.Text("calls", "inbound"),
            health.Text("calls", "withNumber")));
    }

    [Fact]
    public async Task A_line_without_battery_is_sick_and_told_what_to_look_at()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(
            new LineChanged("main-1", LineStatus.Idle, "Ready."),
            new LineChanged("main-1", LineStatus.NoBattery, "No battery: is the plug in?"));

        var health = await web.Program().JsonAsync("/api/v1/lines/main-1/health");
        var page = await PageAsync(web, "/lines");

        Assert.Equal("sick", health.Text("grade"));
        Assert.Equal("plugAndProvider", Assert.Single(health.GetProperty("checks").EnumerateArray()).GetString());
        Assert.False(Assert.Single(health.GetProperty("downs").EnumerateArray()).TryGetProperty("until", out var until)
            && until.ValueKind == System.Text.Json.JsonValueKind.String);
        Assert.Contains("Does not work", page, StringComparison.Ordinal);
        Assert.Contains("Put an ordinary phone into the wall socket", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_down_and_failed_calls_is_to_be_watched_for_a_week_and_remembered_for_a_month()
    {
        await using var web = await TestWeb.StartAsync();
        var time = (ManualTimeProvider)web.Box.Time;
        var call = new CallId("20261123-080000-bbbbbb");
        web.Box.Write(new LineChanged("main-1", LineStatus.NoBattery, "No battery."));
        time.Advance(TimeSpan.FromMinutes(5));
        web.Box.Write(
            new LineChanged("main-1", LineStatus.Idle, "Ready."),
            new LegEnded(call, "x-1", Party.Line("main-1"), new Cause(CauseCode.NoLine, "No dial tone within 10 s.")),
            new LegEnded(call, "x-2", Party.Phone("101"), new Cause(CauseCode.LineFault, "Of a phone, not a line.")));

        var health = await web.Program().JsonAsync("/api/v1/lines/main-1/health");
        var page = await PageAsync(web, "/lines/main-1");
        time.Advance(TimeSpan.FromDays(8));
        var later = await web.Program().JsonAsync("/api/v1/lines/main-1/health");
        time.Advance(TimeSpan.FromDays(30));
        var muchLater = await web.Program().JsonAsync("/api/v1/lines/main-1/health");

        Assert.Equal("watch", health.Text("grade"));
        Assert.Equal(["wentDown", "callsFail"], health.GetProperty("checks").EnumerateArray().Select(check => check.GetString()));
        var down = Assert.Single(health.GetProperty("downs").EnumerateArray());
        Assert.Equal(TimeSpan.FromMinutes(5), down.GetProperty("until").GetDateTimeOffset() - down.GetProperty("at").GetDateTimeOffset());
        Assert.Equal("No dial tone within 10 s.", Assert.Single(health.GetProperty("troubles").EnumerateArray()).Text("words"));
        Assert.Contains("No dial tone within 10 s.", page, StringComparison.Ordinal);
        Assert.Equal("good", later.Text("grade"));
        Assert.Single(later.GetProperty("downs").EnumerateArray());
        Assert.Empty(muchLater.GetProperty("downs").EnumerateArray());
    }

    [Fact]
    public async Task What_the_port_measures_is_shown_with_its_last_minutes()
    {
        await using var web = await TestWeb.StartAsync();
        var port = web.Box.Site.Model.Lines["main-1"].Port;
        web.Box.Care.Ports[port] = new PortMeasures(
            true, -48.5, 0, null, [new PortSample(20, -48, -49, 0), new PortSample(10, -12, -48, 21), new PortSample(0, -48.4, -48.6, 0)]);

        var page = await PageAsync(web, "/lines/main-1");

        Assert.Contains("-48.5 V, 0.0 mA", page, StringComparison.Ordinal);
        Assert.Contains("<polyline points=\"580,", page, StringComparison.Ordinal);
        Assert.Contains("*56", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_does_not_exist_is_not_found()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await web.Browser().GetAsync("/lines/nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/lines/nobody/health")).StatusCode);
    }

    private static async Task<string> PageAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
