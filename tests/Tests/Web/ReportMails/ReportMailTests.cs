using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Switchhook.Site.Alerts;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.ReportMails;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Tests.Web.Webhooks;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams.Reports;

namespace Switchhook.Tests.Web.ReportMails;

/// <summary>Reports by mail: made, due, missed, failed, in doubt. It is Monday, 08:00.</summary>
public sealed class ReportMailTests
{
    private static readonly string[] Receivers = ["ana@example.com", "boss@example.com"];

    [Fact]
    public async Task A_report_is_sent_when_it_is_due_and_once_only()
    {
        await using var web = await StartAsync();
        web.Box.Abandon(9, "+13125550149", 20);
        var made = await MakeAsync(web, Desk());
        Assert.Equal("2026-11-24T07:00:00.000Z", made.Text("nextAt"));

        await web.UntilAsync(() => web.Box.Mail.Tried.Count > 0, step: 300);
        await StandsAsync(web, days: 0.5);

        var mail = Assert.Single(web.Box.Mail.Tried);
        Assert.Equal(Receivers, mail.To);
        Assert.Equal("Maple Street Clinic: Desk, Monday, 23 November 2026", mail.Subject);
        var html = mail.Html.ReplaceLineEndings("\n");
        Assert.Contains("<th align=\"left\">Offered</th>\n<td align=\"right\">1</td>", html, StringComparison.Ordinal);
        Assert.Contains("Offered: 1 (before: 0, +1)", mail.Text, StringComparison.Ordinal);
        Assert.Equal("queue-2026-11-23.csv", mail.FileName);
        Assert.Contains(",offered,Offered,1,0,1,neutral,", Encoding.UTF8.GetString(mail.Csv.Span), StringComparison.Ordinal);
        Assert.NotNull(Only(web).LastSentAt);
        await web.UntilAsync(() => web.Box.Mail.Tried.Count > 1, step: 300);
        Assert.Equal(2, web.Box.Mail.Tried.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_a_box_missed_while_it_was_off_is_sent_once()
    {
        FakeBox box;
        await using (var before = await StartAsync())
        {
            await MakeAsync(before, Wish("daily"));
            box = before.Box.Killed();
        }

        AddSite(box);
        ((ManualTimeProvider)box.Time).Advance(TimeSpan.FromDays(3));

        await using var after = await TestWeb.StartAsync(box, sends: true);
        await after.UntilAsync(() => Only(after).LastSentAt is not null, step: 1);
        await StandsAsync(after, days: 0.5);

        Assert.Contains("Wednesday, 25 November 2026", Assert.Single(box.Mail.Tried).Subject, StringComparison.Ordinal);

        // The mark is durable: after one more restart it is not sent again.
        var third = box.Killed();
        AddSite(third);
        await using var last = await TestWeb.StartAsync(third, sends: true);
        await StandsAsync(last, days: 0.05);
        Assert.Empty(third.Mail.Tried);
    }

    [Fact]
    public async Task What_a_server_does_not_take_is_tried_again_and_told()
    {
        await using var web = await StartAsync();
        web.Box.Mail.Answer = () => Task.FromResult(new ReportPosted(false, "The mail server did not take it: go away"));
        var id = (await MakeAsync(web, Wish("daily"))).Text("id")!;

        await DoAsync(web, id, "send");
        await web.UntilAsync(() => web.Box.Mail.Tried.Count == 3, step: 5);
        var page = await (await web.Browser().GetAsync("/reports/mails")).Content.ReadAsStringAsync();
        Assert.Contains("did not take it: go away", page, StringComparison.Ordinal);

        web.Box.Mail.Answer = () => Task.FromResult(new ReportPosted(true, "Not for boss@example.com."));
        await web.UntilAsync(() => Only(web).LastSentAt is not null, step: 5);
        Assert.Equal(("Not for boss@example.com.", false), (Only(web).LastError, Only(web).IsOwed));
        Assert.Single(web.Box.Mail.Tried.Select(mail => mail.Id).Distinct());
        await StandsAsync(web, days: 0.2);
        Assert.Equal(4, web.Box.Mail.Tried.Count);
    }

    [Fact]
    public async Task A_kill_while_it_is_sent_leaves_a_doubt_that_is_told_and_no_second_mail()
    {
        await using var before = await StartAsync();
        before.Box.Mail.Answer = () => new TaskCompletionSource<ReportPosted>().Task;
        var id = (await MakeAsync(before, Wish("weekly"))).Text("id")!;
        await DoAsync(before, id, "send");
        await before.UntilAsync(() => before.Box.Mail.Tried.Count == 1);

        var box = before.Box.Killed();
        AddSite(box);
        await using var after = await TestWeb.StartAsync(box, sends: true);
        await after.UntilAsync(() => !Only(after).IsOwed);
        await StandsAsync(after, days: 0.1);

        Assert.Empty(box.Mail.Tried);
        Assert.Contains("it may have arrived", Only(after).LastError, StringComparison.Ordinal);
        await DoAsync(after, id, "send");
        await after.UntilAsync(() => box.Mail.Tried.Count == 1);
    }

    [Fact]
    public async Task A_pause_leaves_out_what_is_due_meanwhile()
    {
        await using var web = await StartAsync();
        var id = (await MakeAsync(web, Wish("daily"))).Text("id")!;
        await DoAsync(web, id, "pause");
        await StandsAsync(web, days: 1.5);
        await DoAsync(web, id, "resume");
        await StandsAsync(web, days: 0.2);
        Assert.Empty(web.Box.Mail.Tried);

        await web.UntilAsync(() => web.Box.Mail.Tried.Count == 1, step: 300);
    }

    [Fact]
    public async Task One_that_is_paused_is_sent_when_somebody_wants_it_now()
    {
        await using var web = await StartAsync();
        var id = (await MakeAsync(web, Wish("daily"))).Text("id")!;
        await DoAsync(web, id, "pause");

        await DoAsync(web, id, "send");
        await web.UntilAsync(() => Only(web).LastSentAt is not null);
        await StandsAsync(web, days: 1.5);

        Assert.Single(web.Box.Mail.Tried);
        Assert.NotNull(Only(web).PausedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clock_that_was_ahead_by_years_and_is_mended_stops_nothing(bool isSent)
    {
        await using var web = await StartAsync();
        var id = (await MakeAsync(web, Wish("daily"))).Text("id")!;
        var (store, ahead) = (web.Service<Stores>().ReportMails, web.Box.Time.GetUtcNow().AddYears(4));
        Assert.True(store.Owe(id, ahead));
        Assert.True(isSent ? store.Sent(id, null) : store.Failed(id, "Nobody is there.", ahead));

        await web.UntilAsync(() => Only(web).DueAt < ahead, step: 5);
        Assert.False(Only(web).IsOwed);
        await web.UntilAsync(() => web.Box.Mail.Tried.Count == 1, step: 300);

        Assert.Contains("Monday, 23 November 2026", web.Box.Mail.Tried[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_try_of_a_clock_that_was_ahead_is_due()
    {
        await using var web = await StartAsync();
        web.Box.Mail.Answer = () => Task.FromResult(new ReportPosted(false, "Nobody is there."));
        var id = (await MakeAsync(web, Wish("weekly"))).Text("id")!;
        await DoAsync(web, id, "send");
        await web.UntilAsync(() => Only(web).Tries == 1);
        web.Box.Mail.Answer = () => Task.FromResult(new ReportPosted(true, null));
        Assert.True(web.Service<Stores>().ReportMails.Failed(id, "Nobody is there.", web.Box.Time.GetUtcNow().AddDays(3)));

        await web.UntilAsync(() => Only(web).LastSentAt is not null, step: 5);
    }

    [Fact]
    public async Task A_doubt_that_a_full_disk_does_not_take_leads_to_no_second_mail()
    {
        await using var before = await StartAsync();
        before.Box.Mail.Answer = () => new TaskCompletionSource<ReportPosted>().Task;
        var id = (await MakeAsync(before, Wish("weekly"))).Text("id")!;
        await DoAsync(before, id, "send");
        await before.UntilAsync(() => before.Box.Mail.Tried.Count == 1);
        var box = before.Box.Killed();
        AddSite(box);

        // A change of a report needs more pages than there are.
        box.Backend.Database.Write((connection, _) => connection.Execute(
            """
            create table ballast (heap blob);
            create trigger full before update on report_mails begin insert into ballast values (zeroblob(4000000)); end;
            """));
        box.Backend.Database.Write((connection, _) => connection.Execute(
            $"pragma max_page_count = {connection.ExecuteScalar<long>("pragma page_count") + 200}"));
        await using var after = await TestWeb.StartAsync(box, sends: true);
        await StandsAsync(after, days: 0.1);
        Assert.True(Only(after).IsOwed);

        box.Backend.Database.Write((connection, _) => connection.Execute("drop trigger full; pragma max_page_count = 1000000"));
        await StandsAsync(after, days: 0.1);
        Assert.False(Only(after).IsOwed);
        Assert.Empty(box.Mail.Tried);
    }

    [Fact]
    public async Task Without_a_mail_server_the_site_file_is_told_as_the_cure()
    {
        await using var web = await TestWeb.StartAsync(sends: true);

        var answer = await web.Program().PostAsJsonAsync("/api/v1/reports/mails", Wish("daily"));
        var page = await (await web.Browser().GetAsync("/reports/mails")).Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("section alerts of the site file", (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        Assert.Contains("section alerts of the site file", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_or_a_queue_that_is_taken_away_is_told()
    {
        await using var web = await StartAsync();
        var id = (await MakeAsync(web, Desk())).Text("id")!;
        var site = web.Box.Site.Model;
        web.Box.Site.Model = site with { Alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty };
        await DoAsync(web, id, "send");
        await web.UntilAsync(() => Only(web).LastError is not null);
        Assert.StartsWith("The site names no mail server.", Only(web).LastError, StringComparison.Ordinal);

        web.Box.Site.Model = site with { Queues = site.Queues.Remove("desk") };
        await DoAsync(web, id, "send");
        await web.UntilAsync(
            () => Only(web).LastError?.StartsWith("The site has no queue desk any more.", StringComparison.Ordinal) == true);
        Assert.Empty(web.Box.Mail.Tried);
    }

    [Theory]
    [InlineData("""{"name":"","of":"lines","every":"daily","at":"07:00","receivers":["a@example.com"]}""", "name")]
    [InlineData("""{"name":"x","of":"queue","ofName":"gone","every":"daily","at":"07:00","receivers":["a@example.com"]}""", "ofName")]
    [InlineData("""{"name":"x","of":"lines","every":"weekly","day":7,"at":"07:00","receivers":["a@example.com"]}""", "day")]
    [InlineData("""{"name":"x","of":"lines","every":"monthly","day":32,"at":"07:00","receivers":["a@example.com"]}""", "day")]
    [InlineData("""{"name":"x","of":"lines","every":"daily","at":"07:00","receivers":[]}""", "receivers")]
    [InlineData("""{"name":"x","of":"lines","every":"daily","at":"07:00","receivers":["a@example.com\r\nBcc: b@b.com"]}""", "receivers")]
    [InlineData("""{"name":"x","of":"lines","every":"daily","at":"07:00","receivers":["Ana <a@example.com>"]}""", "receivers")]
    [InlineData("""{"name":"x","of":"lines","every":"daily","at":"07:00","receivers":["a@b.com"],"alert":"gone"}""", "alert")]
    public async Task A_mistake_is_told_with_its_place(string wish, string place)
    {
        await using var web = await StartAsync();

        var answer = await web.Program().PostAsync(
            "/api/v1/reports/mails", new StringContent(wish, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([place], (await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray().Select(one => one.Text("place")));
    }

    [Fact]
    public async Task The_page_makes_changes_and_removes_one_and_a_supervisor_of_one_queue_may_not()
    {
        await using var web = await StartAsync();
        var sue = web.Browser("Sue", new Rights(Role.Supervisor));

        await sue.SubmitAsync(
            "/reports/mails",
            "/reports/mails",
            ("name", "Desk"),
            ("of", "queue:desk"),
            ("every", "weekly:1"),
            ("at", "07:30"),
            ("receivers", "ana@example.com\r\nboss@example.com"));
        var made = Only(web);
        Assert.Equal(("desk", ReportRhythm.Weekly, 1), (made.SubjectName, made.Every, made.Day));
        Assert.Equal(("Sue", 2), (made.MadeBy, made.Receivers.Count));

        var changed = await sue.SubmitAsync(
            "/reports/mails",
            $"/reports/mails/{made.Id}",
            ("name", "Lines"),
            ("of", "lines:"),
            ("every", "daily:"),
            ("at", "06:00"),
            ("receivers", "ana@example.com"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal(("lines", null, ReportRhythm.Daily), (Only(web).Subject, Only(web).SubjectName, Only(web).Every));

        await sue.SubmitAsync("/reports/mails", $"/reports/mails/{made.Id}/remove");
        Assert.Empty(web.Service<Stores>().ReportMails.List());
        var limited = new Rights(Role.Supervisor) { Queues = ["desk"] };
        Assert.Equal(HttpStatusCode.Forbidden, (await web.Program(limited).GetAsync("/api/v1/reports/mails")).StatusCode);
    }

    private static object Desk() =>
        new { name = "Desk", of = "queue", ofName = "desk", every = "daily", at = "07:00", receivers = Receivers };

    private static object Wish(string every) => new { name = "Lines", of = "lines", every, at = "07:00", receivers = Receivers };

    private static ReportSchedule Only(TestWeb web) => Assert.Single(web.Service<Stores>().ReportMails.List());

    private static async Task<JsonElement> MakeAsync(TestWeb web, object wish)
    {
        var answer = await web.Program().PostAsJsonAsync("/api/v1/reports/mails", wish);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static async Task DoAsync(TestWeb web, string id, string what) =>
        Assert.Equal(HttpStatusCode.OK, (await web.Program().PostAsync($"/api/v1/reports/mails/{id}/{what}", null)).StatusCode);

    // Lets time pass in steps in which the clock of reports looks.
    private static async Task StandsAsync(TestWeb web, double days)
    {
        var end = web.Box.Time.GetUtcNow().AddDays(days);
        await web.UntilAsync(() => web.Box.Time.GetUtcNow() >= end, step: 300);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync(sends: true);
        AddSite(web.Box);
        return web;
    }

    private static void AddSite(FakeBox box)
    {
        box.AddQueues();
        var way = new AlertWay.Mail("boss@example.com", "box@example.com", "mail.example.com", AlertConfig.MailPort);
        box.Site.Model = box.Site.Model with
        {
            Alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty.Add("boss", new AlertConfig("boss", way)),
        };
    }
}
