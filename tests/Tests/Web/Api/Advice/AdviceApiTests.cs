using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Advice;
using static Switchhook.Tests.Web.Api.Advice.AdviceScene;

namespace Switchhook.Tests.Web.Api.Advice;

/// <summary>Advice over the API, from four weeks of journal. What is expected is counted here by hand.</summary>
public sealed class AdviceApiTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Of the Mondays, counted back from the Sunday before: 3, 2, 1 and 0 whole weeks ago.
    private static readonly double[] Weights = [.. Twos.Select((_, index) => Math.Pow(0.5, (3 - index) / 4.0))];

    private static readonly double Expected = Twos.Select((twos, index) => 2 * twos * Weights[index]).Sum() / Weights.Sum();

    [Fact]
    public async Task A_forecast_tells_calls_and_past_errors_of_each_half_hour()
    {
        await using var web = await StartAsync();

        var forecast = await web.Program().JsonAsync("/api/v1/advice/forecast?queue=desk&weeks=8");

        Assert.Equal(("desk", "22"), (forecast.Text("queue"), forecast.Text("calls")));
        Assert.Equal(("2026-11-23", "2026-12-20"), (forecast.Text("from"), forecast.Text("to")));
        Assert.Contains("weekday", forecast.Text("rule"), StringComparison.Ordinal);
        var slot = Assert.Single(forecast.GetProperty("slots").EnumerateArray());
        Assert.Equal(("monday", "10:00"), (slot.Text("day"), slot.Text("start")));
        Assert.Equal(Expected, slot.GetProperty("calls").GetDouble(), 9);

        // Each Monday from the other three, and how far that was off.
        var misses = Enumerable.Range(0, 4).Select(left =>
        {
            var others = Enumerable.Range(0, 4).Where(index => index != left).ToList();
            return (2 * Twos[left]) - (others.Sum(index => 2 * Twos[index] * Weights[index]) / others.Sum(index => Weights[index]));
        }).ToList();
        Assert.Equal(misses.Average(Math.Abs), slot.GetProperty("meanAbsoluteError").GetDouble(), 9);
        Assert.Equal(misses.Average(Math.Abs), forecast.GetProperty("meanAbsoluteError").GetDouble(), 9);
        var first = slot.GetProperty("past")[0];
        Assert.Equal(("2026-11-23", "4"), (first.Text("day"), first.Text("actual")));
        Assert.Equal(misses[0] / (4 - misses[0]), first.GetProperty("error").GetDouble(), 9);
    }

    [Fact]
    public async Task Days_that_are_left_out_tell_nothing()
    {
        await using var web = await StartAsync();

        var forecast = await web.Program().JsonAsync(
            "/api/v1/advice/forecast?queue=desk&leaveOut=2026-11-23,2026-11-30,2026-12-07");

        Assert.Equal("8", Assert.Single(forecast.GetProperty("slots").EnumerateArray()).Text("calls"));
    }

    [Theory]
    [InlineData("", 0.8, 15, 180)]
    [InlineData("&share=0.95&within=5&handleTime=600", 0.95, 5, 600)]
    public async Task Agents_needed_reach_the_target_and_one_fewer_does_not(string query, double share, int within, int handleTime)
    {
        await using var web = await StartAsync();

        var advice = await web.Program().JsonAsync($"/api/v1/advice/agents?queue=desk{query}");

        Assert.Equal((share, within), (advice.GetProperty("share").GetDouble(), advice.GetProperty("within").GetInt32()));
        Assert.Equal(handleTime, advice.GetProperty("handleTime").GetDouble());
        Assert.Equal(JsonValueKind.Null, advice.GetProperty("patience").ValueKind);
        var slot = Assert.Single(advice.GetProperty("slots").EnumerateArray());
        var (agents, load) = (slot.GetProperty("agents").GetInt32(), Expected * handleTime / 1800);
        Assert.True(InTime(load, agents, within, handleTime) >= share);
        Assert.True(InTime(load, agents - 1, within, handleTime) < share);
        var options = slot.GetProperty("options").EnumerateArray().ToList();
        Assert.Contains(options, option => option.GetProperty("agents").GetInt32() == agents);
        Assert.All(options, option => Assert.Equal(
            InTime(load, option.GetProperty("agents").GetInt32(), within, handleTime), option.GetProperty("serviceLevel").GetDouble(), 9));
        Assert.StartsWith("Monday 10:00–10:30, ", slot.Text("sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_for_half_hours_is_written_as_csv()
    {
        await using var web = await StartAsync();
        var program = web.Program();
        var agents = (await program.JsonAsync("/api/v1/advice/agents?queue=desk")).GetProperty("slots")[0];

        var forecast = (await program.GetStringAsync("/api/v1/advice/forecast?queue=desk&format=csv")).Split("\r\n");
        program.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        var answer = await program.GetAsync("/api/v1/advice/agents?queue=desk");
        var table = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("queue,day,start,calls,meanAbsoluteError", forecast[0]);
        var calls = FormattableString.Invariant($"{Math.Round(Expected, 6)}");
        Assert.StartsWith($"desk,monday,10:00,{calls},", forecast[1], StringComparison.Ordinal);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith($",{agents.Text("agents")},,\"{agents.Text("sentence")}\"", table[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_calls_come_by_lines_the_advice_tells_who_would_hear_busy()
    {
        await using var web = await StartAsync();

        var slot = (await web.Program().JsonAsync("/api/v1/advice/agents?queue=desk")).GetProperty("slots")[0];

        // Two lines and two agents: nobody waits, and a third caller hears busy (Erlang B).
        var load = Expected * 180 / 1800;
        var two = slot.GetProperty("optionsOnLines").EnumerateArray().Single(option => option.Text("agents") == "2");
        Assert.Equal(load * load / 2 / (1 + load + (load * load / 2)), two.GetProperty("heardBusy").GetDouble(), 9);
    }

    [Fact]
    public async Task Lines_needed_are_told_by_the_busiest_hour_with_the_use_of_each_line()
    {
        await using var web = await StartAsync();

        var lines = await web.Program().JsonAsync("/api/v1/advice/lines?weeks=4&blocking=0.01");

        var (all, hours) = (Twos.Sum(), 4 * 3600.0);
        var load = all * (190 + 380) / hours;
        var advice = lines.GetProperty("advice");
        Assert.Equal(("monday", "10"), (advice.Text("day"), advice.Text("hour")));
        Assert.Equal(load, advice.GetProperty("erlangs").GetDouble(), 9);
        Assert.Equal(all * 190 / hours, advice.GetProperty("allBusy").GetDouble(), 9);
        var needed = advice.GetProperty("linesNeeded").GetInt32();
        Assert.True(Lost(load, needed) <= 0.01 && Lost(load, needed - 1) > 0.01);
        Assert.All(advice.GetProperty("options").EnumerateArray(), option => Assert.Equal(
            Lost(load, option.GetProperty("lines").GetInt32()), option.GetProperty("blocking").GetDouble(), 9));
        Assert.Contains("heard busy", lines.Text("caveat"), StringComparison.Ordinal);
        var uses = lines.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(
            [("main-1", all * 190.0, "11", "0"), ("main-2", all * 380.0, "11", "0")],
            uses.Select(use => (use.Text("line")!, use.GetProperty("busy").GetDouble(), use.Text("callers")!, use.Text("abandoned")!)));
        Assert.Equal(all * 190 / (28 * 86_400.0), uses[0].GetProperty("busyShare").GetDouble(), 9);
    }

    [Fact]
    public async Task One_more_agent_answers_the_second_of_the_two_at_once()
    {
        await using var web = await StartAsync();

        var answer = await AskAsync(web, new { queue = "desk", weeks = 4, oneMoreAgent = new { from = "10:00", to = "11:00" } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var result = await answer.JsonAsync();
        Assert.Equal(("4", "22"), (result.Text("days"), result.Text("calls")));
        Assert.Equal(0.5, result.GetProperty("before").GetProperty("serviceLevel").GetProperty("value").GetDouble(), 9);
        Assert.Equal(1, result.GetProperty("after").GetProperty("serviceLevel").GetProperty("value").GetDouble(), 9);
        Assert.Equal(0, result.GetProperty("after").GetProperty("speedOfAnswer").GetProperty("value").GetDouble(), 9);
        Assert.Equal("true", result.Text("isClear"), ignoreCase: true);
        Assert.StartsWith("With one more agent for desk from 10:00 to 11:00", result.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal("10:00", result.GetProperty("slots")[0].Text("start"));
    }

    [Theory]
    [InlineData("""{"queue": "desk", "wrapUp": 0}""")]
    [InlineData("""{"queue": "desk", "strategy": "ring-all"}""")]
    public async Task Other_changes_are_played_too(string question)
    {
        await using var web = await StartAsync();

        var answer = await PostAsync(web, "/api/v1/advice/what-if", question);

        Assert.Equal("22", (await answer.JsonAsync()).Text("calls"));
    }

    [Fact]
    public async Task A_group_is_shown_as_the_queue_that_it_would_be()
    {
        await using var web = await StartAsync();
        web.Box.PlayGroup();

        var report = await web.Program().JsonAsync("/api/v1/groups/reception/shadow?days=1");

        Assert.Equal("2026-12-21", Assert.Single(report.GetProperty("days").EnumerateArray()).Text("day"));
        Assert.Equal(("2", "1", "0.5"), (report.Text("was", "callers"), report.Text("was", "lost"), report.Text("was", "serviceLevel")));
        Assert.Equal(("5", "60"), (report.Text("was", "meanWait"), report.Text("was", "longestWait")));
        Assert.Equal("2", report.Text("would", "callers"));
        Assert.NotEmpty(report.GetProperty("limits").EnumerateArray());
    }

    [Fact]
    public async Task The_shadow_of_too_few_days_has_no_callers()
    {
        await using var web = await StartAsync();
        web.Box.PlayGroup();
        ((Switchhook.Testing.ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromDays(3));

        Assert.Equal(HttpStatusCode.BadRequest, (await web.Program().GetAsync("/api/v1/groups/reception/shadow?days=2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await web.Program().GetAsync("/api/v1/groups/reception/shadow?days=3")).StatusCode);
    }

    [Fact]
    public async Task A_second_long_calculation_is_refused_while_one_goes_on()
    {
        await using var web = await StartAsync();
        web.Box.PlayGroup();
        using var end = new CancellationTokenSource();
        var first = web.Service<LongCalculation>().RunAsync(stop => stop.WaitHandle.WaitOne(Limit), end.Token);

        var (shadow, change) = (
            await web.Program().GetAsync("/api/v1/groups/reception/shadow", CancellationToken.None),
            await AskAsync(web, new { queue = "desk", wrapUp = 0 }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, shadow.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, change.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), change.Headers.RetryAfter!.Delta);
        Assert.Contains("one at a time", (await change.JsonAsync()).Text("title"), StringComparison.Ordinal);
        await end.CancelAsync();
        Assert.True(await first.WaitAsync(Limit, CancellationToken.None));
        var next = await web.Program().GetAsync("/api/v1/groups/reception/shadow", CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("advice/forecast", "queue")]
    [InlineData("advice/forecast?queue=nowhere", "queue")]
    [InlineData("advice/forecast?queue=desk&weeks=54", "weeks")]
    [InlineData("advice/forecast?queue=desk&weeks=0", "weeks")]
    [InlineData("advice/forecast?queue=desk&leaveOut=christmas", "leaveOut")]
    [InlineData("advice/forecast?queue=desk&format=pdf", "format")]
    [InlineData("advice/agents?queue=desk&share=80", "share")]
    [InlineData("advice/agents?queue=desk&share=1", "share")]
    [InlineData("advice/agents?queue=desk&within=-1", "within")]
    [InlineData("advice/agents?queue=desk&handleTime=0", "handleTime")]
    [InlineData("advice/lines?blocking=0", "blocking")]
    [InlineData("advice/lines?weeks=some", "weeks")]
    [InlineData("groups/reception/shadow?days=57", "days")]
    [InlineData("groups/reception/shadow", "days")]
    public async Task Wrong_input_is_answered_with_place_and_cure(string query, string place)
    {
        await using var web = await StartAsync();

        await AssertWrongAsync(await web.Program().GetAsync($"/api/v1/{query}"), place);
    }

    [Theory]
    [InlineData("""{"queue": "nowhere", "wrapUp": 5}""", "queue")]
    [InlineData("""{"queue": "desk"}""", "body")]
    [InlineData("""{"queue": "desk", "wrapUp": 5, "strategy": "random"}""", "body")]
    [InlineData("""{"queue": "desk", "wrapUp": 3601}""", "wrapUp")]
    [InlineData("""{"queue": "desk", "strategy": "loudest"}""", "strategy")]
    [InlineData("""{"queue": "desk", "weeks": 15, "wrapUp": 5}""", "weeks")]
    [InlineData("""{"queue": "desk", "oneMoreAgent": {"from": "12:00", "to": "12:00"}}""", "oneMoreAgent")]
    [InlineData("""{"queue": "desk", "oneMoreAgent": {"from": "noon", "to": "12:00"}}""", "oneMoreAgent.from")]
    [InlineData("""{"queue": "sales", "unknown": 5}""", "unknown")]
    public async Task A_wrong_question_is_answered_with_place_and_cure(string question, string place)
    {
        await using var web = await StartAsync();

        await AssertWrongAsync(await PostAsync(web, "/api/v1/advice/what-if", question), place);
    }

    [Fact]
    public async Task Without_a_past_there_is_no_advice_and_no_fault()
    {
        await using var web = await TestWeb.StartAsync();
        Queues.QueueScene.AddQueues(web.Box);
        var program = web.Program();

        Assert.Empty((await program.JsonAsync("/api/v1/advice/forecast?queue=desk")).GetProperty("slots").EnumerateArray());
        var agents = await program.JsonAsync("/api/v1/advice/agents?queue=desk");
        Assert.Equal(JsonValueKind.Null, agents.GetProperty("handleTime").ValueKind);
        Assert.Empty(agents.GetProperty("slots").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await program.JsonAsync("/api/v1/advice/lines")).GetProperty("advice").ValueKind);
        await AssertWrongAsync(await AskAsync(web, new { queue = "desk", wrapUp = 0 }), "weeks");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/groups/nobody/shadow")).StatusCode);
    }

    private static async Task AssertWrongAsync(HttpResponseMessage answer, string place)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(place, Assert.Single((await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray()).Text("place"));
    }

    private static Task<HttpResponseMessage> AskAsync(TestWeb web, object question) =>
        web.Program().PostAsJsonAsync("/api/v1/advice/what-if", question);

    private static Task<HttpResponseMessage> PostAsync(TestWeb web, string path, string json) =>
        web.Program().PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    // Erlang C by its textbook sum, and the share that waits no longer than a time.
    private static double InTime(double load, int agents, double within, double handleTime)
    {
        if (agents <= load)
        {
            return 0;
        }

        var last = Power(load, agents) * agents / (agents - load);
        var wait = last / (Enumerable.Range(0, agents).Sum(n => Power(load, n)) + last);
        return 1 - (wait * Math.Exp(-(agents - load) * within / handleTime));
    }

    private static double Lost(double load, int lines) => Power(load, lines) / Enumerable.Range(0, lines + 1).Sum(n => Power(load, n));

    private static double Power(double load, int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * load / k);
}
