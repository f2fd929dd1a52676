using System.Net;
using System.Text.RegularExpressions;
using Switchhook.Calls.Journal;
using Switchhook.Tests.Flows.Steps;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Pages;

/// <summary>The flows as pictures, and a caller who is taken through them. It is Monday, 23 November 2026, 02:00 in Chicago.</summary>
public sealed partial class FlowPageTests
{
    private const string Flows = """
          day:
            - hours: {name: office, closed: [{play: sorry}, hang-up]}
            - menu: {prompt: main, keys: {1: sales, 2: [{ring: desk}]}, else: sales}
            - play: sorry
          sales: [{queue: sales}, {play: sorry}]
          spare: [hang-up]
        """;

    [Fact]
    public async Task Each_flow_is_a_picture_with_names_texts_and_where_its_branches_lead()
    {
        await using var web = await StartAsync();

        var html = await ReadAsync(web, "/flows");

        Assert.Contains("href=\"/flows\" aria-current=\"page\"", html, StringComparison.Ordinal);
        var day = FlowOf(html, "day");
        Assert.Contains("line main-1 (+13125550100)", day, StringComparison.Ordinal);
        Assert.Contains("“For sales press one.”", day, StringComparison.Ordinal);
        Assert.Contains("Front desk (101), Nurse (102) · ring all, 10 s, 1 round", day, StringComparison.Ordinal);
        Assert.Contains(
            "<span class=\"when\">key 1</span><a class=\"flow-link\" href=\"#flow-sales\">→ sales</a>", day, StringComparison.Ordinal);
        Assert.Contains("id=\"step-day-2/2/1\"", day, StringComparison.Ordinal);
        Assert.Contains("href=\"#flow-day\">day</a>", FlowOf(html, "sales"), StringComparison.Ordinal);
        Assert.Contains("Ana, Bo", FlowOf(html, "sales"), StringComparison.Ordinal);
        Assert.Contains("Nobody comes here.", FlowOf(html, "spare"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"taken\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_goes_his_way_in_the_story_and_in_the_picture()
    {
        await using var web = await StartAsync();

        var html = await ReadAsync(
            web, "/flows?number=%2B1+312+555-0199&line=main-1&at=2026-11-24T10%3A00&keys=9+2&unanswered=on&try=yes");

        Assert.Contains("+13125550199 calls on main-1, Tue 24 Nov 2026 10:00.", html, StringComparison.Ordinal);
        Assert.Equal(
            ["The call goes through flow day.", "Hours office are open: until 17:00. Open: next step.", "Asks menu main (1 of 3)."],
            StoryLine().Matches(html).Take(3).Select(line => line.Groups["words"].Value));
        Assert.Contains("Nobody answers.", html, StringComparison.Ordinal);
        var day = FlowOf(html, "day");
        Assert.Equal(
            ["1 step-day-1", "2 step-day-2", "3 step-day-2/2/1", "4 step-day-3"],
            Taken().Matches(day).Select(step => $"{step.Groups["number"].Value} {step.Groups["id"].Value}"));
        Assert.Contains("<li class=\"taken\"><span class=\"when\">key 2</span>", day, StringComparison.Ordinal);
        Assert.Contains("<li><span class=\"when\">key 1</span>", day, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"taken\"", FlowOf(html, "sales"), StringComparison.Ordinal);

        // The form keeps what was asked, so that one thing can be changed.
        Assert.Contains("value=\"2026-11-24T10:00\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"9 2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_say_nothing_are_ticked_too()
    {
        await using var web = await StartAsync();

        var html = await ReadAsync(web, "/flows?at=2026-11-24T22%3A00&try=yes");

        Assert.Equal(
            ["1 step-day-1", "2 step-day-1/closed/1", " step-day-1/closed/2"],
            Taken().Matches(FlowOf(html, "day")).Select(step => $"{step.Groups["number"].Value} {step.Groups["id"].Value}"));
    }

    [Theory]
    [InlineData("number=12a", "number", "That is no telephone number.")]
    [InlineData("line=main-9", "line", "There is no line or trunk of that name. Write one of main-1")]
    [InlineData("at=tomorrow", "at", "There is no such moment.")]
    [InlineData("at=0001-01-01T00%3A00", "at", "There is no such moment.")]
    [InlineData("keys=2+night", "keys", "These are no keys of a telephone, or too many.")]
    public async Task A_mistake_is_told_at_its_field(string query, string field, string words)
    {
        await using var web = await StartAsync();

        var answer = await web.Browser().GetAsync($"/flows?{query}&try=yes");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"id=\"{field}-mistake\" role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains($"<span>{words}", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"way\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_begins_with_now_where_the_site_is()
    {
        await using var web = await StartAsync();

        Assert.Contains("value=\"2026-11-23T02:00\"", await ReadAsync(web, "/flows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_of_a_call_leads_to_the_step()
    {
        await using var web = await StartAsync();
        var call = web.Box.Ring();
        web.Box.Write(new StepTaken(call, "flow", "Asks menu main (1 of 3).") { Flow = "day", Path = "2" });
        web.Box.Write(new StepTaken(call, "ring", "Rings group desk."));

        var html = await ReadAsync(web, $"/calls/{call}");

        Assert.Contains("href=\"/flows#step-day-2\"", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "href=\"/flows#", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("id=\"step-day-2\"", await ReadAsync(web, "/flows"), StringComparison.Ordinal);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.Site.Model = FlowBox.Read(FlowTexts.With(Flows));
        return web;
    }

    // Without the breaks between elements, and with the signs that are written as numbers.
    private static async Task<string> ReadAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, html);
        return WebUtility.HtmlDecode(string.Concat(html.Split('\n').Select(line => line.Trim())));
    }

    private static string FlowOf(string html, string flow)
    {
        var from = html.IndexOf($"id=\"flow-{flow}\"", StringComparison.Ordinal);
        Assert.True(from >= 0, $"no flow {flow} in {html}");
        return html[from..html.IndexOf("</section>", from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<li class=\"taken\" id=\"(?<id>[^\"]+)\"><span class=\"mark\">(?<number>[^<]*)</span>", RegexOptions.None, 1000)]
    private static partial Regex Taken();

    [GeneratedRegex("<li class=\"step\"><span class=\"mark\">[^<]*</span><span>(?<words>[^<]+)</span>", RegexOptions.None, 1000)]
    private static partial Regex StoryLine();
}
