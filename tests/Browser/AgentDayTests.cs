using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>An agent's day at the desk: three calls with notes, the second of somebody who called before, by keys alone.</summary>
[Collection(Suite.Name)]
public sealed class AgentDayTests(House house) : IDisposable
{
    private const string Alice = "+13125550142";

    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task An_agent_takes_three_calls_and_sees_what_was_noted_of_the_caller()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token, speaks: false);
        await using var owner = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        await Newcomer.ClaimAsync(owner.Page, fresh.ClaimCode);
        var box = await BoxClient.OfAsync(fresh.Process, _limit.Token);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.JoinAsync(page, "Ana", await box.InviteAsync("Ana", "agent", "ana"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Desk" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Desk of Ana" })).ToBeVisibleAsync();
        await page.EvaluateAsync("window.neverLoadedAgain = true");
        await page.GetByText("Log in or out").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in there" }).ClickAsync();
        await Expect(page.Locator("#desk-state")).ToContainTextAsync("Ready");

        // By hand.
        await CallAsync(box, page, Alice, "Alice Miller");
        await Expect(page.GetByText("None is known.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "appointment made" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "appointment made", Pressed = true })).ToBeVisibleAsync();
        await page.GetByLabel("Note").FillAsync("Wants a check in spring");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Expect(page.Locator("#desk-call .notes").First).ToContainTextAsync("Wants a check in spring");
        await EndAsync(box, page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ready" }).ClickAsync();
        await Expect(page.Locator("#desk-state")).ToContainTextAsync("Ready");

        // She calls again, and this time nothing but the keyboard is touched.
        await CallAsync(box, page, Alice, "Alice Miller");
        await Expect(page.Locator("#desk-call .earlier")).ToContainTextAsync("Wants a check in spring");
        await Expect(page.Locator("#desk-call .earlier")).ToContainTextAsync("appointment made");
        await Pictures.KeepAsync(page, "desk-second-call");
        await page.Keyboard.PressAsync("2");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "question answered", Pressed = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Asked what to bring");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#desk-call .notes").First).ToContainTextAsync("Asked what to bring");
        await page.Keyboard.PressAsync("Escape");
        await EndAsync(box, page);
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("#desk-state")).ToContainTextAsync("Ready");

        // Somebody else: nothing of Alice stands there.
        await CallAsync(box, page, "+13125550163", "Ben Ortiz");
        await Expect(page.Locator("#desk-call")).Not.ToContainTextAsync("Asked what to bring");
        await page.GetByLabel("Note").FillAsync("Wrong number");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Expect(page.Locator("#desk-call .notes").First).ToContainTextAsync("Wrong number");
        await EndAsync(box, page);

        Assert.True(await page.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the desk was loaded again");
        Faults.None(visit.Faults);
    }

    public void Dispose() => _limit.Dispose();

    private static async Task CallAsync(BoxClient box, IPage page, string number, string name)
    {
        await box.TellAsync("lines/4/ring", new { number, name, sample = "question" });
        await box.UntilAsync("phones/101", "ringing");
        await box.TellAsync("phones/101/lift");
        await box.UntilAgentAsync("ana", "talking");
        await Expect(page.Locator("#desk-call .caller")).ToContainTextAsync(name);
        await Expect(page.Locator("#desk-call .desk-call[data-active]")).ToHaveCountAsync(1);
    }

    private static async Task EndAsync(BoxClient box, IPage page)
    {
        await box.TellAsync("lines/4/hang-up");
        await box.TellAsync("phones/101/hang-up");
        await Expect(page.Locator("#desk-state")).ToContainTextAsync("Finishing");
        await box.UntilAsync("lines/4", "idle");
    }
}
