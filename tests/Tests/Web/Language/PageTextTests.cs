using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Storage.ReportMails;
using Switchhook.Storage.Webhooks;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Tests.Web.Recordings;
using Switchhook.Tests.Web.Webhooks;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Language;

/// <summary>
/// Every page that the program has is read in Chinese by the administrator, over two sites and a day's calls. Two English words side by
/// side, on the page or in what readers aloud say, are a text that somebody forgot, unless they are a name that the site gives or one of
/// another maker's.
/// </summary>
public sealed partial class PageTextTests
{
    private const string Chinese = "zh-CN";
    private const string Recorded = "20261123-080000-rrrrrr";
    private const string Waiting = "20261123-080000-wwwwww";

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
        AddThings(web);

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
        AddThings(web);

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
        var site = web.Box.Site.Model;
        var patterns = web.Routes.Where(IsRead).Select(route => route.RoutePattern.RawText!).Where(pattern => Has(site, pattern));
        foreach (var path in patterns.Select(pattern => Filled(pattern, web, queue)).Distinct())
        {
            var answer = await browser.GetAsync(path, ("Accept-Language", Chinese));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                texts.Add($"{path}: it answered {answer.StatusCode}");
            }

            var html = await answer.Content.ReadAsStringAsync();
            if (html.Contains("<html", StringComparison.Ordinal))
            {
                Assert.Contains("<html lang=\"zh-Hans\">", html, StringComparison.Ordinal);
            }

            texts.AddRange(Left(html, names).Select(text => $"{path}: {text}"));
        }

        return (pages, texts);
    }

    // What has a page of its own or a sentence of its own: a recording, a caller who waits, a webhook and a report that
    // did not arrive, a line that was down.
    private static void AddThings(TestWeb web)
    {
        var (box, line, hooks) = (web.Box, web.Box.Site.Model.Lines.Keys.First(), web.Hooks());
        box.Recordings.Wav = RecordingScene.Sound;
        var call = box.Ring(Recorded, line: line);
        box.Answer(call);
        box.End(call, TimeSpan.FromSeconds(30));
        var queue = web.Box.Site.Model.Queues.Keys.First();
        var waiting = box.Ring(Waiting, line: line);
        box.Write(new QueueEntered(waiting, $"{waiting}-1", queue, "Call", "+13125550142", line, null, false, "Place 1."));
        box.Desk.Turns.Add(new WaitingTurn($"{waiting}-1", null, Rests: false));
        box.Write(new LineChanged(line, LineStatus.NoBattery, "No battery on the line: it is unplugged, or the exchange has a fault."));
        box.Pass(3 * 60 * 60);
        box.Write(new LineChanged(line, LineStatus.Idle, "The battery is back; ready."));
        var (_, hook, _) = hooks.Create(new Webhook("", "CRM", new Uri("https://crm.example.com/hook"), FakeBox.Owner, default)
        {
            Topics = ["call.ended"],
            Queues = ["gone"],
        });
        hooks.Outbox.TakeUp(1, [new NewDelivery(hook!.Id, "evt_1", "call.ended", "{}")]);
        hooks.Outbox.Note(
            new DeliveryTry(
                hooks.Outbox.First(hook.Id)!, box.Time.GetUtcNow(), 500, "It answered 500. It said: busy", null, false, 0),
            TimeSpan.FromDays(3));
        var mails = web.Service<Stores>().ReportMails;
        var mail = mails.Create(new ReportSchedule("", "Old", "queue", "gone", ReportRhythm.Weekly, 1, new TimeOnly(7, 0))
        {
            Receivers = ["ana@example.com"],
        });
        mails.Failed(mail!.Id, "The mail server mail.example.com did not take it: Connection refused", box.Time.GetUtcNow().AddHours(1));
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
            "id" when pattern.StartsWith("/webhooks", StringComparison.Ordinal) => web.Hooks().List()[0].Id,
            "id" when pattern.StartsWith("/recordings", StringComparison.Ordinal) => $"rec-{Recorded}",
            "id" when pattern.EndsWith("/give", StringComparison.Ordinal) => Waiting,
            "id" => "20261123-080000-aaaaaa",
            "name" when pattern.StartsWith("/lines", StringComparison.Ordinal) => site.Lines.Keys.First(),
            "number" when pattern.Contains("phones", StringComparison.Ordinal) =>
                site.Phones.Values.First(phone => phone.Sip is not null).Number,
            "name" => name,
            _ => "1",
        });
        return path + (pattern switch
        {
            "/reports/visits" => $"?of=queue&name={queue}&period=day&day=2026-11-23&figure=abandoned",
            "/advice/shadow" or "/advice/switch" => $"?group={site.Groups.Keys.First()}",
            "/site/history/compare" => "?from=1&to=1",
            _ when pattern.EndsWith("/visits", StringComparison.Ordinal) => "?figure=offered",
            _ => "",
        });
    }

    // What only one of the two sites has: a mailbox, a desk phone with a page, a whole file that a switch changes (as its prompts tell).
    private static bool Has(SiteModel site, string pattern) =>
        (!pattern.StartsWith("/phones/{", StringComparison.Ordinal) || site.Phones.Values.Any(phone => phone.Sip is not null))
        && (!pattern.Contains("voicemail/{", StringComparison.Ordinal) || !site.Voicemail.IsEmpty)
        && (pattern != "/advice/switch" || !site.Prompts.IsEmpty);

    private static IReadOnlyList<string> Names(TestWeb web)
    {
        var site = web.Box.Site.Model;
        return
        [
            site.Name, "Ann Clark", "lunch", "Switchhook",

            // What the box of the tests alone says.
            "The exchange sent the caller's number.", "Talks with the caller.", "is the one that has been idle longest.",
            "The file of a test.", "a test", "Connection refused", "first start",
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
