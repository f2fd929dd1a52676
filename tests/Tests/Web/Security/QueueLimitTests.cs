using System.Net;
using System.Net.Http.Json;
using Switchhook.Storage.Accounts;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>People who are limited to queues, and agents, see their own part and are refused the rest.</summary>
public sealed class QueueLimitTests
{
    private static readonly string[] OtherQueues = ["sales"];

    private static readonly Rights Sales = new(Role.Supervisor) { Queues = ["sales"] };
    private static readonly Rights Desk = new(Role.Supervisor) { Queues = ["desk"] };

    [Theory]
    [InlineData("/api/v1/queues/desk")]
    [InlineData("/api/v1/queues/no-such")]
    [InlineData("/api/v1/reports/queues?queue=desk")]
    [InlineData("/api/v1/reports/queues/behind?queue=desk&figure=abandoned")]
    [InlineData("/api/v1/reports/lines")]
    [InlineData("/api/v1/advice/forecast?queue=desk")]
    [InlineData("/api/v1/advice/lines")]
    [InlineData("/api/v1/calls/call-1")]
    [InlineData("/api/v1/calls/call-1/journal")]
    [InlineData("/api/v1/recordings/sound-3/audio")]
    [InlineData("/api/v1/agents/bo")]
    [InlineData("/api/v1/events")]
    [InlineData("/queues/desk")]
    [InlineData("/queues/desk/visits?figure=abandoned")]
    [InlineData("/calls/call-1")]
    [InlineData("/advice")]
    public async Task What_is_of_another_queue_is_refused(string path)
    {
        await using var web = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(web, Sales, path)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/queues/desk")]
    [InlineData("/api/v1/reports/queues?queue=desk")]
    [InlineData("/api/v1/calls/call-1")]
    [InlineData("/api/v1/agents/bo")]
    [InlineData("/queues/desk")]
    [InlineData("/calls/call-1")]
    [InlineData("/")]
    [InlineData("/queues")]
    public async Task What_is_of_the_own_queue_is_shown(string path)
    {
        await using var web = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(web, Desk, path)).StatusCode);
    }

    [Fact]
    public async Task Lists_leave_out_what_is_of_other_queues()
    {
        await using var web = await StartAsync();
        var (sales, desk) = (web.Program(Sales), web.Program(Desk));

        Assert.Equal(["sales"], await NamesAsync(sales, "queues"));
        Assert.Equal(["ana"], await NamesAsync(sales, "agents"));
        Assert.Equal(["ana", "bo"], await NamesAsync(desk, "agents"));
        Assert.Equal(0, (await sales.JsonAsync("/api/v1/calls")).GetProperty("items").GetArrayLength());
        Assert.Equal(3, (await desk.JsonAsync("/api/v1/calls")).GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("desk", await sales.GetStringAsync("/api/v1/reports/queues"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"bo\"", await sales.GetStringAsync("/api/v1/reports/agents"), StringComparison.Ordinal);
        var page = await (await web.Browser("Sue", Sales).GetAsync("/queues")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("queue-desk", page, StringComparison.Ordinal);
        Assert.Contains("queue-sales", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_is_not_moved_to_a_queue_that_is_not_seen()
    {
        await using var web = await StartAsync();

        var answer = await web.Program(Desk).PostAsJsonAsync("/api/v1/calls/call-3/queue", new { queue = "sales" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);

        var assigned = await web.Program(Desk).PutAsJsonAsync("/api/v1/agents/bo/queues", new { queues = OtherQueues });
        Assert.Equal(HttpStatusCode.Forbidden, assigned.StatusCode);
    }

    [Fact]
    public async Task An_agent_sees_and_moves_oneself_alone()
    {
        await using var web = await StartAsync();
        var ana = new Rights(Role.Agent) { Agent = "ana" };
        var program = web.Program(ana);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/agents/ana")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/agents/bo")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync("/api/v1/agents/ana/ready", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsync("/api/v1/agents/bo/ready", null)).StatusCode);
        var page = await (await web.Browser("Ana", ana).GetAsync("/")).Content.ReadAsStringAsync();
        Assert.Contains("/desk", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/calls/", page, StringComparison.Ordinal);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        return web;
    }

    private static Task<HttpResponseMessage> AskAsync(TestWeb web, Rights rights, string path) =>
        path.StartsWith("/api", StringComparison.Ordinal) ? web.Program(rights).GetAsync(path) : web.Browser("Sue", rights).GetAsync(path);

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient program, string list) =>
        (await program.JsonAsync($"/api/v1/{list}")).GetProperty("items").EnumerateArray().Select(item => item.Text("name")!);
}
