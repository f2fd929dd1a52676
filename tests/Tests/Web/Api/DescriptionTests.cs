using System.Net;
using System.Text.Json;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api;

/// <summary>The OpenAPI document and health.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task Every_route_of_the_api_is_described_with_a_summary()
    {
        await using var web = await TestWeb.StartAsync();

        var document = await web.Program().JsonAsync("/openapi/v1.json");

        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name.TrimEnd('/'), operation.Value)))
            .ToList();
        Assert.All(described, operation => Assert.True(
            operation.Value.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 5, operation.Path));
        var routes = web.Routes
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/').Replace(":int", "", StringComparison.Ordinal));
        var expected = routes.Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Append("/health");
        Assert.Equal(
            expected.Distinct().Order(StringComparer.Ordinal),
            described.Select(operation => operation.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Health_is_told_to_everybody_and_names_nothing()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Ring();

        var answer = await web.Stranger().GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.JsonAsync();
        Assert.Equal("up", json.Text("status"));
        Assert.Equal(["status", "store", "audioClock", "emergency"], json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_clock_that_stands_still_makes_the_box_unwell()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Audio.IsTicking = false;

        var answer = await web.Stranger().GetAsync("/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("degraded", (await answer.JsonAsync()).Text("status"));
        Assert.Equal(JsonValueKind.False, (await answer.JsonAsync()).GetProperty("audioClock").GetProperty("ok").ValueKind);
    }
}
