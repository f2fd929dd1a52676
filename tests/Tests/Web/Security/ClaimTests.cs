using System.Net;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>The first start.</summary>
public sealed class ClaimTests
{
    [Fact]
    public async Task A_box_without_an_owner_leads_to_the_claim()
    {
        await using var web = await TestWeb.StartAsync(claimed: false);

        Assert.Equal("/claim", (await web.Stranger().GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal("/claim", (await web.Stranger().GetAsync("/sign-in")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_code_makes_the_owner_and_signs_in()
    {
        await using var web = await TestWeb.StartAsync(claimed: false);
        var code = web.Box.ClaimCode();
        var browser = web.Browser(signedIn: false);

        var answer = await ClaimAsync(browser, code, "Grace", "three easy words");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Grace", await (await browser.GetAsync("/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(web.Box.Accounts.Verify("Grace", "three easy words"));
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody_and_many_wrong_ones_have_to_wait()
    {
        await using var web = await TestWeb.StartAsync(claimed: false);
        var code = web.Box.ClaimCode();
        var browser = web.Browser(signedIn: false);

        HttpStatusCode last = default;
        for (var attempt = 0; attempt < 10 && last != HttpStatusCode.TooManyRequests; attempt++)
        {
            last = (await ClaimAsync(browser, "2222-2222-2222", "Grace", "three easy words")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ClaimAsync(browser, code, "Grace", "three easy words")).StatusCode);
        Assert.False(web.Box.Accounts.Any());
    }

    [Theory]
    [InlineData("", "three easy words", "three easy words", "name")]
    [InlineData("Grace", "short", "short", "characters")]
    [InlineData("Grace", "three easy words", "three easy worlds", "differ")]
    [InlineData("Grace", "grace grace grace", "grace grace grace", "hold the name")]
    [InlineData("Grace", "aaaaaaaaaaaa", "aaaaaaaaaaaa", "different characters")]
    public async Task What_is_unfit_is_told_and_the_code_stays_good(string name, string password, string again, string told)
    {
        await using var web = await TestWeb.StartAsync(claimed: false);
        var code = web.Box.ClaimCode();
        var browser = web.Browser(signedIn: false);

        var answer = await browser.SubmitAsync(
            "/claim", "/claim", ("code", code), ("name", name), ("password", password), ("again", again));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ClaimAsync(browser, code, "Grace", "three easy words")).StatusCode);
    }

    [Fact]
    public async Task A_claimed_box_cannot_be_claimed_again()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser(signedIn: false);
        var token = Browser.TokenOf(await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync());

        var answer = await browser.PostAsync(
            "/claim",
            ("__RequestVerificationToken", token),
            ("code", "x"),
            ("name", "Eve"),
            ("password", "three easy words"),
            ("again", "three easy words"));

        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Null(web.Box.Accounts.Verify("Eve", "three easy words"));
    }

    private static Task<HttpResponseMessage> ClaimAsync(Browser browser, string code, string name, string password) =>
        browser.SubmitAsync("/claim", "/claim", ("code", code), ("name", name), ("password", password), ("again", password));
}
