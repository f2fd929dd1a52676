using System.Net;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Language;

/// <summary>Which language a page is in: the reader's choice, or what the browser asks for, or English.</summary>
public sealed class PageLanguageTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("de, en-GB;q=0.8, zh;q=0.9", "zh-Hans")]
    [InlineData("zh-TW, en;q=0.1", "en")]
    [InlineData("zh;q=0, en;q=0.1", "en")]
    [InlineData("fr", "en")]
    [InlineData("zh-\u0001;;;q=x", "en")]
    public async Task A_stranger_reads_what_the_browser_asks_for(string? wanted, string language)
    {
        await using var web = await TestWeb.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation("Accept-Language", wanted ?? "");

        var answer = await web.Browser(signedIn: false).SendAsync(request);

        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "<h1>Sign in</h1>" : "<h1>登录</h1>", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_holds_for_the_browser_and_nonsense_is_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();

        var refused = await browser.SubmitAsync("/account", "/account/language", ("language", "xx"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var chosen = await browser.SubmitAsync("/account", "/account/language", ("language", "zh-Hans"));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);

        var html = await (await browser.GetAsync("/account", ("Accept-Language", "en"))).Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"zh-Hans\">", html, StringComparison.Ordinal);
        Assert.Contains("更改密码", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }
}
