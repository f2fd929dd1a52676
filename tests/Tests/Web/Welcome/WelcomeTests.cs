using System.Net;
using System.Text.RegularExpressions;
using Switchhook.Tests.Web.Fakes;
using static Switchhook.Tests.Web.Welcome.WelcomeWalk;

namespace Switchhook.Tests.Web.Welcome;

/// <summary>The way from the claim to the first call.</summary>
public sealed partial class WelcomeTests
{
    [Theory]
    [InlineData(true, "/welcome")]
    [InlineData(false, "/")]
    public async Task A_fresh_box_leads_from_the_claim_to_the_first_step_and_a_prepared_one_does_not(bool isExample, string leadsTo)
    {
        await using var web = await TestWeb.StartAsync(claimed: false);
        web.Box.Site.Load(Demo);
        web.Box.Site.IsExample = isExample;
        var browser = web.Browser(signedIn: false);

        var answer = await browser.SubmitAsync(
            "/claim",
            "/claim",
            ("code", web.Box.ClaimCode()), ("name", "Grace"), ("password", "three easy words"), ("again", "three easy words"));

        Assert.Equal(leadsTo, answer.Headers.Location!.OriginalString);
        Assert.Contains("action=\"/welcome/place\"", await TextAsync(browser.GetAsync("/welcome")), StringComparison.Ordinal);
        Assert.Equal(isExample, (await TextAsync(browser.GetAsync("/"))).Contains("Set up your own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_proposed_is_right_but_for_the_name_and_makes_a_site_that_is_one_version_with_a_note()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();

        foreach (var step in Steps)
        {
            var answer = await SendAsync(browser, step, step == "place" ? ("name", "Elm House") : ("go", "on"));
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{step}: {await answer.Content.ReadAsStringAsync()}");
        }

        var review = await RawAsync(browser, "/welcome/review");
        Assert.Contains("Elm House", review, StringComparison.Ordinal);
        Assert.True(Removed().Count(review) > 10, "The example stays.");
        var applied = await ApplyAsync(browser, review);

        Assert.Equal("/welcome/call", applied.Headers.Location!.OriginalString);
        Assert.Equal("Elm House", web.Box.Site.Model.Name);
        Assert.Equal("reception", Assert.Single(web.Box.Site.Model.Groups.Keys));
        Assert.Contains("first-run", await TextAsync(browser.GetAsync("/site/history")), StringComparison.Ordinal);
        Assert.Contains("This site is set up already.", await TextAsync(browser.GetAsync("/welcome/place")), StringComparison.Ordinal);
        Assert.DoesNotContain("Set up your own", await TextAsync(browser.GetAsync("/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place", "name", "", "Write the name of the house or the company.")]
    [InlineData("lines", "line/fxo1/number", "12", "is no telephone number")]
    [InlineData("phones", "phone/fxs1/number", "9", "Write 2 to 6 digits")]
    [InlineData("phones", "phone/fxs2/number", "101", "Another phone has this number.")]
    [InlineData("answer", "hours/weekdays", "17:00-09:00", "17:00")]
    [InlineData("answer", "greeting", "", "Write what callers hear.")]
    public async Task A_mistake_is_told_at_its_field_and_what_was_typed_stays(string step, string field, string value, string told)
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Elm House"));

        var answer = await SendAsync(browser, step, ("phone/fxs2/name", "Nurse"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var at = html.IndexOf($"id=\"{field}-mistake\"", StringComparison.Ordinal);
        Assert.True(at > 0, html);
        Assert.Contains(told, html[at..Math.Min(html.Length, at + 600)], StringComparison.Ordinal);
        Assert.Equal(value, Assert.Single(FormFields.Of(html), sent => sent.Name == field).Value.Trim());
    }

    [Fact]
    public async Task Back_keeps_what_was_typed_also_when_it_is_wrong_and_another_browser_goes_on_with_it()
    {
        await using var web = await FreshAsync();

        var back = await SendAsync(web.Browser(), "lines", ("line/fxo1/number", "12"), ("line/fxo3/on", null), ("go", "back"));

        Assert.Equal("/welcome/place", back.Headers.Location!.OriginalString);
        var again = await TextAsync(web.Browser().GetAsync("/welcome/lines"));
        Assert.Contains("name=\"line/fxo1/number\" value=\"12\"", again, StringComparison.Ordinal);
        Assert.Matches("name=\"line/fxo2/on\" value=\"yes\" checked", again);
        Assert.DoesNotMatch("name=\"line/fxo3/on\" value=\"yes\" checked", again);
        await SendAsync(web.Browser(), "place", ("name", "Elm House"));
        Assert.Contains("action=\"/welcome/phones\"", await TextAsync(web.Browser().GetAsync("/welcome")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_country_starts_the_box_anew()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Haus Ulme"), ("country", "DE"), ("zone", "Europe/Berlin"), ("language", "de"));

        var review = await RawAsync(browser, "/welcome/review");
        Assert.Contains("The box starts anew for this", review, StringComparison.Ordinal);
        Assert.Contains("Willkommen bei Haus Ulme", review, StringComparison.Ordinal);
        var applied = await ApplyAsync(browser, review);

        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
        Assert.Contains("data-comes-back=\"/welcome/call\"", await applied.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("DE", web.Box.Site.Model.Country);
    }

    [Fact]
    public async Task A_site_that_was_prepared_is_changed_where_something_else_was_said_and_nowhere_else()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Site.Load(Clinic);
        var browser = web.Browser();

        Assert.Contains("Nothing changes", await TextAsync(browser.GetAsync("/welcome/review")), StringComparison.Ordinal);
        foreach (var step in Steps)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, step)).StatusCode);
        }

        Assert.Contains("Nothing changes", await TextAsync(browser.GetAsync("/welcome/review")), StringComparison.Ordinal);
        await SendAsync(browser, "place", ("name", "Elm House"));
        var review = await RawAsync(browser, "/welcome/review");
        Assert.Single(Removed().Matches(review));

        // Who applied something else in between is not overwritten.
        await web.Box.Site.ApplyAsync(Clinic + "\n# seen\n", new Switchhook.Web.Seams.SiteChange("Bob"), CancellationToken.None);
        var late = await ApplyAsync(browser, review);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Bob has applied version", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<li class=\"removed\">", RegexOptions.NonBacktracking)]
    private static partial Regex Removed();
}
