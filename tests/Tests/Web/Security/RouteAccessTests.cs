using System.Net;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Journal;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>Every route that there is, asked by a stranger: the list is the program's own, so that no new route is forgotten.</summary>
public sealed class RouteAccessTests
{
    private static readonly string[] Open =
        ["/health", "/sign-in", "/sign-in/code", "/claim", "/join", "/assets/{**path}", "/provision/{secret}/{**file}", "/ca.crt"];

    [Fact]
    public async Task A_key_of_the_partner_is_in_force_only_while_the_partner_is_let_in()
    {
        await using var web = await TestWeb.StartAsync();
        var partner = web.Program(partner: true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await partner.GetAsync("/api/v1/live")).StatusCode);

        web.Box.Write(new PartnerAccessChanged(web.Box.Time.GetUtcNow() + TimeSpan.FromHours(4), "the button partner"));
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync("/api/v1/live")).StatusCode);

        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromHours(4));
        Assert.Equal(HttpStatusCode.Unauthorized, (await partner.GetAsync("/api/v1/live")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_gets_nothing_from_any_route_but_the_open_ones()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Ring();
        var asked = 0;
        foreach (var (method, path) in Requests(web).Where(request => !Open.Contains(request.Path)))
        {
            var answer = await AskAsync(web.Stranger(), method, Filled(path));
            asked++;

            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("Ann Clark", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Maple Street", text, StringComparison.Ordinal);
            if (path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal))
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
                Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            }
            else
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{method} {path}: {answer.StatusCode}");
                Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            }
        }

        Assert.True(asked > 40, $"Only {asked} routes were asked.");
    }

    [Fact]
    public async Task Only_the_open_routes_say_that_they_are_open()
    {
        await using var web = await TestWeb.StartAsync();

        var open = web.Routes
            .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)
            .Select(route => PathOf(route));

        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("swh_0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public async Task A_wrong_key_opens_nothing(string key)
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Stranger();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/live")).StatusCode);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_opens_nothing()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/live")).StatusCode);

        var browser = web.Browser();
        var list = await (await browser.GetAsync("/account")).Content.ReadAsStringAsync();
        var id = list.Split("/account/keys/")[1].Split("/revoke")[0];
        await browser.SubmitAsync("/account", $"/account/keys/{id}/revoke");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/live")).StatusCode);
    }

    [Fact]
    public async Task A_key_does_not_open_the_account_page()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await web.Program().GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Without_simulated_hardware_there_is_no_simulator()
    {
        await using var web = await TestWeb.StartAsync(simulated: false);

        Assert.DoesNotContain(web.Routes, route => PathOf(route).Contains("simulator", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync("/api/v1/simulator")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_was_asked_for_is_shown_after_the_sign_in()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Stranger().GetAsync("/calls/1?x=2");

        Assert.Equal("/sign-in?return=%2Fcalls%2F1%3Fx%3D2", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_part_of_a_page_leads_the_whole_page_to_the_sign_in()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser(signedIn: false).GetAsync("/live/now", ("HX-Request", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/sign-in", Assert.Single(answer.Headers.GetValues("HX-Redirect")));
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Requests(TestWeb web) =>
        from route in web.Routes
        let methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        from method in methods
        select (new HttpMethod(method), PathOf(route));

    private static string PathOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    private static string Filled(string path) => path
        .Replace("{**path}", "some/where", StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal)
        .Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{party}", "101", StringComparison.Ordinal)
        .Replace("{id}", "20261123-080000-aaaaaa", StringComparison.Ordinal)
        .Replace("{name}", "main-1", StringComparison.Ordinal)
        .Replace("{number}", "101", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return client.SendAsync(request);
    }
}
