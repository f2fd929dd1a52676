using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Tests.Web.Security;

/// <summary>
/// Each role is tried on each route with each method: the list of routes is the program's own, what a role may stands here.
/// </summary>
public sealed partial class RoleTests
{
    private const string Everybody = "admin supervisor agent installer auditor";

    private static readonly Dictionary<Ability, string> Table = new()
    {
        [Ability.Live] = Everybody,
        [Ability.Own] = Everybody,
        [Ability.Calls] = "admin supervisor auditor",
        [Ability.NoteCalls] = "admin supervisor agent",
        [Ability.Dial] = "admin supervisor",
        [Ability.Recordings] = "admin supervisor auditor",
        [Ability.Queues] = "admin supervisor auditor",
        [Ability.RunQueues] = "admin supervisor",
        [Ability.Agent] = "admin supervisor agent auditor",
        [Ability.AgentState] = "admin supervisor agent",
        [Ability.Reports] = "admin supervisor auditor",
        [Ability.Missed] = "admin supervisor agent auditor",
        [Ability.WorkMissed] = "admin supervisor agent",
        [Ability.Voicemail] = "admin supervisor agent",
        [Ability.Hours] = "admin supervisor installer auditor",
        [Ability.Night] = "admin supervisor",
        [Ability.Site] = "admin installer auditor",
        [Ability.ChangeSite] = "admin installer",
        [Ability.SetUpPhones] = "admin installer",
        [Ability.Safety] = "admin supervisor installer auditor",
        [Ability.ReleasePhones] = "admin supervisor",
        [Ability.Network] = "admin installer",
        [Ability.Simulator] = "admin installer",
        [Ability.MailReports] = "admin supervisor",
        [Ability.Webhooks] = "admin",
        [Ability.People] = "admin",
        [Ability.Audit] = "admin auditor",
        [Ability.Lines] = "admin supervisor installer auditor",
        [Ability.System] = "admin installer",
        [Ability.RunBox] = "admin",
    };

    // What the fake box holds and a refusal must not tell.
    private static readonly string[] Secrets = ["Ann Clark", "13125550142", "Maple Street", "20261123-080000-aaaaaa", "main-1"];

    [Fact]
    public async Task Every_route_says_what_it_needs()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.Empty(Closed(web).Where(route => route.Metadata.GetMetadata<Needs>() is null).Select(route => route.RoutePattern.RawText));
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Installer)]
    [InlineData(Role.Auditor)]
    public async Task A_role_opens_what_it_may_and_is_told_nothing_of_the_rest(Role role)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.Answer(web.Box.Ring());
        var name = role.ToString().ToLowerInvariant();
        var (refused, opened) = (0, 0);
        foreach (var route in Closed(web))
        {
            var needs = route.Metadata.GetMetadata<Needs>()!;
            var may = Table[needs.Ability].Split(' ').Contains(name);
            foreach (var method in Methods(route))
            {
                var path = Filled(route.RoutePattern.RawText!);
                var what = $"{method} {path} ({needs.Ability}) by {name}";
                if (may)
                {
                    // Changes are tried where they are refused; here what may be read is enough, and streams never end.
                    if (method == "GET" && !IsStream(path) && role != Role.Agent)
                    {
                        var answer = await AskAsync(web, new Rights(role), method, path);
                        Assert.True(
                            answer.StatusCode != HttpStatusCode.Forbidden || path.StartsWith("/account", StringComparison.Ordinal), what);
                        opened++;
                    }

                    continue;
                }

                var refusal = await AskAsync(web, new Rights(role), method, path);
                Assert.True(refusal.StatusCode == HttpStatusCode.Forbidden, $"{what}: {refusal.StatusCode}");
                var text = await refusal.Content.ReadAsStringAsync();
                Assert.Contains("This is not for your role.", text, StringComparison.Ordinal);
                Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
                refused++;
            }
        }

        Assert.True(role == Role.Admin ? refused == 0 && opened > 60 : refused > 40, $"{refused} refused, {opened} opened");
    }

    [Fact]
    public async Task A_page_refuses_in_words_and_the_api_with_a_problem()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser("Ina", new Rights(Role.Installer));

        var page = await browser.GetAsync("/calls/20261123-080000-aaaaaa");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);

        var api = await web.Program(new Rights(Role.Installer)).GetAsync("/api/v1/calls");
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_menu_shows_what_one_may_open()
    {
        await using var web = await TestWeb.StartAsync();
        var people = new (string Name, Rights Rights)[]
        {
            ("Ina", new Rights(Role.Installer)), ("Otto", new Rights(Role.Auditor)), ("Sue", new Rights(Role.Supervisor)),
            ("Ana", new Rights(Role.Agent)),
        };
        foreach (var (name, rights) in people)
        {
            var browser = web.Browser(name, rights);
            var html = await (await browser.GetAsync("/")).Content.ReadAsStringAsync();
            var links = Link().Matches(html).Select(link => link.Groups["path"].Value).Distinct().ToList();
            Assert.Contains("/account", links);
            foreach (var link in links.Where(link => !link.StartsWith("/assets", StringComparison.Ordinal)))
            {
                Assert.True((await browser.GetAsync(link)).StatusCode == HttpStatusCode.OK, $"{name}: {link}");
            }
        }
    }

    private static IEnumerable<RouteEndpoint> Closed(TestWeb web) =>
        web.Routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null);

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    private static bool IsStream(string path) =>
        path.EndsWith("/changes", StringComparison.Ordinal) || path.EndsWith("/events", StringComparison.Ordinal)
        || path.EndsWith("/heard/live", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> AskAsync(TestWeb web, Rights rights, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (method is not ("GET" or "HEAD") && path.StartsWith("/api", StringComparison.Ordinal))
        {
            // With another content, or none, such a request ends at the route for unknown addresses.
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return web.Program(rights).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    // A constraint of alternatives is filled with its first.
    private static string Filled(string pattern) => "/" + Place().Replace(pattern, place => place.Groups["name"].Value switch
    {
        "action" => place.Groups["first"].Value,
        "id" => "20261123-080000-aaaaaa",
        "name" => "main-1",
        "documentName" => "v1",
        "path" => "some/where",
        "number" => "101",
        _ => "1",
    }).Trim('/');

    [GeneratedRegex(@"\{\**(?<name>\w+)(?::\w+(?:\(\^\(?(?<first>[\w-]+)[^}]*\))?)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("<a [^>]*href=\"(?<path>/[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
