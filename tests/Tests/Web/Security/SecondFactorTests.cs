using System.Net;
using System.Text;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.SecondFactors;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>Codes by time, and signing in with them.</summary>
public sealed class SecondFactorTests
{
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_RFC_6238(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");

        Assert.Equal(code, Totp.Code(key, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(key));
        Assert.Equal(key, Totp.Key(Totp.Text(key)));
    }

    [Fact]
    public async Task Signing_in_asks_for_a_code_and_takes_each_once()
    {
        await using var web = await TestWeb.StartAsync();
        var (key, _) = await SetUpAsync(web);
        Pass(web, 60);

        var asked = await PasswordAsync(web);
        Assert.False(asked.Browser.Cookies.ContainsKey("switchhook-session"));
        Assert.Equal(HttpStatusCode.Redirect, (await asked.Browser.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await asked.GiveAsync("000000")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await asked.GiveAsync(Code(web, key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await asked.Browser.GetAsync("/")).StatusCode);

        var second = await PasswordAsync(web);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GiveAsync(Code(web, key))).StatusCode);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task A_clock_that_differs_by_one_step_is_taken(int seconds, bool isRight)
    {
        await using var web = await TestWeb.StartAsync();
        var (key, _) = await SetUpAsync(web);
        Pass(web, 300);

        var answer = await (await PasswordAsync(web)).GiveAsync(Code(web, key, seconds));

        Assert.Equal(isRight ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        await using var web = await TestWeb.StartAsync();
        var (_, recovery) = await SetUpAsync(web);
        Assert.Equal(SecondFactorStore.RecoveryCodes, recovery.Distinct().Count());

        var typed = recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await PasswordAsync(web)).GiveAsync(typed)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await PasswordAsync(web)).GiveAsync(recovery[3])).StatusCode);
    }

    [Fact]
    public async Task Who_guesses_codes_has_to_wait_and_an_old_ticket_opens_nothing()
    {
        await using var web = await TestWeb.StartAsync();
        var (key, _) = await SetUpAsync(web);
        var asked = await PasswordAsync(web);
        for (var i = 0; i <= AttemptLimiter.Free; i++)
        {
            await asked.GiveAsync("000000");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await asked.GiveAsync(Code(web, key))).StatusCode);
        Pass(web, 301);
        Assert.Equal(HttpStatusCode.Unauthorized, (await asked.GiveAsync(Code(web, key))).StatusCode);
    }

    [Fact]
    public async Task It_is_off_again_with_the_password_or_by_an_admin()
    {
        await using var web = await TestWeb.StartAsync();
        await SetUpAsync(web);
        var browser = web.Browser();

        var wrong = await browser.SubmitAsync("/account", "/account/second-factor/remove", ("current", "not the password"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await browser.SubmitAsync("/account", "/account/second-factor/remove", ("current", FakeBox.Password));
        Assert.True((await PasswordAsync(web)).Browser.Cookies.ContainsKey("switchhook-session"));
        Assert.DoesNotContain(web.Box.Secrets.List(), entry => entry.Name.StartsWith("factor/", StringComparison.Ordinal));

        await SetUpAsync(web);
        await browser.SubmitAsync("/people", "/people/second-factor", ("name", "admin"));
        Assert.True((await PasswordAsync(web)).Browser.Cookies.ContainsKey("switchhook-session"));
    }

    private static async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpAsync(TestWeb web)
    {
        var browser = web.Browser();
        var begun = await TextAsync(await browser.SubmitAsync("/account", "/account/second-factor"));
        var key = Secrets(begun)[0].Replace(" ", "", StringComparison.Ordinal);
        var done = await TextAsync(
            await browser.SubmitAsync("/account", "/account/second-factor/confirm", ("code", Code(web, key))));
        return (key, Secrets(done));
    }

    private static async Task<Asked> PasswordAsync(TestWeb web)
    {
        var browser = web.Browser(signedIn: false);
        var answer = await browser.SubmitAsync(
            "/sign-in", "/sign-in", ("name", FakeBox.Owner), ("password", FakeBox.Password), ("return", "/"));
        return new Asked(browser, await TextAsync(answer));
    }

    private static string Code(TestWeb web, string key, int later = 0) =>
        Totp.Code(Totp.Key(key), Totp.StepOf(web.Box.Time.GetUtcNow().AddSeconds(later)));

    private static void Pass(TestWeb web, int seconds) => ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromSeconds(seconds));

    private static IReadOnlyList<string> Secrets(string html) =>
        [.. html.Split("class=\"secret\">").Skip(1).Select(part => part.Split('<')[0])];

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private sealed record Asked(Browser Browser, string Html)
    {
        public Task<HttpResponseMessage> GiveAsync(string code) => Browser.PostAsync(
            "/sign-in/code",
            ("__RequestVerificationToken", Fakes.Browser.TokenOf(Html)),
            ("ticket", Html.Split("name=\"ticket\" value=\"")[1].Split('"')[0]),
            ("return", "/"),
            ("code", code));
    }
}
