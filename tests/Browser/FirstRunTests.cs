using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>An owner unpacks a box: from the claim code to the first call that somebody answers.</summary>
[Collection(Suite.Name)]
public sealed class FirstRunTests(House house) : IDisposable
{
    // The box waits a while for the new sentences to be spoken before it applies them.
    private static readonly LocatorClickOptions SpeechFirst = new() { Timeout = Limits.Greeting };

    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task From_the_claim_code_to_the_first_call()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token, speaks: false);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Pocket);
        var page = visit.Page;
        var began = TimeProvider.System.GetTimestamp();
        await Newcomer.TakeAsync(page, fresh.ClaimCode);

        // A person types about five characters a second; the browser here takes that time too.
        await page.GetByLabel("Name of the house or the company").PressSequentiallyAsync("Elm Street Dental", new() { Delay = 100 });
        await Pictures.KeepAsync(page, "welcome-place-390");
        await NextAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lines" })).ToBeVisibleAsync();
        foreach (var unused in new[] { "fxo3", "fxo4" })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Socket {unused}" }).UncheckAsync();
        }

        var number = page.GetByLabel("Number Socket fxo1");
        await number.PressSequentiallyAsync("312 555 0100", new() { Delay = 100 });
        await NextAsync(page);
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("is no telephone number in the international form");
        await Pictures.KeepAsync(page, "welcome-lines-wrong-390");
        await number.FillAsync("+1 312 555 0100");
        await NextAsync(page);

        await page.GetByLabel("Name Socket fxs2").PressSequentiallyAsync("Dr. Kim", new() { Delay = 100 });
        await page.GetByLabel("Name Phone 1 on the network").PressSequentiallyAsync("Laboratory", new() { Delay = 100 });
        await Pictures.KeepAsync(page, "welcome-phones-390");
        await NextAsync(page);

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Greeting", Exact = true })).ToHaveValueAsync(
            "Thank you for calling Elm Street Dental. Please hold while we find someone for you.");
        await page.GetByLabel("The phones ring, one after the other").CheckAsync();
        await page.GetByLabel("Monday to Friday").FillAsync("");
        await Pictures.KeepAsync(page, "welcome-answer-390");
        await NextAsync(page);

        await page.GetByLabel("Address of the house").PressSequentiallyAsync("12 Elm Street, Chicago", new() { Delay = 100 });
        await Pictures.KeepAsync(page, "welcome-emergency-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Expect(page.GetByLabel("Monday to Friday")).ToHaveValueAsync("");
        await NextAsync(page);
        await Expect(page.GetByLabel("Address of the house")).ToHaveValueAsync("12 Elm Street, Chicago");
        await NextAsync(page);

        await Expect(page.GetByText("Nothing needs a restart.")).ToBeVisibleAsync();
        await Pictures.KeepAsync(page, "welcome-review-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync(SpeechFirst);
        await Expect(page.GetByText("No call has come in yet.")).ToBeVisibleAsync(new() { Timeout = Limits.Greeting });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "105 Laboratory" })).ToBeVisibleAsync();
        await Pictures.KeepAsync(page, "welcome-call-waiting-390");
        await page.EvaluateAsync("window.neverLoadedAgain = true");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ring line 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lift phone 101" }).ClickAsync(new() { Timeout = Limits.Greeting });
        await Expect(page.GetByText("The box takes calls.")).ToBeVisibleAsync();
        var took = TimeProvider.System.GetElapsedTime(began);
        await Expect(page.GetByText("Front desk (101) answered")).ToBeVisibleAsync();
        await Pictures.KeepAsync(page, "welcome-call-answered-390");

        Assert.True(await page.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the page was loaded again");
        Assert.True(took < TimeSpan.FromMinutes(3), $"from the claim code to the first call: {took.TotalSeconds:0} s");
        await Pictures.TellAsync("welcome.txt", $"From the claim code to the first call: {took.TotalSeconds:0} s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put phone 101 down" }).ClickAsync();
        await page.GotoAsync("/site/history");
        await Expect(page.GetByText("first-run")).ToBeVisibleAsync();

        // The browser tells of the one answer that said what was wrong.
        Faults.NoneBut(400, visit.Faults);
    }

    [Fact]
    public async Task With_another_country_the_box_starts_anew_and_goes_on()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token, speaks: false);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.TakeAsync(page, fresh.ClaimCode);
        await page.GetByLabel("Name of the house or the company").FillAsync("Haus Ulme");
        await page.GetByLabel("Country").SelectOptionAsync("Germany");
        await page.GetByLabel("Language of the callers").SelectOptionAsync("Deutsch");
        await Pictures.KeepAsync(page, "welcome-place-1280");
        foreach (var step in new[] { "Lines", "Phones", "Who answers", "Emergencies", "Review" })
        {
            await NextAsync(page);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = step, Exact = true })).ToBeVisibleAsync();
            await Pictures.KeepAsync(page, $"welcome-{step}-1280");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync(SpeechFirst);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The box starts anew" })).ToBeVisibleAsync();
        await Expect(page.GetByText("No call has come in yet.")).ToBeVisibleAsync(
            new() { Timeout = (float)Limits.Start.TotalMilliseconds });
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Haus Ulme" })).ToBeVisibleAsync();
    }

    public void Dispose() => _limit.Dispose();

    private static Task NextAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
}
