using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api;

/// <summary>The site file over the API.</summary>
public sealed class SiteApiTests
{
    private const string Right = "site:\n  name: Another name\n";

    [Fact]
    public async Task A_right_file_is_in_force_and_kept_as_a_version()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        var answer = await program.SendAsync(Put(Right));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("2", (await answer.JsonAsync()).Text("version", "number"));
        var now = await program.GetAsync("/api/v1/site");
        Assert.Equal(Right, await now.Content.ReadAsStringAsync());
        Assert.Equal("\"2\"", now.Headers.ETag!.Tag);
        var versions = (await program.JsonAsync("/api/v1/site/versions")).GetProperty("items");
        Assert.Equal(["key reports", "first start"], versions.EnumerateArray().Select(version => version.Text("by")));
        Assert.Contains("Maple", await program.GetStringAsync("/api/v1/site/versions/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing_and_tells_every_mistake()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        var answer = await program.SendAsync(Put("something wrong"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var mistakes = (await answer.JsonAsync()).GetProperty("mistakes");
        Assert.Equal(["3:5", "7:1"], mistakes.EnumerateArray().Select(mistake => $"{mistake.Text("line")}:{mistake.Text("column")}"));
        Assert.Equal("Write one of 101, 102, 103.", mistakes[0].Text("cure"));
        Assert.Contains("Maple", await program.GetStringAsync("/api/v1/site"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_an_old_version_is_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();
        await program.SendAsync(Put(Right));

        var late = Put("site:\n  name: Late\n");
        late.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.SendAsync(late)).StatusCode);
        Assert.Equal(Right, await program.GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_files_without_end_are_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        Assert.Equal(HttpStatusCode.BadRequest, (await program.SendAsync(Put([0xC3, 0x28]))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.SendAsync(Put(new byte[1_048_577]))).StatusCode);
    }

    private static HttpRequestMessage Put(string text) => Put(Encoding.UTF8.GetBytes(text));

    private static HttpRequestMessage Put(byte[] bytes) => new(HttpMethod.Put, "/api/v1/site")
    {
        Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } },
    };
}
