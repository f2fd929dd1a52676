using System.Net;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Pages.Welcome.Drafts;
using Switchhook.Web.Seams;
using static Switchhook.Tests.Web.Welcome.WelcomeWalk;

namespace Switchhook.Tests.Web.Welcome;

/// <summary>What was filled in is for one site, is applied as it was read, and can be thrown away.</summary>
public sealed class WelcomeDraftTests
{
    private const string Dropped = "What was filled in before was for another version of the site, and is not used.";

    [Fact]
    public void Fields_are_kept_over_a_start_for_the_site_that_they_are_of_and_no_other()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "first-run.json");
        var draft = new WelcomeDraft(file);
        Assert.False(draft.IsOfAnother("one"));
        draft.Keep("one", [KeyValuePair.Create("name", "Elm House")]);

        var again = new WelcomeDraft(file);
        Assert.Equal("Elm House", again.Of("one")["name"]);
        Assert.Empty(again.Of("two"));
        Assert.True(again.IsOfAnother("two"));

        again.Keep("two", [KeyValuePair.Create("zone", "UTC")]);
        Assert.Equal("zone", Assert.Single(new WelcomeDraft(file).Of("two")).Key);

        again.Forget();
        Assert.False(File.Exists(file));

        // As it was written before it said of which site it is.
        File.WriteAllText(file, """{"name":"Elm House"}""");
        Assert.False(new WelcomeDraft(file).IsOfAnother("two"));
    }

    [Fact]
    public async Task Answers_that_changed_since_the_review_are_not_applied_but_shown_again()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Elm House"));
        var review = await RawAsync(browser, "/welcome/review");
        await SendAsync(web.Browser(), "place", ("name", "Oak House"));

        var late = await ApplyAsync(browser, review);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var shown = await late.Content.ReadAsStringAsync();
        Assert.Contains("The answers have been changed since this was shown. Read the change again.", shown, StringComparison.Ordinal);
        Assert.True(web.Box.Site.IsExample);

        await ApplyAsync(browser, shown);
        Assert.Equal("Oak House", web.Box.Site.Model.Name);
    }

    [Fact]
    public async Task Answers_for_another_site_are_dropped_with_a_sentence_and_a_page_of_it_is_not_taken()
    {
        await using var web = await PreparedAsync(Clinic);
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Elm House"));
        Assert.DoesNotContain(Dropped, await TextAsync(browser.GetAsync("/welcome/place")), StringComparison.Ordinal);
        var old = FormFields.Of(await RawAsync(browser, "/welcome/place"));
        await web.Box.Site.ApplyAsync(Clinic + "\n# seen\n", new SiteChange("Bob"), CancellationToken.None);

        var refused = await browser.PostAsync("/welcome/place", [.. old]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(
            "The site has been changed since this page was shown.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var review = await TextAsync(browser.GetAsync("/welcome/review"));
        Assert.Contains(Dropped, review, StringComparison.Ordinal);
        Assert.Contains("Nothing changes", review, StringComparison.Ordinal);
        await SendAsync(browser, "lines");
        Assert.DoesNotContain(Dropped, await TextAsync(browser.GetAsync("/welcome/place")), StringComparison.Ordinal);
        Assert.DoesNotContain("Elm House", await TextAsync(browser.GetAsync("/welcome/place")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place")]
    [InlineData("review")]
    public async Task One_can_begin_again(string page)
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        Assert.DoesNotContain("/welcome/again", await RawAsync(browser, $"/welcome/{page}"), StringComparison.Ordinal);
        await SendAsync(browser, "place", ("name", "Elm House"));
        var shown = await RawAsync(browser, $"/welcome/{page}");
        Assert.Contains("formaction=\"/welcome/again\"", shown, StringComparison.Ordinal);

        var again = await browser.PostAsync("/welcome/again", [.. FormFields.Of(shown)]);

        Assert.Equal("/welcome/place", again.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Elm House", await RawAsync(browser, "/welcome/place"), StringComparison.Ordinal);
        Assert.Contains("First start: began again", await TextAsync(browser.GetAsync("/audit")), StringComparison.Ordinal);
    }
}
