using System.Net;
using System.Net.Http.Json;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Advice;

/// <summary>From a hunt group to a queue and back, over the API.</summary>
public sealed class SwitchApiTests
{
    private const string Path = "/api/v1/site/switch";

    private static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    [Fact]
    public async Task A_group_is_told_as_a_queue_and_nothing_changes()
    {
        await using var web = await StartAsync();

        var told = await (await web.Program().PostAsJsonAsync(Path, new { group = "reception" })).JsonAsync();

        Assert.Equal(("2", ""), (told.Text("base", "number"), told.Text("version")));
        var lines = told.Text("text")!.Split('\n');
        Assert.Contains("  reception:", lines);
        Assert.Contains("#~   reception:", lines);
        var diff = told.GetProperty("diff").EnumerateArray().ToList();
        Assert.Contains(diff, line => line.Text("mark") == "removed" && line.Text("text") == "    - ring: reception");
        Assert.All(diff.Where(line => line.Text("mark") != "removed"), line =>
            Assert.Equal(lines[line.GetProperty("line").GetInt32() - 1], line.Text("text")));
        Assert.All(diff.Where(line => line.Text("mark") == "removed"), line =>
            Assert.Equal(Demo.Split('\n')[line.GetProperty("line").GetInt32() - 1], line.Text("text")));
        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_switch_that_is_applied_is_in_force_and_the_way_back_gives_the_old_file()
    {
        await using var web = await StartAsync();
        var program = web.Program();

        var told = await (await program.PostAsJsonAsync(Path, new { group = "reception", apply = true })).JsonAsync();

        Assert.Equal("3", told.Text("version", "number"));
        Assert.Equal(told.Text("text"), await program.GetStringAsync("/api/v1/site"));
        await program.PostAsJsonAsync(Path, new { queue = "reception", apply = true });
        Assert.Equal(Demo, await program.GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_switch_of_an_old_version_is_refused()
    {
        await using var web = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = JsonContent.Create(new { group = "reception", apply = true }),
            Headers = { { "If-Match", "\"1\"" } },
        };

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await web.Program().SendAsync(request)).StatusCode);
        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"group": "reception", "queue": "appointments"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"group": "nobody", "apply": true}""", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_switched_is_answered_with_the_cure(string command, HttpStatusCode status)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().PostAsync(
            Path, new StringContent(command, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEqual("", (await answer.JsonAsync()).GetProperty("mistakes")[0].Text("cure"));
        Assert.Equal(Demo, await web.Program().GetStringAsync("/api/v1/site"));
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.Site.Load(Demo);
        return web;
    }
}
