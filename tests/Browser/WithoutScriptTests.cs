using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>Where JavaScript is switched off, everything can be read, and the forms work.</summary>
[Collection(Suite.Name)]
public sealed class WithoutScriptTests(House house)
{
    [Fact]
    public async Task What_goes_on_and_what_went_on_can_be_read()
    {
        await using var visit = await house.VisitAsync(house.Box.Address, Screen.Pocket with { Script = false });
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("Name").FillAsync(Newcomer.Name);
        await page.GetByLabel("Password").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.Locator("#now")).ToContainTextAsync("Northside Family Pharmacy");
        await Expect(page.Locator("#now")).ToContainTextAsync("Talking");
        await page.GetByRole(AriaRole.Link, new() { Name = "Alice Miller", Exact = true }).ClickAsync();
        await Expect(page.GetByText("What happened")).ToBeVisibleAsync();
        await Expect(page.Locator("audio").First).ToBeVisibleAsync();
        await page.GotoAsync("/simulator");
        await Newcomer.Phone(page, "104").GetByRole(AriaRole.Button, new() { Name = "Lift" }).ClickAsync();
        await Newcomer.Phone(page, "104").GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        Faults.None(visit.Faults);
    }
}
