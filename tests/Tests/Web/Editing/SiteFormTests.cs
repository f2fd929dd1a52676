using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Switchhook.Hardware.Yaml;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Pages.Editing;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Editing;

/// <summary>Forms that change the text of the site file, and nothing of it but what was changed.</summary>
public sealed partial class SiteFormTests
{
    private static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    [Theory]
    [InlineData("phones")]
    [InlineData("hours")]
    [InlineData("prompts")]
    [InlineData("queues")]
    public async Task A_form_that_is_sent_as_it_came_changes_nothing_in_any_example(string kind)
    {
        foreach (var site in RepositoryFiles.Texts.Where(file => file.Path.StartsWith("sites/", StringComparison.Ordinal)
            && file.Path.EndsWith("site.yaml", StringComparison.Ordinal)))
        {
            await using var web = await TestWeb.StartAsync();
            web.Box.Site.Load(site.Text);
            Assert.Contains("Nothing was changed.", await SendAsync(web, kind), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_phone_gets_another_name_place_and_plug_and_leaves_a_group()
    {
        await using var web = await SiteTextTests.StartAsync();

        var review = await SendAsync(
            web, "phones", ("phones/102/name", "Ward: day"), ("phones/102/place", ""), ("phones/103/port", "sip"), ("groups/102", null));

        Assert.Equal(
            Demo.Replace("name: Nurse, place: \"Ground floor, room 3\"}", "name: \"Ward: day\"}", StringComparison.Ordinal)
                .Replace("103: {port: fxs3, ", "103: {", StringComparison.Ordinal)
                .Replace("\"First floor, room 11\"}", "\"First floor, room 11\", sip: yes}", StringComparison.Ordinal)
                .Replace("phones: [101, 102, 103]", "phones: [101, 103]", StringComparison.Ordinal),
            TextOf(review));
    }

    [Fact]
    public async Task A_phone_is_added_one_is_taken_out_and_one_gets_another_number()
    {
        await using var web = await SiteTextTests.StartAsync();

        var review = await SendAsync(
            web,
            "phones",
            ("new/number", "107"), ("new/name", "Cellar"), ("new/connection", "sip"), ("remove/106", "yes"), ("phones/101", "201"));

        Assert.DoesNotContain("Mistake", review, StringComparison.Ordinal);
        Assert.Equal(
            Demo.Replace("  101: {port", "  201: {port", StringComparison.Ordinal)
                .Replace("phones: [101, 102, 103]", "phones: [201, 102, 103]", StringComparison.Ordinal)
                .Replace("code: 11, phone: 101", "code: 11, phone: 201", StringComparison.Ordinal)
                .Replace("front-desk: {phones: [101]", "front-desk: {phones: [201]", StringComparison.Ordinal)
                .Replace("notify: [101]", "notify: [201]", StringComparison.Ordinal)
                .Replace(
                    "  106: {sip: yes, name: Home office, place: \"Dr. Lee at home, 12 Elm Street\"}",
                    "  107: {sip: yes, name: Cellar}",
                    StringComparison.Ordinal),
            TextOf(review));
    }

    [Fact]
    public async Task Hours_and_days_change_and_a_wrong_time_is_told_with_its_line()
    {
        await using var web = await SiteTextTests.StartAsync();

        var review = await SendAsync(
            web,
            "hours",
            ("hours/office/mon-fri", "09:00-17:00"), ("office/new-days", "sat"), ("office/new-times", "09:00-12:00"),
            ("hours/office/on/12-24", ""), ("hours/office/closed", "holidays, 12-31"));
        Assert.Equal(
            Demo.Replace(
                "{mon-fri: \"08:00-12:00, 13:00-17:30\", closed: [holidays], on: {12-24: \"08:00-12:00\"}}",
                "{mon-fri: \"09:00-17:00\", closed: [holidays, 12-31], sat: \"09:00-12:00\"}",
                StringComparison.Ordinal),
            TextOf(review));

        var wrong = await SendAsync(web, "hours", ("hours/office/mon-fri", "17:00-09:00"));
        var line = Array.FindIndex(Demo.Split('\n'), one => one.Contains("mon-fri", StringComparison.Ordinal)) + 1;
        Assert.Contains($"Line {line}, column", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain(">Apply</button>", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_changes_in_the_version_in_force_so_that_what_another_changed_stays()
    {
        await using var web = await SiteTextTests.StartAsync();
        var browser = web.Browser();
        var fields = FormFields.Of(await (await browser.GetAsync("/site/forms/prompts")).Content.ReadAsStringAsync());
        var others = Demo.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal);
        await web.Box.Site.ApplyAsync(others, new SiteChange("Bob"), CancellationToken.None);

        var sent = fields.Select(field => field.Name == "prompts/closed/say" ? (field.Name, "We are closed.\r\nGoodbye!") : field);
        var review = await SiteTextTests.TextAsync(browser.PostAsync("/site/forms/prompts", [.. sent]));

        Assert.Contains("Bob has applied version 3 since you began with version 2", review, StringComparison.Ordinal);
        Assert.Contains("so both stay", review, StringComparison.Ordinal);
        Assert.Equal(
            others.Replace(
                "say: Maple Street Clinic is closed at the moment. Please call again tomorrow from eight o'clock on. Goodbye.",
                "say: We are closed. Goodbye!",
                StringComparison.Ordinal),
            TextOf(review));
    }

    [Fact]
    public async Task A_queue_gets_other_members_limits_and_rules_and_what_stays_keeps_its_remarks()
    {
        await using var web = await SiteTextTests.StartAsync();

        var review = await SendAsync(
            web,
            "queues",
            ("members/appointments", "bo"), ("queues/appointments/most-waiting", "12"),
            ("queues/appointments/service-level", "90 % in 15 s"),
            ("queues/appointments/strategy", "least-talk"), ("say/appointments", "position"),
            ("overflow/appointments/1/when", "after"), ("overflow/appointments/1/value", "5 min"),
            ("overflow/appointments/1/to", "after-hours"));

        Assert.Equal(
            Demo.Replace("agents: [ana, bo]", "agents: [bo]", StringComparison.Ordinal)
                .Replace("strategy: longest-idle       # who", "strategy: least-talk       # who", StringComparison.Ordinal)
                .Replace("say: [position, wait]", "say: [position]", StringComparison.Ordinal)
                .Replace(
                    "on with the next step of the flow\n"
                        + "    dispositions: {1: appointment made, 2: question answered}     # *451 and *452, after a call\n",
                    "on with the next step of the flow\n      - {after: 5 min, to: after-hours}\n"
                        + "    dispositions: {1: appointment made, 2: question answered}     # *451 and *452, after a call\n"
                        + "    most-waiting: 12\n    service-level: \"90 % in 15 s\"\n",
                    StringComparison.Ordinal),
            TextOf(review));
    }

    [Fact]
    public async Task A_queue_is_made_and_a_wrong_rule_is_told_with_its_line()
    {
        await using var web = await SiteTextTests.StartAsync();

        var made = await SendAsync(web, "queues", ("new/name", "billing"), ("new/members", "ana"));
        Assert.Contains("billing: {agents: [ana], overflow: [{no-agents: yes}]}", TextOf(made), StringComparison.Ordinal);
        Assert.DoesNotContain("To be mended", made, StringComparison.Ordinal);

        var wrong = await SendAsync(
            web, "queues", ("overflow/appointments/1/when", "after"), ("overflow/appointments/1/value", "soon"));
        Assert.Contains("soon", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain(">Apply</button>", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_cannot_be_made_keeps_all_that_was_typed_and_is_told_at_its_field()
    {
        await using var web = await SiteTextTests.StartAsync();

        var page = await SendAsync(
            web,
            "phones",
            HttpStatusCode.Conflict,
            ("phones/102", "103"), ("phones/101/name", "Front"), ("groups/103", null), ("remove/106", "yes"), ("new/name", "Cellar"));
        var fields = FormFields.Of(page);

        Assert.Contains("id=\"phones/102-mistake\"", page, StringComparison.Ordinal);
        Assert.Contains(("phones/102", "103"), fields);
        Assert.Contains(("phones/101/name", "Front"), fields);
        Assert.Contains(("remove/106", "yes"), fields);
        Assert.Contains(("new/name", "Cellar"), fields);
        Assert.DoesNotContain(fields, field => field.Name == "groups/103");
    }

    [Fact]
    public void A_form_of_queues_is_filled_with_the_ticks_rules_and_choices_that_were_sent()
    {
        var sent = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["appointments/sent"] = "yes",
            ["members/appointments"] = "bo",
            ["queues/appointments/strategy"] = "least-talk",
            ["overflow/appointments/1/value"] = "5 min",
            ["new/members"] = "ana",
        };
        var rows = FormTyped.Over(
            FormRows.Of(FormKind.Queues, (YamlMap)YamlDocument.Read(Demo, new MistakeLog("site.yaml"))!), new FormCollection(sent));
        var values = rows.SelectMany(row => row.Fields).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

        Assert.Equal(
            ("bo", "least-talk", "|5 min|", "ana"),
            (values["members/appointments"], values["queues/appointments/strategy"], values["overflow/appointments"],
                values["new/members"]));
    }

    private static Task<string> SendAsync(TestWeb web, string kind, params (string Name, string? Value)[] changes) =>
        SendAsync(web, kind, HttpStatusCode.OK, changes);

    private static async Task<string> SendAsync(
        TestWeb web, string kind, HttpStatusCode status, params (string Name, string? Value)[] changes)
    {
        var browser = web.Browser();
        var fields = FormFields.Of(await (await browser.GetAsync($"/site/forms/{kind}")).Content.ReadAsStringAsync());
        var changed = changes.ToDictionary(change => change.Name, change => change.Value, StringComparer.Ordinal);
        var sent = fields.Where(field => !changed.ContainsKey(field.Name))
            .Concat(changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)));
        var answer = await browser.PostAsync($"/site/forms/{kind}", [.. sent]);
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string TextOf(string review) =>
        Text().Match(review).Groups["text"].Value is { Length: > 0 } text ? text : throw new InvalidOperationException(review);

    // The page is decoded already, so the text ends where the next tag begins.
    [GeneratedRegex("name=\"text\" value=\"(?<text>.*?)\"\\s*/?>\\s*<label", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Text();
}
