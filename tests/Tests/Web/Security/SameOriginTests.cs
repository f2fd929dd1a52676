using System.Net;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>Requests that a foreign page makes a browser send.</summary>
public sealed class SameOriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "at all")]
    public async Task A_write_from_elsewhere_is_refused(string header, string value)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser().SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/simulator/phones/101/lift"), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(web.Box.Simulator.Told);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://localhost")]
    public async Task A_write_from_our_own_page_is_taken(string header, string value)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser().SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/simulator/phones/101/lift"), (header, value));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["lift 101"], web.Box.Simulator.Told);
    }

    [Fact]
    public async Task A_program_needs_no_origin()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await web.Program().PostAsync("/api/v1/simulator/phones/101/lift", null)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();
        await browser.GetAsync("/account");

        var answer = await browser.PostAsync("/account/keys", ("name", "mine"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("mine", await (await browser.GetAsync("/account")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_the_token_of_another_browser_is_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var theirs = Browser.TokenOf(await (await web.Browser().GetAsync("/account")).Content.ReadAsStringAsync());
        var browser = web.Browser();
        await browser.GetAsync("/account");

        var answer = await browser.PostAsync("/account/keys", ("__RequestVerificationToken", theirs), ("name", "mine"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
