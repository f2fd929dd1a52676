using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Audit;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Security.Audit;

namespace Switchhook.Tests.Web.Security;

/// <summary>What people and programs do is in the audit log, by one mechanism for all routes.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Every_route_that_changes_something_has_words_for_the_log()
    {
        await using var web = await TestWeb.StartAsync();
        var writes =
            from route in web.Routes
            from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
            where method is not ("GET" or "HEAD") && !AuditWords.IsQuiet(route, method)
            select (Route: route, Method: method);

        var all = writes.ToList();

        Assert.True(all.Count > 40);
        var unknown = all.Where(one => !AuditWords.Knows(one.Route, one.Method));
        Assert.Empty(unknown.Select(one => $"{one.Method} {one.Route.RoutePattern.RawText}"));
    }

    [Fact]
    public async Task Sign_ins_are_kept_good_and_bad_with_who_and_from_where()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser(signedIn: false);

        await SignInAsync(browser, "ADMIN", "not the password");
        await SignInAsync(browser, "admin", FakeBox.Password);

        Assert.Equal(
            [("Signed in", "admin", 303), ("Signed in", "ADMIN", 401)],
            Log(web).Select(entry => (entry.What, entry.Who, entry.Status)));
    }

    [Fact]
    public async Task A_change_is_kept_with_before_and_after_and_what_was_refused_too()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Accounts.Create("Sue", FakeBox.Password, new Rights(Role.Supervisor));
        await web.Program().PutAsJsonAsync("/api/v1/people/Sue", new { role = "auditor" });
        await web.Program(new Rights(Role.Auditor)).DeleteAsync("/api/v1/people/Sue");

        var log = Log(web);

        Assert.Equal("Removed the account of Sue", log[0].What);
        Assert.Equal(("key reports", "auditor", 403), (log[0].Who, log[0].Role, log[0].Status));
        Assert.Equal(("Changed the account of Sue", "supervisor", "auditor"), (log[1].What, log[1].Before, log[1].After));
        Assert.Equal(2, log.Count);
    }

    [Fact]
    public async Task Reading_leaves_no_trace_but_hearing_does_once()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        web.Box.Answer(call);
        web.Box.End(call, TimeSpan.FromSeconds(9));
        var program = web.Program(new Rights(Role.Auditor));
        await program.GetAsync("/api/v1/calls");

        await program.GetAsync($"/api/v1/recordings/rec-{call}/audio");
        await program.GetAsync($"/api/v1/recordings/rec-{call}/audio");

        Assert.Equal($"Heard recording rec-{call}", Assert.Single(Log(web)).What);
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromMinutes(11));
        await program.GetAsync($"/api/v1/recordings/rec-{call}/audio");
        Assert.Equal(2, Log(web).Count);
    }

    [Fact]
    public async Task The_log_is_filtered_and_given_as_a_file()
    {
        await using var web = await TestWeb.StartAsync();
        await SignInAsync(web.Browser(signedIn: false), "=1+1", "not the password");
        await web.Program().PutAsJsonAsync("/api/v1/night", new { on = true });
        var program = web.Program(new Rights(Role.Auditor));

        var items = (await program.JsonAsync("/api/v1/audit?text=NIGHT")).GetProperty("items");
        Assert.Equal("Switched night", Assert.Single(items.EnumerateArray()).Text("what"));
        Assert.Equal(0, (await program.JsonAsync("/api/v1/audit?who=nobody")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await program.GetAsync("/api/v1/audit?from=yesterday")).StatusCode);

        var csv = await program.GetStringAsync("/api/v1/audit?format=csv");
        Assert.Contains(",'=1+1,", csv, StringComparison.Ordinal);
        var page = await (await web.Browser("Otto", new Rights(Role.Auditor)).GetAsync("/audit?text=night")).Content.ReadAsStringAsync();
        Assert.Contains("Switched night", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed in", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_are_forgotten_after_two_years_and_never_changed()
    {
        await using var web = await TestWeb.StartAsync();
        var store = new AuditStore(web.Box.Backend.Database, web.Box.Time);
        Assert.True(store.Add(new AuditEntry(web.Box.Time.GetUtcNow(), "admin", "admin", "", "Something old", 200)));
        ((ManualTimeProvider)web.Box.Time).Advance(AuditStore.Kept + TimeSpan.FromDays(1));
        for (var i = 0; i < 200; i++)
        {
            store.Add(new AuditEntry(web.Box.Time.GetUtcNow(), "admin", "admin", "", "Something new", 200));
        }

        Assert.Equal(200, store.List(new AuditQuery(1000)).Count);
        using var connection = new SqliteConnection($"Data Source={web.Box.Backend.Database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "update audit set who = 'nobody'";
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    private static Task<HttpResponseMessage> SignInAsync(Browser browser, string name, string password) =>
        browser.SubmitAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("return", "/"));

    private static IReadOnlyList<AuditEntry> Log(TestWeb web) =>
        new AuditStore(web.Box.Backend.Database, web.Box.Time).List(new AuditQuery(100));
}
