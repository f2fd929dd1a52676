using System.IO.Compression;
using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>Somebody finds a recording, hears it, goes to a place in it, notes something; an auditor saves several.</summary>
[Collection(Suite.Name)]
public sealed class RecordingTests(House house)
{
    private const string At = "document.getElementById('sound').currentTime";

    [Fact]
    public async Task A_recording_is_found_played_searched_by_keys_and_noted()
    {
        await using var visit = await house.VisitBusyAsync(Screen.Desk);
        var page = visit.Page;
        await page.GotoAsync("/recordings");
        await page.Locator(".recordings .who a").First.ClickAsync();
        var wave = page.GetByRole(AriaRole.Slider, new() { Name = "Place in the recording" });
        await Expect(wave).ToBeVisibleAsync();
        await Expect(page.GetByText("Nobody so far.")).ToBeVisibleAsync();

        await wave.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await UntilAsync(page, "the sound goes on", $"{At} > 0.2");
        await page.Keyboard.PressAsync("Space");
        await UntilAsync(page, "a pause", "document.getElementById('sound').paused");
        await page.Keyboard.PressAsync("End");
        await UntilAsync(page, "the end", $"{At} > 0.2 && Math.abs({At} - document.getElementById('sound').duration) < 0.2");
        await page.Keyboard.PressAsync("Home");
        await UntilAsync(page, "the beginning", $"{At} === 0");
        await page.GetByRole(AriaRole.Button, new() { Name = "2 ×", Exact = true }).ClickAsync();
        Assert.Equal(2, await page.EvaluateAsync<double>("document.getElementById('sound').playbackRate"));
        await Pictures.KeepAsync(page, "recording-played");

        await page.GetByRole(AriaRole.Textbox).FillAsync("Heard by the test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Heard by the test");
        await Expect(page.GetByText(", listened")).ToHaveCountAsync(1);
        await page.GotoAsync("/recordings?note=by+the+test");
        await Expect(page.Locator(".recordings li")).ToHaveCountAsync(1);
        Faults.None(visit.Faults);
    }

    [Fact]
    public async Task An_auditor_saves_the_chosen_recordings_as_one_file()
    {
        await using var visit = await house.VisitBusyAsync(Screen.Desk);
        var page = visit.Page;
        await page.GotoAsync("/recordings");
        await page.Locator(".recordings input[type=checkbox]").First.CheckAsync();

        var saving = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Save the chosen as one file" }).ClickAsync());

        Assert.Equal("recordings.zip", saving.SuggestedFilename);
        using var whole = new MemoryStream();
        await using (var file = await saving.CreateReadStreamAsync())
        {
            await file.CopyToAsync(whole);
        }

        await using var zip = new ZipArchive(whole);
        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal("recordings.csv", zip.Entries[1].FullName);
        Assert.True(zip.Entries[0].Length > 8000);
        Faults.None(visit.Faults);
    }

    [Fact]
    public async Task An_auditor_reads_and_is_refused_wherever_something_would_change()
    {
        await using var visit = await house.VisitAsync(house.Box.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.JoinAsync(page, "Otto", await house.Client.InviteAsync("Otto", "auditor"));
        foreach (var open in new[] { "/recordings", "/reports", "/audit", "/site", "/queues" })
        {
            Assert.Equal(200, (await page.GotoAsync(open))!.Status);
        }

        await using var owner = await house.VisitBusyAsync(Screen.Desk);
        await owner.Page.GotoAsync("/");
        foreach (var hidden in new[] { "/people", "/simulator", "/voicemail" })
        {
            await Expect(owner.Page.Locator($"nav a[href='{hidden}']")).Not.ToHaveCountAsync(0);
            await Expect(page.Locator($"nav a[href='{hidden}']")).ToHaveCountAsync(0);
        }

        foreach (var closed in new[] { "/people", "/simulator", "/site/forms/phones", "/welcome/place", "/voicemail", "/phones/105" })
        {
            var answer = await page.GotoAsync(closed);
            Assert.Equal(403, answer!.Status);
            await Expect(page.GetByText("This is not for your role.")).ToBeVisibleAsync();
        }

        // The browser tells of the refusals that were asked for, and of nothing else.
        Faults.NoneBut(403, visit.Faults);
    }

    // The page's content policy forbids the polling that Playwright's WaitForFunction does.
    private static Task<string> UntilAsync(IPage page, string what, string condition) => Until.ThereAsync(
        what, Limits.Page, async () => await page.EvaluateAsync<bool>(condition) ? what : null);
}
