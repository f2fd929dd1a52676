using System.Net;
using System.Net.Http.Json;
using System.Text;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Api;

namespace Switchhook.Tests.Web.Editing;

/// <summary>The same over the API.</summary>
public sealed class EditingApiTests
{
    private static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    [Fact]
    public async Task A_look_tells_mistakes_and_changes_and_applies_nothing()
    {
        await using var web = await SiteTextTests.StartAsync();
        var program = web.Program();

        var broken = Yaml(Demo.Replace("[101, 102, 103]", "[101, 113]", StringComparison.Ordinal));
        var wrong = await (await program.PostAsync("/api/v1/site/check", broken)).JsonAsync();
        Assert.Equal("19", wrong.GetProperty("mistakes")[0].Text("column"));
        Assert.False(wrong.GetProperty("ok").GetBoolean());
        var renamed = Yaml(Demo.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal));
        var right = await (await program.PostAsync("/api/v1/site/check", renamed)).JsonAsync();
        Assert.True(right.GetProperty("ok").GetBoolean());
        Assert.Contains("Ward", right.GetProperty("changes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(Demo, await program.GetStringAsync("/api/v1/site"));
    }

    [Fact]
    public async Task A_note_is_kept_versions_are_compared_and_an_old_one_comes_back()
    {
        await using var web = await SiteTextTests.StartAsync();
        var program = web.Program();
        await program.PutAsync("/api/v1/site?note=new%20sign", Yaml(Demo.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal)));
        var tooLong = await program.PutAsync($"/api/v1/site?note={new string('x', 501)}", Yaml(Demo));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);

        var diff = await program.JsonAsync("/api/v1/site/versions/2/diff");
        Assert.Equal("new sign", diff.Text("to", "note"));
        Assert.Contains("Ward", diff.GetProperty("changes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/site/versions/2/diff?to=9")).StatusCode);

        var back = await program.PostAsJsonAsync("/api/v1/site/versions/2/roll-back", new { note = "the sign was wrong" });
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal("the sign was wrong", (await back.JsonAsync()).Text("version", "note"));
        Assert.Equal(Demo, await program.GetStringAsync("/api/v1/site"));
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsJsonAsync("/api/v1/site/versions/9/roll-back", new { })).StatusCode);
    }

    [Fact]
    public async Task A_single_value_is_changed_and_the_rest_stays_to_the_letter()
    {
        await using var web = await SiteTextTests.StartAsync();
        var program = web.Program();
        var edits = new object[] { new { path = new[] { "phones", "102", "name" }, text = "Ward" } };

        var told = await (await program.PostAsJsonAsync("/api/v1/site/edit", new { edits })).JsonAsync();
        Assert.Equal(Demo.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal), told.Text("text"));
        Assert.Equal(Demo, await program.GetStringAsync("/api/v1/site"));

        await program.PostAsJsonAsync("/api/v1/site/edit", new { edits, apply = true, note = "why" });
        Assert.Contains("name: Ward", await program.GetStringAsync("/api/v1/site"), StringComparison.Ordinal);

        var wrong = new object[] { new { path = new[] { "groups", "reception", "phones" }, items = new[] { "113" } } };
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync("/api/v1/site/edit", new { edits = wrong })).StatusCode);
        var nothing = new object[] { new { path = new[] { "phones", "102", "name" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync("/api/v1/site/edit", new { edits = nothing })).StatusCode);
        foreach (var rules in new object?[][] { [null], [new { after = (string?)null }], [new { }] })
        {
            edits = [new { path = new[] { "queues", "appointments", "overflow" }, rules }];
            Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync("/api/v1/site/edit", new { edits })).StatusCode);
        }

        var nowhere = new object[] { new { path = new[] { "phones", "999" }, remove = true } };
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsJsonAsync("/api/v1/site/edit", new { edits = nowhere })).StatusCode);
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");
}
