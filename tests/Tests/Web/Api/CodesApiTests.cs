using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Codes;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api;

/// <summary>The codes of the phones by API and on their page.</summary>
public sealed class CodesApiTests
{
    [Fact]
    public async Task The_codes_of_the_site_are_listed_as_the_table_has_them()
    {
        await using var web = await TestWeb.StartAsync();

        var codes = (await web.Program().JsonAsync("/api/v1/codes")).GetProperty("codes").EnumerateArray().ToList();
        var night = codes.Single(code => code.Text("digits") == "*78");
        Assert.Equal(("*78", "anybody", "do not disturb; *79 ends it"), (night.Text("pattern"), night.Text("who"), night.Text("words")));
        Assert.Equal(
            CodeTable.Families.Where(family => family.IsIn(web.Box.Site.Model))
                .Select(family => family.Words.Replace("`", "", StringComparison.Ordinal)),
            codes.Select(code => code.Text("words")));
    }

    [Fact]
    public async Task A_parked_call_is_told_live_with_its_place()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new CallParked(new CallId("call-1"), 3, Party.Line("main-1"), Party.Phone("101")));

        var parked = Assert.Single((await web.Program().JsonAsync("/api/v1/live")).GetProperty("parked").EnumerateArray());
        Assert.Equal((3, "call-1"), (parked.GetProperty("place").GetInt32(), parked.Text("call")));
        Assert.Equal(("Line main-1", "101"), (parked.Text("who"), parked.Text("by")));
        var html = await (await web.Browser().GetAsync("/")).Content.ReadAsStringAsync();
        Assert.Contains("Parked by phone 101.", html, StringComparison.Ordinal);
        Assert.Contains("*863", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_them_and_the_menu_leads_there()
    {
        await using var web = await TestWeb.StartAsync();
        var html = await (await web.Browser().GetAsync("/codes")).Content.ReadAsStringAsync();

        Assert.Contains("<dt>*85</dt>", html, StringComparison.Ordinal);
        Assert.Contains("park the call that you have put on hold", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/codes\" aria-current=\"page\"", html, StringComparison.Ordinal);
    }
}
