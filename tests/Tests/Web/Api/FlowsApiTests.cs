using System.Net;
using System.Text;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Trial;
using Switchhook.Hardware.Yaml;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Steps;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Advice;
using Switchhook.Web.Api;
using Switchhook.Web.FlowPictures;

namespace Switchhook.Tests.Web.Api;

/// <summary>Flows and callers on paper over the API.</summary>
public sealed class FlowsApiTests
{
    private const string Flows = """
          day:
            - look-up: {in: customers, found: [{ring: desk}], missing: sales, failed: sales}
            - play: sorry
          sales: [{queue: sales}, {play: sorry}]
        """;

    private const string Tables = """

        tables:
          customers: {url: "http://192.0.2.9/{key}", values: [name]}
        """;

    [Fact]
    public async Task Flows_are_told_with_their_steps()
    {
        await using var web = await StartAsync();

        var flows = (await web.Program().JsonAsync("/api/v1/flows")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["day", "sales"], flows.Select(flow => flow.Text("name")));
        Assert.Equal("line main-1 (+13125550100)", flows[0].GetProperty("callers")[0].ToString());
        var step = flows[0].GetProperty("steps")[0];
        Assert.Equal(("1", "Look up the caller in customers"), (step.Text("path"), step.Text("title")));
        Assert.Equal(
            ["found  1/found/1", "missing sales ", "failed sales "],
            step.GetProperty("branches").EnumerateArray().Select(branch => $"{branch.Text("when")} {branch.Text("flow")} "
                + string.Join(",", branch.GetProperty("steps").EnumerateArray().Select(inner => inner.Text("path")))));
        var sales = await web.Program().JsonAsync("/api/v1/flows/sales");
        Assert.Equal("day", sales.GetProperty("before")[0].ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/flows/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("""{"number": "+13125550142", "at": "2026-12-24T16:05", "unanswered": true}""")]
    [InlineData("""{"text": "+13125550142 at 2026-12-24T16:05 unanswered"}""")]
    public async Task A_caller_in_fields_or_in_a_text_goes_the_same_way(string body)
    {
        await using var web = await StartAsync();

        var way = await (await TryAsync(web, body)).JsonAsync();

        Assert.Equal("+13125550142 calls on main-1, Thu 24 Dec 2026 16:05", way.Text("caller"));
        Assert.Equal("day", way.Text("flow"));
        Assert.Equal(
            ["day 1", "day 1/found", "day 1/found/1", "day 2"],
            way.GetProperty("passed").EnumerateArray().Select(place => $"{place.Text("flow")} {place.Text("path")}"));
        var lines = way.GetProperty("lines").EnumerateArray().Select(line => $"{line.Text("kind")}: {line.Text("words")}").ToList();
        Assert.Contains("step: Table customers knows name. Found: (ring desk).", lines);
        Assert.Contains("heard: Sorry.", lines);
        Assert.Equal("outcome: The call is over: Flow day has no more steps.", lines[^1]);
    }

    [Theory]
    [InlineData("""{"number": "12a", "keys": "x", "at": "never"}""", "number at keys")]
    [InlineData("""{"text": "at 0001-01-01"}""", "text")]
    [InlineData("""{"text": "night", "keys": "1"}""", "text")]
    [InlineData("""{"digits": "1"}""", "digits")]
    public async Task What_is_wrong_is_told_with_place_and_cure(string body, string places)
    {
        await using var web = await StartAsync();

        var answer = await TryAsync(web, body);
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var mistakes = problem.GetProperty("mistakes").EnumerateArray().ToList();
        Assert.Equal(places, string.Join(' ', mistakes.Select(mistake => mistake.Text("place"))));
        Assert.All(mistakes, mistake => Assert.NotEmpty(mistake.Text("cure")!));
    }

    [Fact]
    public async Task A_table_that_never_answers_holds_nobody_longer_than_half_a_minute_and_few_at_once()
    {
        await using var web = await StartAsync();
        web.Box.LookUps.Answer = null;
        var trials = web.Service<CallerTrials>();
        var site = web.Box.Site.Model;
        var request = new TrialRequest { Number = "+13125550142" };
        var going = Enumerable.Range(0, CallerTrials.MostAtOnce).Select(_ => trials.RunAsync(site, request, default)).ToList();

        var refused = await TryAsync(web, "{}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("5", refused.Headers.RetryAfter!.ToString());

        ((ManualTimeProvider)web.Box.Time).Advance(CallerTrials.Longest);
        foreach (var one in going)
        {
            await Assert.ThrowsAsync<CalculationRefusedException>(() => one);
        }

        // Those places are free again.
        web.Box.LookUps.Answer = new LookUpAnswer.Missing();
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(web, "{}")).StatusCode);
    }

    [Fact]
    public void A_mistake_of_a_site_file_carries_its_picture()
    {
        var mistake = new Mistake("site.yaml", 1, 1, "Callers go in a circle.", "End it.", Severity.Error) { Picture = "a → b\nb → a" };
        Assert.Equal("a → b\nb → a", SiteApi.OfSite(mistake).Picture);
    }

    private static Task<HttpResponseMessage> TryAsync(TestWeb web, string body) => web.Program().PostAsync(
        "/api/v1/flows/try", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.LookUps.Answer = new LookUpAnswer.Found(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Ann Clark" });
        web.Box.Site.Model = FlowBox.Read(FlowTexts.With(Flows) + Tables);
        return web;
    }
}
