using System.Net;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Api.Advice;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Pages;

/// <summary>The pages of advice.</summary>
public sealed class AdvicePageTests
{
    [Fact]
    public async Task The_page_shows_the_week_with_calls_error_and_agents_as_the_api_tells_them()
    {
        await using var web = await AdviceScene.StartAsync();
        var (calls, agents) = await ToldAsync(web);

        var html = await ReadAsync(await web.Browser().GetAsync("/advice?queue=desk&weeks=8"));

        Assert.Contains($"<strong>{agents}</strong><span>{calls}±", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">10:00</th>", html, StringComparison.Ordinal);
        Assert.Contains("22 callers from 23 Nov 2026 to 20 Dec 2026.", html, StringComparison.Ordinal);
        Assert.Contains("Monday 10:00–10:30, ", html, StringComparison.Ordinal);
        Assert.Contains("is the busiest hour", html, StringComparison.Ordinal);
        Assert.Contains("heard busy at the exchange", html, StringComparison.Ordinal);
        Assert.Contains("/advice/shadow?group=reception", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/advice\" aria-current=\"page\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_on_the_page_and_keeps_what_was_asked()
    {
        await using var web = await AdviceScene.StartAsync();

        var answer = await web.Browser().SubmitAsync(
            "/advice", "/advice/what-if", ("queue", "desk"), ("change", "agent"), ("from", "10:00"), ("to", "10:45"));

        var html = await ReadAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("With one more agent for desk from 10:00 to 10:45", html, StringComparison.Ordinal);
        Assert.Contains("22 callers on 4 days", html, StringComparison.Ordinal);
        Assert.Contains("value=\"10:45\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent", "from", "", HttpStatusCode.BadRequest, "hours and minutes")]
    [InlineData("agent", "from", "11:59", HttpStatusCode.BadRequest, "The hours end before they begin.")]
    [InlineData("wrap-up", "wrapUp", "9999", HttpStatusCode.BadRequest, "0 to 3600 seconds")]
    [InlineData("strategy", "strategy", "<script>", HttpStatusCode.BadRequest, "There is no strategy of that name.")]
    public async Task A_wrong_question_is_told_on_the_page(string change, string field, string value, HttpStatusCode status, string words)
    {
        await using var web = await AdviceScene.StartAsync();

        var answer = await web.Browser().SubmitAsync(
            "/advice", "/advice/what-if", ("queue", "desk"), ("change", change), ("to", "11:00"), (field, value));

        var html = await ReadAsync(answer);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_asks_nothing()
    {
        await using var web = await AdviceScene.StartAsync();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await web.Browser().PostAsync("/advice/what-if", ("queue", "desk"), ("change", "wrap-up"), ("wrapUp", "0"))).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_box_without_queues_offers_its_hunt_groups()
    {
        await using var web = await TestWeb.StartAsync();

        var html = await ReadAsync(await web.Browser().GetAsync("/advice"));

        Assert.Contains("No call came by a line", html, StringComparison.Ordinal);
        Assert.Contains("/advice/shadow?group=reception", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What if?", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/advice?queue=nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/advice?weeks=99", HttpStatusCode.BadRequest)]
    [InlineData("/advice/shadow", HttpStatusCode.NotFound)]
    [InlineData("/advice/shadow?group=nobody", HttpStatusCode.NotFound)]
    [InlineData("/advice/switch", HttpStatusCode.NotFound)]
    [InlineData("/advice/switch?queue=nowhere", HttpStatusCode.NotFound)]
    public async Task Wrong_addresses_are_told_in_words(string path, HttpStatusCode status)
    {
        await using var web = await AdviceScene.StartAsync();

        var answer = await web.Browser().GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_compared_with_the_queue_day_by_day()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.PlayGroup();

        var html = await ReadAsync(await web.Browser().GetAsync("/advice/shadow?group=reception"));

        Assert.Contains("<th scope=\"row\">Mon 23 Nov</th>", html, StringComparison.Ordinal);
        Assert.Contains("1 of 2 callers gave up or found nobody", html, StringComparison.Ordinal);
        Assert.Contains("/advice/switch?group=reception", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_is_shown_first_and_then_put_in_force()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Site.Load(RepositoryFiles.Get("sites/demo/site.yaml").Text);
        const string Page = "/advice/switch?group=reception";

        var html = await ReadAsync(await web.Browser().GetAsync(Page));
        Assert.Contains("<li class=\"removed\">-     - ring: reception</li>", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"added\">+     - queue: reception</li>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#~", await web.Program().GetStringAsync("/api/v1/site"), StringComparison.Ordinal);

        var late = await web.Browser().SubmitAsync(Page, "/advice/switch", ("group", "reception"), ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.DoesNotContain("#~", await web.Program().GetStringAsync("/api/v1/site"), StringComparison.Ordinal);

        var done = await web.Browser().SubmitAsync(Page, "/advice/switch", ("group", "reception"), ("version", "2"));
        Assert.Contains("reception is a queue now, by version 3", await ReadAsync(done), StringComparison.Ordinal);
        Assert.Contains("#~   reception:", await web.Program().GetStringAsync("/api/v1/site"), StringComparison.Ordinal);
    }

    private static async Task<(string Calls, string Agents)> ToldAsync(TestWeb web)
    {
        var slot = (await Api.ApiReader.JsonAsync(web.Program(), "/api/v1/advice/agents?queue=desk&weeks=8")).GetProperty("slots")[0];
        return (
            slot.GetProperty("calls").GetDouble().ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
            slot.GetProperty("agents").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
