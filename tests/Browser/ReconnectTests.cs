using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>An open live page outlives the box: it says that it has lost it, and comes back by itself.</summary>
[Collection(Suite.Name)]
public sealed class ReconnectTests(House house) : IDisposable
{
    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task The_live_page_comes_back_by_itself_after_the_box_was_killed()
    {
        await using var box = await FreshBox.StartAsync(_limit.Token);
        await using var visit = await house.VisitAsync(box.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.ClaimAsync(page, box.ClaimCode);
        var link = page.Locator("#link-state");
        await Expect(link).ToHaveTextAsync("Live");
        await page.EvaluateAsync("window.neverLoadedAgain = true");

        await box.Process.KillAsync(_limit.Token);
        await Expect(link).ToHaveTextAsync("Reconnecting…");

        await box.Process.StartAgainAsync(_limit.Token);
        await Expect(link).ToHaveTextAsync("Live", new() { Timeout = Limits.Greeting });
        var client = await BoxClient.OfAsync(box.Process, _limit.Token);
        await client.TellAsync("phones/104/lift");
        await Expect(page.GetByText("Off hook")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the page was loaded again");
    }

    [Fact]
    public async Task The_wallboard_says_that_it_hears_nothing_and_comes_back_by_itself()
    {
        await using var box = await FreshBox.StartAsync(_limit.Token);
        await using var visit = await house.VisitAsync(box.Process.Address, Screen.Wall);
        var page = visit.Page;
        await Newcomer.ClaimAsync(page, box.ClaimCode);
        await page.GotoAsync("/wallboard");
        await page.EvaluateAsync("window.neverLoadedAgain = true");
        await Expect(page.Locator("#wall-lost")).ToBeHiddenAsync();

        await box.Process.KillAsync(_limit.Token);
        await Expect(page.Locator("#wall-lost")).ToContainTextAsync("No connection since");
        await Pictures.KeepAsync(page, "wallboard-lost", wholePage: false);

        await box.Process.StartAgainAsync(_limit.Token);
        await Expect(page.Locator("#wall-lost")).ToBeHiddenAsync(new() { Timeout = Limits.Greeting });
        var client = await BoxClient.OfAsync(box.Process, _limit.Token);
        await client.DoAsync("agents/ana/log-in");

        // What the box does after its start is shown by the page that was there before.
        await Expect(page.Locator(".tile").Filter(new() { HasText = "Free" }).Locator("dd").First).ToHaveTextAsync("1");
        Assert.True(await page.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the wallboard was loaded again");
    }

    public void Dispose() => _limit.Dispose();
}
