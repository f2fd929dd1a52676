using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests.Kit;

/// <summary>What a person does at the pages, by the words that the pages show.</summary>
internal static class Newcomer
{
    /// <summary>Name of the account.</summary>
    public const string Name = "Kim";

    /// <summary>Password of the account.</summary>
    public const string Password = "four easy words here";

    /// <summary>Opens the box, types the claim code, chooses a name and a password, and looks around with the example site.</summary>
    public static async Task ClaimAsync(IPage page, string code)
    {
        await TakeAsync(page, code);
        await page.GetByRole(AriaRole.Link, new() { Name = "Look around first" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Maple Street Clinic" })).ToBeVisibleAsync();
    }

    /// <summary>Opens the box, types the claim code, and chooses a name and a password; the first start begins.</summary>
    public static async Task TakeAsync(IPage page, string code)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Claim code").FillAsync(code);
        await page.GetByLabel("Name").FillAsync(Name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Claim" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome" })).ToBeVisibleAsync();
    }

    /// <summary>Chooses a password with the code of an invitation, and signs in.</summary>
    public static async Task JoinAsync(IPage page, string name, string code)
    {
        await page.GotoAsync("/join");
        await page.GetByLabel("Code of the invitation").FillAsync(code);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation).GetByText(name, new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>The part of the simulator page that is a phone.</summary>
    public static ILocator Phone(IPage page, string number) => page.Locator($"#phone-{number}");

    /// <summary>The part of the simulator page that is a line.</summary>
    public static ILocator Line(IPage page, string name) => page.Locator($"#line-{name}");
}
