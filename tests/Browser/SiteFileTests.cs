using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>An administrator who breaks the site, is told where, changes it rightly after all, and rolls back.</summary>
[Collection(Suite.Name)]
public sealed class SiteFileTests(House house) : IDisposable
{
    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task An_administrator_breaks_the_site_is_told_the_line_and_rolls_back()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token, speaks: false);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.ClaimAsync(page, fresh.ClaimCode);
        await page.GotoAsync("/site");
        var text = page.GetByLabel("Text of the site file");
        var right = await text.InputValueAsync();

        // What is typed is looked at without a click, and a click on a mistake goes to its line.
        await text.FillAsync(right.Replace("phones: [101, 102, 103]", "phones: [101, 102, 113]", StringComparison.Ordinal));
        var place = page.GetByRole(AriaRole.Button, new() { Name = "Line " });
        await Expect(place).ToBeVisibleAsync();
        await place.ClickAsync();
        Assert.Equal("113]", await text.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));
        await Pictures.KeepAsync(page, "site-wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the change" }).ClickAsync();
        await Expect(page.GetByText("It cannot be applied before the mistakes are mended.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Apply" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Go on in the text" }).ClickAsync();
        await text.FillAsync(right.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the change" }).ClickAsync();
        await page.GetByLabel("Why?").FillAsync("a slip");
        await Pictures.KeepAsync(page, "site-review-change");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByText("a slip")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Roll back" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByText("Version 3 is in force.")).ToBeVisibleAsync();
        await page.GotoAsync("/site");
        await Expect(text).ToHaveValueAsync(right);
        Faults.None(visit.Faults);
    }

    public void Dispose() => _limit.Dispose();
}
