using System.Net;
using System.Text.RegularExpressions;
using Switchhook.Tests.Repository;
using static Switchhook.Tests.Web.Welcome.WelcomeWalk;

namespace Switchhook.Tests.Web.Welcome;

/// <summary>The fields of the first start: what is asked, how it is named, and that it has an effect.</summary>
public sealed partial class WelcomeFieldTests
{
    [Fact]
    public async Task A_prepared_site_is_not_asked_what_would_have_no_effect()
    {
        await using var web = await PreparedAsync(RepositoryFiles.Get("sites/examples/town-hall/site.yaml").Text);
        var browser = web.Browser();

        var place = await RawAsync(browser, "/welcome/place");
        Assert.DoesNotContain("name=\"language\"", place, StringComparison.Ordinal);
        Assert.Contains("Languages of the callers: en, zh.", place, StringComparison.Ordinal);
        var emergency = await RawAsync(browser, "/welcome/emergency");
        Assert.DoesNotContain("name=\"front-desk\"", emergency, StringComparison.Ordinal);
        Assert.Contains("these phones ring: 301.", emergency, StringComparison.Ordinal);
        foreach (var step in Steps)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, step)).StatusCode);
        }

        Assert.Contains("Nothing changes", await TextAsync(browser.GetAsync("/welcome/review")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_is_named_after_it_was_said_who_answers_rings_for_callers_too()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Elm House"));
        await SendAsync(browser, "answer");
        await SendAsync(browser, "emergency");

        await SendAsync(browser, "phones", ("phone/fxs2/name", "Nurse"));

        Assert.Contains(
            "name=\"answers/fxs2\" value=\"yes\" checked", await RawAsync(browser, "/welcome/answer"), StringComparison.Ordinal);
        await ApplyAsync(browser, await RawAsync(browser, "/welcome/review"));
        Assert.Equal("101 102", string.Join(' ', web.Box.Site.Model.Groups["reception"].Phones));
    }

    [Fact]
    public async Task The_review_leads_to_the_field_and_what_is_wrong_is_told_there()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        await SendAsync(browser, "place", ("name", "Elm House"));
        await SendAsync(browser, "lines", ("line/fxo1/number", "12"), ("go", "back"));

        var link = Assert.Single(Mending().Matches(await TextAsync(browser.GetAsync("/welcome/review")))).Groups["to"].Value;

        Assert.Equal("/welcome/lines?mend=yes#line/fxo1/number-mistake", link);
        var step = await RawAsync(browser, link.Split('#')[0]);
        Assert.Contains("id=\"line/fxo1/number-mistake\"", step, StringComparison.Ordinal);
        Assert.DoesNotContain("-mistake\"", await RawAsync(browser, "/welcome/lines"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("phones")]
    public async Task Each_field_has_a_name_of_its_own_for_who_hears_the_page(string step)
    {
        await using var web = await FreshAsync();

        var names = Label().Matches(await TextAsync(web.Browser().GetAsync($"/welcome/{step}")))
            .Select(label => Space().Replace(Tag().Replace(label.Groups["in"].Value, ""), " ").Trim()).ToList();

        Assert.True(names.Count >= 8, string.Join('|', names));
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Contains(step == "lines" ? "Number Socket fxo1" : "Name Phone 1 on the network", names);
    }

    [Theory]
    [InlineData("en", "CN FR DE US")]
    [InlineData("zh-CN", "DE FR US CN")]
    public async Task Countries_stand_in_the_order_of_the_language(string language, string order)
    {
        await using var web = await FreshAsync();

        var page = await (await web.Browser().GetAsync("/welcome/place", ("Accept-Language", language))).Content.ReadAsStringAsync();

        var wanted = order.Split(' ');
        Assert.Equal(wanted, Option().Matches(page).Select(option => option.Groups["code"].Value).Where(wanted.Contains));
    }

    [Fact]
    public async Task The_largest_board_is_set_up_with_all_its_ports()
    {
        await using var web = await FreshAsync();
        var browser = web.Browser();
        var ports = Enumerable.Range(1, 200).ToList();

        await SendAsync(browser, "place", ("name", "Elm House"), ("board", "simulated-large"));
        await SendAsync(browser, "lines", [.. ports.Select(port => ($"line/fxo{port}/on", (string?)"yes"))]);
        await SendAsync(browser, "phones", [.. ports.Select(port => ($"phone/fxs{port}/name", (string?)$"Room {port}"))]);
        await SendAsync(browser, "answer");
        var last = await SendAsync(browser, "emergency", [.. ports.Select(port => ($"place/fxs{port}", (string?)$"Floor {port}"))]);
        Assert.Equal("/welcome/review", last.Headers.Location?.OriginalString);

        var applied = await ApplyAsync(browser, await RawAsync(browser, "/welcome/review"));

        Assert.Equal("/welcome/call", applied.Headers.Location?.OriginalString);
        var site = web.Box.Site.Model;
        Assert.Equal((200, 200), (site.Lines.Count, site.Phones.Count));
        Assert.Equal("Floor 200", site.Phones.Values.Single(phone => phone.Port == "fxs200").Place);

        // All of it is changed again, as of a site that is there.
        await SendAsync(browser, "phones", [.. ports.Select(port => ($"phone/fxs{port}/name", (string?)$"Bed {port}"))]);
        await ApplyAsync(browser, await RawAsync(browser, "/welcome/review"));
        Assert.All(web.Box.Site.Model.Phones.Values, phone => Assert.StartsWith("Bed ", phone.Name, StringComparison.Ordinal));
    }

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\">Mend it</a>", RegexOptions.NonBacktracking)]
    private static partial Regex Mending();

    [GeneratedRegex("<label[^>]*>(?<in>.*?)</label>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Label();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();

    [GeneratedRegex("<option value=\"(?<code>[A-Z]{2})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
