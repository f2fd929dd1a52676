using Microsoft.Playwright;
using Switchhook.Audio.Prompts;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using Switchhook.Testing;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>What README.md promises to someone who has just typed <c>./appliance run</c>, step by step.</summary>
[Collection(Suite.Name)]
public sealed class NewcomerTests(House house) : IDisposable
{
    private const int Second = 8000;

    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task A_newcomer_rings_line_1_lifts_a_phone_hears_the_caller_and_plays_the_recording()
    {
        await using var box = await FreshBox.StartAsync(_limit.Token);
        await using var visit = await house.VisitAsync(box.Process.Address, Screen.Desk);
        var page = visit.Page;

        await Newcomer.ClaimAsync(page, box.ClaimCode);
        var live = await visit.OpenAnotherAsync();
        await live.GotoAsync("/");
        await live.EvaluateAsync("window.neverLoadedAgain = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Simulator" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ring line 1" }).ClickAsync();

        var phone = Newcomer.Phone(page, "101");
        await Expect(phone.GetByText("Ringing")).ToBeVisibleAsync(new() { Timeout = Limits.Greeting });
        await Expect(phone.GetByText("Alice Miller")).ToBeVisibleAsync();
        await Pictures.KeepAsync(page, "ringing", wholePage: false);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Lift" }).ClickAsync();
        await Expect(live.GetByText("Talking")).ToBeVisibleAsync();
        await HearTheCallerAsync(page, phone, box.Process.DataFolder);

        await phone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        var today = live.Locator("#today");
        await Expect(today.GetByRole(AriaRole.Link, new() { Name = "Alice Miller", Exact = true })).ToBeVisibleAsync();
        await Expect(today.GetByText("Answered")).ToBeVisibleAsync();
        await Expect(live.GetByText("No call at the moment.")).ToBeVisibleAsync();
        await Expect(live.GetByText("In use")).ToHaveCountAsync(0);
        await Pictures.KeepAsync(live, "live");
        await today.GetByRole(AriaRole.Link, new() { Name = "Play" }).ClickAsync();
        await Player.PlaysAsync(live, leastSeconds: 5);

        Assert.True(await live.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the live page was loaded again");
        Faults.None(visit.Faults);
    }

    public void Dispose() => _limit.Dispose();

    // What the page plays when a person presses Listen goes on as the call does, and is what the caller says again and again.
    private static async Task HearTheCallerAsync(IPage page, ILocator phone, string data)
    {
        await phone.GetByRole(AriaRole.Link, new() { Name = "Listen" }).ClickAsync();
        await Player.PlaysLiveAsync(page);

        var heard = await Player.FetchLiveAsync(page, 2 * Second);
        var said = PromptReader.Load(Path.Combine(data, "simulator", "appointment.wav"), "appointment").Samples.ToArray();
        var comparison = SoundComparison.Of(heard.AsSpan(Second, Second), [.. said, .. said], said.Length);
        Assert.InRange(comparison.LevelDb, -1, 1);
        Assert.True(comparison.SignalToNoiseDb > 20, $"{comparison}");
    }
}
