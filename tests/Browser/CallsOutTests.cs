using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>The simulator page says what the far end does with a call out of the house, and the exchange does it.</summary>
[Collection(Suite.Name)]
public sealed class CallsOutTests(House house)
{
    [Fact]
    public async Task A_call_out_meets_the_busy_far_end_that_was_chosen_on_the_page()
    {
        await using var visit = await house.VisitBusyAsync(Screen.Desk);
        var page = visit.Page;
        await page.GotoAsync("/simulator");
        foreach (var line in new[] { "1", "2", "3", "4" })
        {
            var card = page.GetByRole(AriaRole.Article, new() { Name = $"Line {line}", Exact = true });
            await card.GetByText("When the box calls out").ClickAsync();
            await card.GetByLabel("The far end").SelectOptionAsync("is busy");
            await card.GetByRole(AriaRole.Button, new() { Name = "Use for the next calls" }).ClickAsync();
        }

        var doctor = page.GetByRole(AriaRole.Article, new() { Name = "Doctor" });
        await doctor.GetByRole(AriaRole.Button, new() { Name = "Lift" }).ClickAsync();
        await Expect(doctor.GetByRole(AriaRole.Button, new() { Name = "Hang up" })).ToBeVisibleAsync();
        await doctor.GetByLabel("Dial", new() { Exact = true }).FillAsync("913125550199");
        await doctor.GetByRole(AriaRole.Button, new() { Name = "Dial" }).ClickAsync();

        await Expect(page.GetByText("Dialled: 13125550199")).ToBeVisibleAsync(new() { Timeout = Limits.Greeting });
        await Expect(page.GetByText("The far end is busy.")).ToBeVisibleAsync(new() { Timeout = Limits.Greeting });
        await doctor.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        Faults.None(visit.Faults);
    }
}
