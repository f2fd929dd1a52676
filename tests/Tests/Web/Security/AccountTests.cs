using System.Net;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>The account page.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task A_new_password_ends_all_other_sessions()
    {
        await using var web = await TestWeb.StartAsync();
        var (browser, other) = (web.Browser(), web.Browser());

        var answer = await ChangeAsync(browser, FakeBox.Password, "another horse entirely");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/")).StatusCode);
        Assert.NotNull(web.Box.Accounts.Verify(FakeBox.Owner, "another horse entirely"));
    }

    [Fact]
    public async Task The_old_password_is_needed()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await ChangeAsync(web.Browser(), "not the old one", "another horse entirely");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(web.Box.Accounts.Verify(FakeBox.Owner, FakeBox.Password));
    }

    [Fact]
    public async Task A_new_key_is_shown_once_and_works()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();

        var made = await browser.SubmitAsync("/account", "/account/keys", ("name", "Reports"), ("role", "admin"));
        var html = await made.Content.ReadAsStringAsync();
        var secret = html.Split("class=\"secret\">")[1].Split('<')[0];
        var program = web.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/live")).StatusCode);
        var later = await (await browser.GetAsync("/account")).Content.ReadAsStringAsync();
        Assert.Contains("Reports", later, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, later, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string password) => browser.SubmitAsync(
        "/account", "/account/password", ("current", current), ("password", password), ("again", password));
}
