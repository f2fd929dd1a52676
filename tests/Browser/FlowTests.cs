using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>Somebody takes a caller through the flows on the page, and sends the address of the answer to somebody else.</summary>
[Collection(Suite.Name)]
public sealed class FlowTests(House house)
{
    [Fact]
    public async Task A_caller_is_taken_through_at_night_and_the_address_shows_the_same_way_again()
    {
        await using var visit = await house.VisitBusyAsync(Screen.Pocket);
        var page = visit.Page;
        await page.GotoAsync("/flows");
        await page.GetByLabel("His number").FillAsync("+1 312 555 0199");
        await page.GetByLabel("Day and time").FillAsync("2026-12-24T16:05");
        await page.GetByLabel("Night is switched on").CheckAsync();
        await page.GetByLabel("Nobody answers").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the way" }).ClickAsync();

        var way = page.GetByRole(AriaRole.Region, new() { Name = "The way of the caller" });
        await Expect(way).ToContainTextAsync("+13125550199 calls on 1, Thu 24 Dec 2026 16:05, at night.");
        await Expect(way).ToContainTextAsync("The call goes through flow after-hours.");
        await Expect(page.Locator("#flow-after-hours .taken")).ToHaveCountAsync(2);
        await Expect(page.Locator("#flow-appointments .taken")).ToHaveCountAsync(0);

        var other = await visit.OpenAnotherAsync();
        await other.GotoAsync(page.Url);
        await Expect(other.Locator("#flow-after-hours .taken")).ToHaveCountAsync(2);
        await Expect(other.GetByLabel("Night is switched on")).ToBeCheckedAsync();
        Faults.None(visit.Faults);
    }
}
