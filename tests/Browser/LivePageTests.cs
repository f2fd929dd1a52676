using System.Text.RegularExpressions;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>The live page while things happen.</summary>
[Collection(Suite.Name)]
public sealed class LivePageTests(House house) : IDisposable
{
    // The rows of parts in which anything has changed but times that count on.
    private const string Watch =
        """
        () => {
          window.touched = new Set();
          const watch = new MutationObserver((changes) => changes
            .map((change) => change.target.nodeType === Node.TEXT_NODE ? change.target.parentElement : change.target)
            .filter((place) => place && !place.closest('time'))
            .forEach((place) => window.touched.add(place.closest('li')?.querySelector('.number')?.textContent ?? '')));
          watch.observe(document.getElementById('now'), { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    // Playwright hands it to the page and knows no `NonBacktracking`.
    private static readonly Regex CountedOn = new("^0:0[3-9]$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task A_change_touches_the_rows_that_have_changed_and_calls_come_and_go_in_their_order()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token);
        var box = await BoxClient.OfAsync(fresh.Process, _limit.Token);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.ClaimAsync(page, fresh.ClaimCode);
        await Expect(page.Locator("#link-state")).ToHaveTextAsync("Live");
        var phone = page.Locator("#now .stations li").Filter(new() { Has = page.GetByText("104", new() { Exact = true }) });
        await page.EvaluateAsync(Watch);

        await box.TellAsync("phones/104/lift");
        await Expect(phone.Locator(".chip")).ToHaveTextAsync("Off hook");
        await Expect(phone.Locator("time")).ToHaveTextAsync(CountedOn);
        await box.TellAsync("phones/104/hang-up");
        await Expect(phone.Locator(".chip")).ToHaveTextAsync("Free");
        await Expect(phone.Locator("time")).ToHaveCountAsync(0);
        Assert.Equal(["", "104"], (await page.EvaluateAsync<string[]>("() => [...window.touched]")).Order(StringComparer.Ordinal));

        var (calls, ended) = (page.Locator("#now .calls li"), page.Locator("#today .calls li"));
        (int Line, string Number)[] callers = [(3, "+13125550142"), (2, "+13125550143"), (1, "+13125550144")];
        foreach (var (line, caller) in callers)
        {
            await box.TellAsync($"lines/{line}/ring", new { number = caller });
            await Expect(calls).ToHaveCountAsync(1, new() { Timeout = Limits.Greeting });
            await Expect(calls).ToContainTextAsync(caller);
            await box.TellAsync($"lines/{line}/hang-up");
            await Expect(calls).ToHaveCountAsync(0, new() { Timeout = Limits.Greeting });
            await Expect(ended.First).ToContainTextAsync(caller);
        }

        // As a page that is loaded now shows them.
        var mended = await ended.AllInnerTextsAsync();
        await page.ReloadAsync();
        Assert.Equal(mended, await ended.AllInnerTextsAsync());
        Assert.Equal(callers.Length, mended.Count);
        Faults.None(visit.Faults);
    }

    public void Dispose() => _limit.Dispose();
}
