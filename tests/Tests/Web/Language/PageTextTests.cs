using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Language;

/// <summary>
/// Every page that the program has is read in Chinese by the administrator, over two sites and a day's calls. Two English words side by
/// side, on the page or in what readers aloud say, are a text that somebody forgot, unless they are a name that the site gives or one of
/// another maker's.
/// </summary>
public sealed partial class PageTextTests
{
    private const string Chinese = "zh-CN";

    // Names of other makers, of codecs and of what stands on the pages of desk phones.
    private static readonly string[] Foreign =
    [
        "Cisco SPA", "Auto Provision Now", "Auto Provision", "Server URL", "Upgrade and Provisioning", "Config Server Path",
        "Provisioning Server", "Server Address", "Setting URL", "Static Provisioning Server", "Update after reboot", "Admin Login",
        "Profile Rule", "Submit All Changes", "Firefox, Windows", "Raspberry Pi Compute Module", "Raspberry Pi",
    ];

    [Fact]
    public async Task No_page_of_a_clinic_with_queues_holds_an_English_text()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        web.Box.Answer(web.Box.Ring());

        var found = await ReadAllAsync(web, "desk", Names(web));

        Assert.True(found.Pages > 35, $"{found.Pages} pages");
        Assert.True(found.Texts.Count == 0, string.Join('\n', found.Texts.Distinct()));
    }

    [Fact]
    public async Task No_page_of_the_demo_site_holds_an_English_text()
    {
        await using var web = await TestWeb.StartAsync();
        var yaml = RepositoryFiles.Get("sites/demo/site.yaml").Text;
        web.Box.Site.Load(yaml);
        web.Box.Answer(web.Box.Ring(line: web.Box.Site.Model.Lines.Keys.First()));

        var spoken = yaml.Split('\n').Select(line => line.Split("say: ")).Where(parts => parts.Length == 2)
            .Select(parts => parts[1].Trim());
        var names = Names(web).Concat(Quoted().Matches(yaml).Select(text => text.Groups["text"].Value)).Concat(spoken);
        var found = await ReadAllAsync(web, web.Box.Site.Model.Queues.Keys.FirstOrDefault() ?? "desk", [.. names]);

        Assert.True(found.Pages > 30, $"{found.Pages} pages");
        Assert.True(found.Texts.Count == 0, string.Join('\n', found.Texts.Distinct()));
    }

    [Theory]
    [InlineData("<p>Nobody waits.</p>", "Nobody waits")]
    [InlineData("<b title=\"Not there\">1</b>", "Not there")]
    [InlineData("<p>由 Ann Clark 驻留</p><pre>a b c</pre>", null)]
    [InlineData("<p>G.711 A-law, 4 min 10 s</p>", null)]
    public void The_reading_finds_what_is_left_and_nothing_else(string html, string? left) =>
        Assert.Equal(left is null ? [] : [left], Left(html, ["Ann Clark"]));

    private static async Task<(int Pages, IReadOnlyList<string> Texts)> ReadAllAsync(TestWeb web, string queue, IReadOnlyList<string> names)
    {
        var (pages, texts, browser) = (0, new List<string>(), web.Browser());
        foreach (var path in web.Routes.Where(IsRead).Select(route => Filled(route.RoutePattern.RawText!, web, queue)).Distinct())
        {
            var answer = await browser.GetAsync(path, ("Accept-Language", Chinese));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            var html = await answer.Content.ReadAsStringAsync();
            if (html.Contains("<html", StringComparison.Ordinal))
            {
                Assert.Contains("<html lang=\"zh-Hans\">", html, StringComparison.Ordinal);
            }

            texts.AddRange(Left(html, names).Select(text => $"{path}: {text}"));
        }

        return (pages, texts);
    }

    // Pages and their parts; what speaks to programs is English.
    private static bool IsRead(RouteEndpoint route) => route.RoutePattern.RawText is { } text
        && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        && !text.StartsWith("/api", StringComparison.Ordinal) && !text.StartsWith("/openapi", StringComparison.Ordinal)
        && !text.EndsWith("/changes", StringComparison.Ordinal) && !text.Contains("{*", StringComparison.Ordinal);

    private static string Filled(string pattern, TestWeb web, string queue)
    {
        var site = web.Box.Site.Model;
        var name = pattern.Contains("agents", StringComparison.Ordinal) ? site.Agents.Keys.FirstOrDefault("ana")
            : pattern.Contains("voicemail", StringComparison.Ordinal) ? site.Voicemail.Keys.FirstOrDefault("none")
            : queue;
        var path = Place().Replace(pattern, place => place.Groups["name"].Value switch
        {
            "id" => "20261123-080000-aaaaaa",
            "number" when pattern.Contains("phones", StringComparison.Ordinal) => site.Phones.Keys.First(),
            "name" => name,
            _ => "1",
        });
        return pattern.EndsWith("/visits", StringComparison.Ordinal) ? $"{path}?figure=offered" : path;
    }

    private static IReadOnlyList<string> Names(TestWeb web)
    {
        var site = web.Box.Site.Model;
        return
        [
            site.Name, "Ann Clark", "lunch", "Switchhook",

            // What the box of the tests alone says.
            "The exchange sent the caller's number.", "Talks with the caller.", "is the one that has been idle longest.",
            "The file of a test.", "a test", "It had stopped in good order.", "audio clock", "first start",
            "The site has no", "There is no phone", "Add it under",
            .. site.Queues.Keys,
            .. web.Box.Simulator.Samples.SelectMany(sample => new[] { sample.Words, sample.Words[..Math.Min(58, sample.Words.Length)] }),
            .. site.Phones.Values.Select(phone => phone.Name), .. site.Phones.Values.Select(phone => phone.Place).OfType<string>(),
            .. site.Agents.Values.Select(agent => agent.DisplayName), .. site.Voicemail.Values.Select(box => box.DisplayName),
        ];
    }

    // What a person reads or hears; not what is typed into fields or shown as it was written.
    private static IEnumerable<string> Left(string html, IReadOnlyList<string> names)
    {
        var shown = Apart().Replace(html, " ");
        var texts = Said().Matches(shown).Select(said => said.Groups["text"].Value)
            .Concat(Tag().Replace(shown, "\n").Split('\n'))
            .Select(text => WebUtility.HtmlDecode(text).Trim());
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            var rest = names.Concat(Foreign).Where(name => name.Length > 0).OrderByDescending(name => name.Length)
                .Aggregate(text, (left, name) => left.Replace(name, "·", StringComparison.Ordinal));
            if (Words().Match(rest) is { Success: true } english)
            {
                yield return english.Value;
            }
        }
    }

    [GeneratedRegex("""\{(?<name>\w+)[^}]*\}""", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(
        "<(?:script|style|pre|textarea|code|kbd|output)\\b[^>]*>[^<]*</[a-z]+>|<ol class=\"(?:diff|findings)\".*?</ol>",
        RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Apart();

    [GeneratedRegex("(?:title|aria-label|placeholder|alt|data-words|data-live|data-lost|data-play|data-copied)=\"(?<text>[^\"]*)\"",
        RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z][a-z']+[,:;]? +[A-Za-z]?[a-z']{2,}(?: +[A-Za-z']{2,})*", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("[“\"](?<text>[^”\"]{4,})[”\"]|: (?<text>[A-Z][^#\n]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
