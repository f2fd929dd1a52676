using System.Text.Json;
using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;

namespace Switchhook.BrowserTests;

/// <summary>Every page, in a pocket, on a tablet and on a large screen, light and dark: readable, not too wide, without a fault.</summary>
[Collection(Suite.Name)]
public sealed class LookTests(House house)
{
    [Fact]
    public Task Pages_for_owners_can_be_read_and_touched_in_a_pocket() => LookAtAllAsync(Screen.Pocket);

    [Fact]
    [Trait("Length", "long")]
    public Task Pages_for_owners_can_be_read_in_the_dark() => LookAtAllAsync(Screen.Pocket, isDark: true);

    [Theory]
    [Trait("Length", "long")]
    [InlineData("tablet")]
    [InlineData("wall")]
    public Task Pages_for_owners_can_be_read_and_touched_on_large_screens(string device) =>
        LookAtAllAsync(device == "wall" ? Screen.Wall : Screen.Tablet);

    private async Task LookAtAllAsync(Screen screen, bool isDark = false)
    {
        await using var visit = await house.VisitBusyAsync(screen);

        List<string> found = [];
        foreach (var (name, path) in await PagesAsync())
        {
            found.AddRange(await (isDark ? DarkAsync(visit.Page, screen, name, path) : LookAsync(visit.Page, screen, name, path)));
        }

        // The page that tells that there is no such call comes with the status that says so.
        Faults.NoneBut(404, found.Concat(visit.Faults));
    }

    [Fact]
    public async Task Pages_for_strangers_can_be_read_and_touched()
    {
        using var limit = new CancellationTokenSource(Limits.Test, TimeProvider.System);
        await using var fresh = await FreshBox.StartAsync(limit.Token, speaks: false);
        List<string> found = [];
        foreach (var screen in new[] { Screen.Wall, Screen.Pocket })
        {
            await using var stranger = await house.VisitAsync(house.Box.Address, screen);
            await using var first = await house.VisitAsync(fresh.Process.Address, screen);
            found.AddRange(await LookAsync(stranger.Page, screen, "sign-in", "/"));
            found.AddRange(await LookAsync(stranger.Page, screen, "join", "/join"));
            found.AddRange(await LookAsync(first.Page, screen, "claim", "/"));
            found.AddRange(stranger.Faults.Concat(first.Faults));
        }

        Faults.None(found);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, Screen screen, string name, string path)
    {
        await page.GotoAsync(path);
        await Pictures.KeepAsync(page, $"{name}-{screen.Width}");
        await PageLook.UnfoldAsync(page);
        return await PageLook.FaultsAsync(page, screen);
    }

    // What differs are the colours.
    private static async Task<IReadOnlyList<string>> DarkAsync(IPage page, Screen screen, string name, string path)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(path);
        await Pictures.KeepAsync(page, $"{name}-{screen.Width}-dark");
        await PageLook.UnfoldAsync(page);
        return await PageLook.ColourFaultsAsync(page);
    }

    private async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync()
    {
        var calls = (await house.Client.ReadAsync("calls")).GetProperty("items").EnumerateArray().ToList();
        var recordings = (await house.Client.ReadAsync("recordings")).GetProperty("items").EnumerateArray().ToList();
        return
        [
            ("busy", "/"),
            ("simulator", "/simulator"),
            ("account", "/account"),
            ("prompts", "/prompts"),
            ("advice", "/advice"),
            ("shadow", "/advice/shadow?group=reception"),
            ("switch", "/advice/switch?group=reception"),
            ("phone", "/phones/105"),
            ("site", "/site"),
            ("site-history", "/site/history"),
            ("site-review", "/site/history/1/roll-back"),
            ("site-phones", "/site/forms/phones"),
            ("site-hours", "/site/forms/hours"),
            ("site-prompts", "/site/forms/prompts"),
            ("site-queues", "/site/forms/queues"),
            ("welcome-place", "/welcome/place"),
            ("welcome-lines", "/welcome/lines"),
            ("welcome-phones", "/welcome/phones"),
            ("welcome-answer", "/welcome/answer"),
            ("welcome-emergency", "/welcome/emergency"),
            ("welcome-review", "/welcome/review"),
            ("first-call", "/welcome/call"),
            ("design", "/design"),
            ("safety", "/safety"),
            ("codes", "/codes"),
            ("queues", "/queues"),
            ("queue-day", "/queues/appointments"),
            ("visits", "/queues/appointments/visits?figure=offered"),
            ("hours", "/hours?day=2026-12-24&time=16:05"),
            ("flows", "/flows"),
            ("flows-tried", "/flows?number=%2B13125550199&line=1&at=2026-12-24T16:05&keys=1&night=on&try=yes"),
            ("agent", "/agents/ana"),
            ("monitor", "/agents/ana/monitor"),
            ("desk-choose", "/desk"),
            ("desk", "/desk?agent=ana"),
            ("people", "/people"),
            ("second-factor", "/account/second-factor"),
            ("webhooks", "/webhooks"),
            ("report-mails", "/reports/mails"),
            ("lines", "/lines"),
            ("line", "/lines/1"),
            ("logs", "/logs"),
            ("diagnostics", "/diagnostics"),
            ("backup", "/backup"),
            ("system", "/system"),
            ("audit", "/audit"),
            ("wallboard", "/wallboard"),
            ("voicemail", "/voicemail"),
            ("missed", "/missed"),
            ("reports", "/reports"),
            ("report-visits", "/reports/visits?name=appointments&figure=offered"),
            ("recordings", "/recordings"),
            ("recording", $"/recordings/{recordings[0].GetProperty("id").GetString()}"),
            ("nothing", "/calls/none"),
            ("call-going", Address(calls.First(call => call.GetProperty("endedAt").ValueKind == JsonValueKind.Null))),
            ("call-over", Address(calls.First(call => call.GetProperty("callerName").GetString() == "Alice Miller"))),
        ];
    }

    private static string Address(JsonElement call) => $"/calls/{call.GetProperty("id").GetString()}";
}
