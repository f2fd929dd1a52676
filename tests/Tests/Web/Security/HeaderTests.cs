using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>What keeps a browser in bounds.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/live")]
    [InlineData("/assets/app.js")]
    [InlineData("/health")]
    public async Task Every_answer_forbids_what_no_page_needs(string path)
    {
        await using var web = await TestWeb.StartAsync();

        var headers = (await web.Browser().GetAsync(path)).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/live")]
    public async Task Nothing_with_callers_in_it_is_kept_by_a_browser(string path)
    {
        await using var web = await TestWeb.StartAsync();

        Assert.True((await web.Browser().GetAsync(path)).Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/simulator")]
    [InlineData("/account")]
    [InlineData("/calls/20261123-080000-aaaaaa")]
    public async Task No_page_holds_script_or_style_of_its_own(string path)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Answer(web.Box.Ring());

        var html = await (await web.Browser().GetAsync(path)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        Assert.DoesNotMatch(" on[a-z]+=", html);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
    }
}
