using System.Net;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>Signing in, being refused, being braked.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Name_and_password_open_the_page_that_was_asked_for()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser(signedIn: false);

        var answer = await SignInAsync(browser, FakeBox.Owner, FakeBox.Password, "/simulator");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/simulator", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/simulator")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await SignInAsync(web.Browser(signedIn: false), FakeBox.Owner, FakeBox.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("switchhook-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        await using var web = await TestWeb.StartAsync();

        var wrongName = await SignInAsync(web.Browser(signedIn: false), "nobody", FakeBox.Password);
        var wrongPassword = await SignInAsync(web.Browser(signedIn: false), FakeBox.Owner, "something else");

        Assert.Equal(HttpStatusCode.Unauthorized, wrongName.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongPassword.StatusCode);
        Assert.Equal(await StableAsync(wrongName, "nobody"), await StableAsync(wrongPassword, FakeBox.Owner));
    }

    [Fact]
    public async Task Whoever_guesses_has_to_wait_and_then_may_go_on()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser(signedIn: false);
        for (var attempt = 0; attempt <= AttemptLimiter.Free; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(browser, FakeBox.Owner, $"guess {attempt}")).StatusCode);
        }

        var braked = await SignInAsync(browser, FakeBox.Owner, FakeBox.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, braked.StatusCode);
        Assert.Equal(AttemptLimiter.FirstWait, braked.Headers.RetryAfter!.Delta);

        ((ManualTimeProvider)web.Box.Time).Advance(AttemptLimiter.FirstWait);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser, FakeBox.Owner, FakeBox.Password)).StatusCode);
    }

    [Fact]
    public async Task Guesses_that_come_together_are_counted_one_by_one()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser(signedIn: false);
        var token = Browser.TokenOf(await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => browser.PostAsync(
            "/sign-in", ("__RequestVerificationToken", token), ("name", FakeBox.Owner), ("password", $"guess {number}"))));

        Assert.Equal(AttemptLimiter.Free + 1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.All(
            answers.Where(answer => answer.StatusCode != HttpStatusCode.Unauthorized),
            answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site(string place)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await SignInAsync(web.Browser(signedIn: false), FakeBox.Owner, FakeBox.Password, place);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_signs_out_is_out_also_with_a_copy_of_the_cookie()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();
        var copy = web.Browser(signedIn: false);
        copy.SetCookie("switchhook-session", browser.Cookies["switchhook-session"]);

        await browser.SubmitAsync("/account", "/sign-out");

        Assert.False(browser.Cookies.ContainsKey("switchhook-session"));
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(Browser browser, string name, string password, string back = "/") =>
        browser.SubmitAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("return", back));

    // The page without what differs from request to request by nature.
    private static async Task<string> StableAsync(HttpResponseMessage answer, string name)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return html.Replace(Browser.TokenOf(html), "", StringComparison.Ordinal).Replace($"value=\"{name}\"", "", StringComparison.Ordinal);
    }
}
