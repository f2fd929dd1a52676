using System.Net;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Editing;

/// <summary>The site file on the pages: looked at, reviewed, applied, rolled back.</summary>
public sealed class SiteTextTests
{
    private static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    private static readonly string Wrong = Demo.Replace("phones: [101, 102, 103]", "phones: [101, 102, 113]", StringComparison.Ordinal);

    private static readonly string Renamed = Demo.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal);

    [Fact]
    public async Task A_mistake_is_told_with_its_line_and_cure_while_one_types_and_nothing_is_applied()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        var token = Browser.TokenOf(await TextAsync(browser.GetAsync("/site")));

        var request = Browser.Form("/site/check", ("__RequestVerificationToken", token), ("text", Sent(Wrong)), ("base", "2"));
        var part = await TextAsync(browser.SendAsync(request, ("HX-Request", "true"), ("Sec-Fetch-Site", "same-origin")));
        var line = Array.FindIndex(Wrong.Split('\n'), one => one.Contains("113", StringComparison.Ordinal)) + 1;
        Assert.Contains($"Line {line}, column 24", part, StringComparison.Ordinal);
        Assert.Contains("phones: [101, 102, 113]", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);

        // Without script the button "Check" gives the whole page, with the text as it was sent.
        var page = await TextAsync(browser.PostAsync(
            "/site/check", ("__RequestVerificationToken", token), ("text", Sent(Wrong)), ("base", "2")));
        Assert.Contains($"Line {line}, column 24", page, StringComparison.Ordinal);
        Assert.Contains("phones: [101, 102, 113]\n    strategy", page, StringComparison.Ordinal);
        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_review_tells_words_and_lines_and_a_wrong_file_cannot_be_applied()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();

        var review = await TextAsync(SubmitAsync(browser, "/site/review", Renamed, 2));
        Assert.Contains("Phone 102: name Nurse → Ward", review, StringComparison.Ordinal);
        Assert.Contains("+   102: {port: fxs2, name: Ward", review, StringComparison.Ordinal);
        Assert.Contains(">Apply</button>", review, StringComparison.Ordinal);

        Assert.DoesNotContain(
            ">Apply</button>", await TextAsync(SubmitAsync(browser, "/site/review", Wrong, 2)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SubmitAsync(browser, "/site/apply", Wrong, 2)).StatusCode);
        var restart = Demo.Replace("country: US", "country: CA", StringComparison.Ordinal);
        var told = await TextAsync(SubmitAsync(browser, "/site/review", restart, 2));
        Assert.DoesNotContain(">Apply</button>", told, StringComparison.Ordinal);
        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_version_keeps_who_and_why_and_line_ends_as_they_are()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();

        var answer = await SubmitAsync(browser, "/site/apply", Renamed, 2, ("note", "  new sign at the door "));

        Assert.Equal("/site/history?done=3", answer.Headers.Location!.OriginalString);
        Assert.Equal(Renamed, await web.Program().GetStringAsync("/api/v1/site"));
        var history = await TextAsync(browser.GetAsync("/site/history?done=3"));
        Assert.Contains("<strong>new sign at the door</strong>", history, StringComparison.Ordinal);
        Assert.Contains("Version 3 is in force.", history, StringComparison.Ordinal);
        var longer = await SubmitAsync(browser, "/site/apply", Demo, 3, ("note", new string('x', 501)));
        Assert.Equal(HttpStatusCode.Conflict, longer.StatusCode);
        Assert.Equal(Renamed, await TextAsync(browser.GetAsync("/site/history/3/site.yaml")));
    }

    [Fact]
    public async Task Who_was_overtaken_sees_what_the_other_changed_and_overwrites_nothing()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        await SubmitAsync(browser, "/site/apply", Renamed, 2);

        var late = await SubmitAsync(
            browser, "/site/apply", Demo.Replace("name: Doctor", "name: Dr. Lee", StringComparison.Ordinal), 2, ("note", "mine"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await TextAsync(Task.FromResult(late));
        Assert.Contains("has applied version 3 since you began with version 2", page, StringComparison.Ordinal);
        Assert.Contains("+   102: {port: fxs2, name: Ward", page, StringComparison.Ordinal);
        Assert.Contains("-   102: {port: fxs2, name: Ward", page, StringComparison.Ordinal);
        Assert.Contains("value=\"mine\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"base\" value=\"3\"", page, StringComparison.Ordinal);
        Assert.Equal(Renamed, await web.Program().GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_roll_back_is_reviewed_and_becomes_a_new_version()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        await SubmitAsync(browser, "/site/apply", Renamed, 2);

        var review = await TextAsync(browser.GetAsync("/site/history/2/roll-back"));
        Assert.Contains("Phone 102: name Ward → Nurse", review, StringComparison.Ordinal);
        Assert.Contains("value=\"Back to version 2\"", review, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SubmitAsync(browser, "/site/apply", Demo, 3)).StatusCode);

        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
        var compared = await TextAsync(browser.GetAsync("/site/history/compare?from=2&to=3"));
        Assert.Contains("Phone 102: name Nurse → Ward", compared, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/site/history/9/roll-back")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/site/history/compare?from=1&to=9")).StatusCode);
    }

    [Fact]
    public async Task A_large_file_fits_and_a_larger_one_is_refused()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        var large = Demo + string.Concat(Enumerable.Repeat("# 请注意这一行\n", 35_000));

        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(browser, "/site/review", large, 2)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await SubmitAsync(browser, "/site/review", new string('x', 1_100_000), 2)).StatusCode);
    }

    internal static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.Site.Load(Demo);
        return web;
    }

    internal static async Task<string> TextAsync(Task<HttpResponseMessage> answer) =>
        WebUtility.HtmlDecode(await (await answer).Content.ReadAsStringAsync());

    private static Task<HttpResponseMessage> SubmitAsync(
        Browser browser, string action, string text, int seen, params (string Name, string Value)[] more) =>
        browser.SubmitAsync("/site", action, [("text", Sent(text)), ("base", $"{seen}"), .. more]);

    // As browsers send the lines of a field.
    private static string Sent(string text) => text.ReplaceLineEndings("\r\n");
}
