using System.Net;
using System.Security.Cryptography.X509Certificates;
using Switchhook.Storage.Accounts;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Certificates;

namespace Switchhook.Tests.Web.Certificates;

/// <summary>What differs by TLS: headers and cookies; and the authority, which anybody may fetch.</summary>
public sealed class SecureWebTests
{
    private const string Strict = "Strict-Transport-Security";

    [Fact]
    public async Task Browsers_are_told_to_come_by_tls_only_when_they_do_so_already()
    {
        await using var web = await TestWeb.StartAsync();

        var secured = await web.SecureBrowser().GetAsync("/sign-in");
        Assert.Equal("max-age=86400", Assert.Single(secured.Headers.GetValues(Strict)));
        Assert.False((await web.Browser(signedIn: false).GetAsync("/sign-in")).Headers.Contains(Strict));

        // There, the pages without TLS must stay within reach.
        Assert.False((await web.SecureBrowser("localhost").GetAsync("/sign-in")).Headers.Contains(Strict));
    }

    [Fact]
    public async Task By_tls_all_cookies_are_for_this_host_and_for_tls_alone()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.SecureBrowser();

        var form = await browser.GetAsync("/sign-in");
        var signedIn = await browser.SubmitAsync(
            "/sign-in", "/sign-in", ("name", FakeBox.Owner), ("password", FakeBox.Password), ("return", "/"));
        var language = await browser.SubmitAsync("/account", "/account/language", ("language", "en"));

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        var cookies = new[] { form, signedIn, language }.SelectMany(answer => answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(
            ["__Host-switchhook-form", "__Host-switchhook-session", "switchhook-language"],
            cookies.Select(cookie => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync("/account", "/sign-out")).StatusCode);
        Assert.DoesNotContain("__Host-switchhook-session", browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_session_that_was_set_without_tls_opens_nothing_by_tls()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.SecureBrowser();
        browser.SetCookie("switchhook-session", web.Box.Session());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);

        browser.SetCookie("__Host-switchhook-session", web.Box.Session());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_form_counts_as_ours_by_its_whole_address()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.SecureBrowser();
        browser.SetCookie("__Host-switchhook-session", web.Box.Session());

        async Task<HttpStatusCode> SendAsync(string origin) => (await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/simulator/phones/101/lift"), ("Origin", origin))).StatusCode;

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("http://box.example"));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync("https://box.example"));
    }

    [Fact]
    public async Task Anybody_may_fetch_the_authority_and_it_is_the_one_that_signed()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Stranger().GetAsync("/ca.crt");

        Assert.Equal("application/x-x509-ca-cert", answer.Content.Headers.ContentType!.MediaType);
        using var authority = X509Certificate2.CreateFromPem(await answer.Content.ReadAsStringAsync());
        Assert.Equal(web.Service<BoxCertificates>().Authority.Fingerprint, Fingerprint.Of(authority));
    }

    [Fact]
    public async Task Who_sets_the_box_up_reads_the_fingerprint_and_others_do_not()
    {
        await using var web = await TestWeb.StartAsync();
        var fingerprint = web.Service<BoxCertificates>().Authority.Fingerprint;

        var told = await web.Program(new Rights(Role.Installer)).JsonAsync("/api/v1/certificate");
        Assert.Equal(fingerprint, told.Text("fingerprint"));
        Assert.Equal(["box.example", "127.0.0.1"], told.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains(fingerprint, await PageAsync(web.Browser()), StringComparison.Ordinal);
        Assert.Contains(fingerprint, await PageAsync(web.Browser("Ina", new Rights(Role.Installer))), StringComparison.Ordinal);

        Assert.Equal(
            HttpStatusCode.Forbidden, (await web.Program(new Rights(Role.Agent)).GetAsync("/api/v1/certificate")).StatusCode);
        Assert.DoesNotContain(fingerprint, await PageAsync(web.Browser("Ana", new Rights(Role.Agent))), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Browser browser) => await (await browser.GetAsync("/account")).Content.ReadAsStringAsync();
}
