using System.Net;
using System.Net.Http.Json;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Security;

/// <summary>People are invited, changed, locked and removed; their browsers and keys.</summary>
public sealed class PeopleTests
{
    private const string NewPassword = "another horse entirely";

    [Fact]
    public async Task Who_is_invited_chooses_a_password_and_signs_in_with_the_role()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        var owner = web.Browser();

        var told = await TextAsync(await owner.SubmitAsync(
            "/people", "/people", ("name", "Sue"), ("role", "supervisor"), ("agent", ""), ("queue", "desk")));
        var code = told.Split("/join?code=")[1].Split('<')[0];
        Assert.DoesNotContain(code, await TextAsync(await owner.GetAsync("/people")), StringComparison.Ordinal);

        var sue = web.Browser(signedIn: false);
        var joined = await JoinAsync(sue, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal("/sign-in", joined.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, (await JoinAsync(sue, code)).StatusCode);

        var signedIn = await sue.SubmitAsync("/sign-in", "/sign-in", ("name", "sue"), ("password", NewPassword), ("return", "/"));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("/queues/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sue.GetAsync("/queues/sales")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sue.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_runs_out_after_a_day_and_nobody_signs_in_before_it_is_used()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();
        var invited = await (await program.PostAsJsonAsync("/api/v1/people", new { name = "Otto", role = "auditor" })).JsonAsync();
        Assert.Null(web.Box.Accounts.Verify("Otto", ""));

        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromHours(24));
        var late = await JoinAsync(web.Browser(signedIn: false), invited.Text("code")!);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);

        var again = await (await program.PostAsync("/api/v1/people/Otto/invitation", null)).JsonAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await JoinAsync(web.Browser(signedIn: false), again.Text("code")!)).StatusCode);
        Assert.Equal(Role.Auditor, web.Box.Accounts.Verify("otto", NewPassword)!.Rights.Role);
    }

    [Fact]
    public async Task The_last_admin_is_not_removed_locked_or_lowered()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        Assert.Equal(HttpStatusCode.Conflict, (await program.DeleteAsync("/api/v1/people/admin")).StatusCode);
        await ConflictAsync(new { role = "auditor" });
        await ConflictAsync(new { role = "admin", locked = true });

        // One who is invited and never came cannot look after the box either.
        await program.PostAsJsonAsync("/api/v1/people", new { name = "Second", role = "admin" });
        await ConflictAsync(new { role = "auditor" });
        Assert.Equal(Role.Admin, web.Box.Accounts.Get("admin")!.Rights.Role);

        web.Box.Accounts.Create("Third", FakeBox.Password);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync("/api/v1/people/admin")).StatusCode);

        async Task ConflictAsync(object change) =>
            Assert.Equal(HttpStatusCode.Conflict, (await program.PutAsJsonAsync("/api/v1/people/admin", change)).StatusCode);
    }

    [Fact]
    public async Task A_change_and_a_lock_count_at_once()
    {
        await using var web = await TestWeb.StartAsync();
        var (owner, sue) = (web.Browser(), web.Browser("Sue", new Rights(Role.Supervisor)));
        Assert.Equal(HttpStatusCode.Forbidden, (await sue.GetAsync("/flows")).StatusCode);

        await owner.SubmitAsync("/people", "/people/rights", ("name", "Sue"), ("role", "installer"), ("agent", ""));
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("/flows")).StatusCode);

        await owner.SubmitAsync("/people", "/people/lock", ("name", "Sue"));
        Assert.Equal(HttpStatusCode.Redirect, (await sue.GetAsync("/")).StatusCode);
        Assert.Null(web.Box.Accounts.Verify("Sue", FakeBox.Password));

        await owner.SubmitAsync("/people", "/people/unlock", ("name", "Sue"));
        Assert.NotNull(web.Box.Accounts.Verify("Sue", FakeBox.Password));
    }

    [Theory]
    [InlineData("supervisor", "", "nowhere", "queues")]
    [InlineData("auditor", "", "desk", "queues")]
    [InlineData("agent", "", "", "agent")]
    [InlineData("agent", "nobody", "", "agent")]
    [InlineData("installer", "ana", "", "agent")]
    public async Task Rights_that_do_not_fit_are_told_with_their_place(string role, string agent, string queue, string place)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();

        var answer = await web.Program().PostAsJsonAsync("/api/v1/people", new
        {
            name = "New",
            role,
            agent = agent.Length == 0 ? null : agent,
            queues = queue.Length == 0 ? [] : new[] { queue },
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(place, (await answer.JsonAsync()).GetProperty("mistakes")[0].Text("place"));
        Assert.Null(web.Box.Accounts.Get("New"));
    }

    [Fact]
    public async Task A_browser_is_signed_out_from_another_one()
    {
        await using var web = await TestWeb.StartAsync();
        var (here, there) = (web.Browser(), web.Browser());
        var page = await TextAsync(await here.GetAsync("/account"));
        Assert.Contains("Firefox, Windows", page, StringComparison.Ordinal);
        var id = page.Split("/account/sessions/")[1].Split("/end")[0];

        await here.SubmitAsync("/account", $"/account/sessions/{id}/end");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/")).StatusCode);
        var stranger = web.Browser("Sue", new Rights(Role.Supervisor));
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.SubmitAsync("/account", $"/account/sessions/{id}/end")).StatusCode);
    }

    [Fact]
    public async Task A_key_has_a_role_and_an_end()
    {
        await using var web = await TestWeb.StartAsync();
        var day = web.Box.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var html = await TextAsync(await web.Browser().SubmitAsync(
            "/account", "/account/keys", ("name", "Books"), ("role", "auditor"), ("agent", ""), ("end", day)));
        var program = web.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", html.Split("class=\"secret\">")[1].Split('<')[0]);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/calls")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/people")).StatusCode);
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/calls")).StatusCode);
    }

    private static Task<HttpResponseMessage> JoinAsync(Browser browser, string code) =>
        browser.SubmitAsync("/join", "/join", ("code", code), ("password", NewPassword), ("again", NewPassword));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
