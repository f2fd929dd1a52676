using System.Net;
using System.Net.Http.Json;
using Switchhook.Calls.Live;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Tests.Web.Provisioning;

namespace Switchhook.Tests.Web.Api;

/// <summary>What the API knows of phones on the network and of those who are kept out.</summary>
public sealed class NetworkApiTests
{
    [Fact]
    public async Task Bans_are_listed_and_ended()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        var only = Assert.Single((await program.JsonAsync("/api/v1/bans")).GetProperty("items").EnumerateArray());
        Assert.Equal(("198.51.100.7", "10 wrong passwords"), (only.Text("address"), only.Text("why")));

        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync("/api/v1/bans/198.51.100.7")).StatusCode);
        Assert.Equal(["198.51.100.7 by key reports"], web.Box.Bans.Released);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync("/api/v1/bans/198.51.100.8")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.DeleteAsync("/api/v1/bans/everybody")).StatusCode);
    }

    [Theory]
    [InlineData("105", 2, 1, HttpStatusCode.NoContent)]
    [InlineData("101", 2, 1, HttpStatusCode.NotFound)]
    [InlineData("199", 2, 1, HttpStatusCode.NotFound)]
    [InlineData("105", -1, 1, HttpStatusCode.BadRequest)]
    [InlineData("105", 1, 10_000, HttpStatusCode.BadRequest)]
    public async Task Messages_wait_for_a_phone_that_has_a_lamp_for_them(string number, int @new, int old, HttpStatusCode expected)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");

        var answer = await web.Program().PutAsJsonAsync($"/api/v1/phones/{number}/waiting-messages", new { @new, old });

        Assert.Equal(expected, answer.StatusCode);
        var waiting = web.Box.Live.Current.WaitingMessages.GetValueOrDefault(number);
        Assert.Equal(expected == HttpStatusCode.NoContent ? new WaitingMessages(@new, old) : null, waiting);
    }
}
