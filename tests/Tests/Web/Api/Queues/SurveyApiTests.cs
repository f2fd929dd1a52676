using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site.Surveys;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Queues;

/// <summary>Answers to surveys: of a call, in reports and on pages.</summary>
public sealed class SurveyApiTests
{
    private const string Hour = "from=2026-11-23T08:00:00Z&to=2026-11-23T09:00:00Z";

    [Fact]
    public async Task A_report_has_each_survey_as_a_whole_by_queue_and_by_agent()
    {
        await using var web = await StartAsync();

        var items = Items(await web.Program().JsonAsync($"/api/v1/reports/surveys?{Hour}"));

        Assert.Equal(
            ["after-call  ", "after-call desk ", "after-call  ana", "after-call  bo"],
            items.Select(item => $"{item.Text("survey")} {item.Text("queue")} {item.Text("agent")}"));
        string[] figures = ["surveyAsked", "surveyAnswered", "surveyResponse"];
        Assert.Equal(["3", "2"], figures.Take(2).Select(name => Value(items[0], name)));
        Assert.Equal(["1", "0", "0"], figures.Select(name => Value(items[3], name)));

        // The questions stand in the order of the site file, with the keys that nobody pressed.
        var questions = items[2].GetProperty("questions").EnumerateArray().ToList();
        Assert.Equal(["helpful", "again"], questions.Select(question => question.Text("name")));
        string[] ofQuestion = ["questionAnswers", "questionMean", "questionTopBox"];
        Assert.Equal(["2", "2", "0.5"], ofQuestion.Select(name => Value(questions[0], name)));
        Assert.Equal(["1", "2", ""], ofQuestion.Select(name => Value(questions[1], name) ?? ""));
        Assert.Equal(
            ["1 bad 1", "2  0", "3 good 1"],
            questions[0].GetProperty("keys").EnumerateArray().Select(key => $"{key.Text("key")} {key.Text("words")} {key.Text("count")}"));
        Assert.Equal("answered a survey / asked in a survey", items[0].GetProperty("figures")[2].Text("formula"));
    }

    [Fact]
    public async Task A_report_is_written_as_csv()
    {
        await using var web = await StartAsync();

        var text = await web.Program().GetStringAsync($"/api/v1/reports/surveys?{Hour}&format=csv&survey=after-call");

        var lines = text.Split("\r\n");
        Assert.Equal("survey,queue,agent,from,to,question,figure,label,value,unit,formula,version", lines[0]);
        const string Period = "2026-11-23T08:00:00.000Z,2026-11-23T09:00:00.000Z";
        Assert.Equal(
            $"after-call,,,{Period},,surveyAsked,Asked in a survey,3,count,"
            + "callers who were asked the questions of the survey in the period,2",
            lines[1]);
        Assert.Contains($"after-call,,ana,{Period},helpful,key 3,good,1,count,,", lines);
    }

    [Theory]
    [InlineData("survey=nothing", "survey")]
    [InlineData("from=yesterday", "from")]
    [InlineData("format=pdf", "format")]
    public async Task Wrong_input_is_answered_with_place_and_cure(string query, string place)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1/reports/surveys?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(place, Assert.Single((await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray()).Text("place"));
    }

    [Fact]
    public async Task A_call_tells_its_answers()
    {
        await using var web = await StartAsync();

        var call = await web.Program().JsonAsync("/api/v1/calls/call-1");

        var survey = Assert.Single(call.GetProperty("surveys").EnumerateArray());
        Assert.Equal(("after-call", "desk", "ana"), (survey.Text("survey"), survey.Text("queue"), survey.Text("agent")));
        Assert.Equal(
            ["helpful 3 good", "again 2 "],
            survey.GetProperty("answers").EnumerateArray().Select(one => $"{one.Text("question")} {one.Text("key")} {one.Text("words")}"));
        var story = await TextAsync(web, "/calls/call-1");
        Assert.Contains("question helpful: the caller answers 3 (good).", story, StringComparison.Ordinal);
        Assert.Contains("<dt>after-call, helpful</dt><dd>3, good</dd>", Tight(story), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/queues/desk", "<dd>66.7 %</dd>")]
    [InlineData("/agents/ana", "<dd>100 %</dd>")]
    public async Task Pages_of_queue_and_agent_show_the_answers_of_the_day(string page, string response)
    {
        await using var web = await StartAsync();

        var html = await TextAsync(web, page);

        Assert.Contains("<h3>Survey after-call</h3>", html, StringComparison.Ordinal);
        Assert.Contains($"<dt>Response rate</dt>{response}", html, StringComparison.Ordinal);
        Assert.Contains("<td>2.00</td><td>50 %</td><td>1 (bad): 1, 2: 0, 3 (good): 1</td>", Tight(html), StringComparison.Ordinal);
    }

    private static string Tight(string html) => string.Concat(html.Split('\n').Select(line => line.Trim()));

    private static async Task<string> TextAsync(TestWeb web, string page)
    {
        var answer = await web.Browser().GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        var survey = new SurveyConfig(
            "after-call",
            [
                new("helpful", "how", [new('1', "bad"), new('2', null), new('3', "good")]),
                new("again", "again", [new('1', "yes"), new('2', null)]),
            ]);
        web.Box.Site.Model = web.Box.Site.Model with
        {
            Surveys = ImmutableSortedDictionary<string, SurveyConfig>.Empty.Add("after-call", survey),
        };
        web.Box.PlayMorning();
        Ask(web.Box, 1, "ana", ("helpful", '3', "good", '3'), ("again", '2', null, null));
        Ask(web.Box, 2, "bo");
        Ask(web.Box, 3, "ana", ("helpful", '1', "bad", '3'));
        return web;
    }

    private static void Ask(
        FakeBox box, int number, string agent, params (string Question, char Key, string? Meaning, char? Best)[] answers)
    {
        var call = new CallId($"call-{number}");
        box.Write(new SurveyAsked(call, $"{call}-survey-1", "after-call", "desk", agent));
        foreach (var (question, key, meaning, best) in answers)
        {
            box.Write(new SurveyAnswered(call, $"{call}-survey-1", "after-call", question, key, "desk", agent)
            {
                Meaning = meaning,
                Best = best,
            });
        }
    }

    private static List<JsonElement> Items(JsonElement report) => [.. report.GetProperty("items").EnumerateArray()];

    private static string? Value(JsonElement item, string figure) =>
        item.GetProperty("figures").EnumerateArray().Single(one => one.Text("name") == figure).Text("value");
}
