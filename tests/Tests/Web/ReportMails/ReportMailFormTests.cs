using System.Collections.Immutable;
using System.Net;
using Switchhook.Site.Alerts;
using Switchhook.Storage.ReportMails;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.ReportMails;

/// <summary>The forms of reports by mail: where a mistake lands, and what is gone.</summary>
public sealed class ReportMailFormTests
{
    [Fact]
    public async Task A_wrong_change_opens_its_own_row_with_what_was_typed_and_leaves_the_new_one_empty()
    {
        await using var web = await TestWeb.StartAsync();
        var id = Add(web);

        var answer = await SendAsync(web, id, ("receivers", "nobody"), ("name", "Typed"));
        var page = await answer.Content.ReadAsStringAsync();
        var parts = page.Split("<h2 id=\"new-title\">");
        var row = parts[0].Split("<details class=\"whole\" open").Skip(1).Single();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("each an address such as", row, StringComparison.Ordinal);
        Assert.Contains("nobody</textarea>", row, StringComparison.Ordinal);
        Assert.Contains(("name", "Typed"), FormFields.Of(row));
        Assert.Contains(("name", ""), FormFields.Of(parts[1]));
        Assert.Equal("Desk", Find(web, id).Name);
    }

    [Fact]
    public async Task A_report_of_a_queue_that_is_gone_says_so_and_stays_of_it_when_it_is_saved()
    {
        await using var web = await TestWeb.StartAsync();
        var id = Add(web);
        web.Box.Site.Model = web.Box.Site.Model with { Queues = web.Box.Site.Model.Queues.Remove("desk") };

        var page = await (await web.Browser().GetAsync("/reports/mails")).Content.ReadAsStringAsync();
        Assert.Contains("<span>Queue desk (gone)</span>", page, StringComparison.Ordinal);
        Assert.Equal("queue:desk", FormFields.Of(page).First(field => field.Name == "of").Value);

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(web, id, ("of", "queue:desk"), ("at", "08:15"))).StatusCode);
        Assert.Equal(("queue", "desk", new TimeOnly(8, 15)), (Find(web, id).Subject, Find(web, id).SubjectName, Find(web, id).At));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(web, id, ("of", "queue:never"))).StatusCode);
    }

    [Fact]
    public async Task A_wrong_time_is_told_as_a_time_and_not_filled_in()
    {
        await using var web = await TestWeb.StartAsync();

        var page = await (await SendAsync(web, Add(web), ("at", "25:00"))).Content.ReadAsStringAsync();

        Assert.Contains("There is no such time.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no such day.", page, StringComparison.Ordinal);
        Assert.Contains(("at", ""), FormFields.Of(page));
    }

    private static string Add(TestWeb web)
    {
        web.Box.AddQueues();
        var way = new AlertWay.Mail("boss@example.com", "box@example.com", "mail.example.com", AlertConfig.MailPort);
        web.Box.Site.Model = web.Box.Site.Model with
        {
            Alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty.Add("boss", new AlertConfig("boss", way)),
        };
        return web.Service<Stores>().ReportMails.Create(
            new ReportSchedule("", "Desk", "queue", "desk", ReportRhythm.Weekly, 1, new TimeOnly(7, 0)) { Receivers = ["a@b.com"] })!.Id;
    }

    private static ReportSchedule Find(TestWeb web, string id) => web.Service<Stores>().ReportMails.Find(id)!;

    private static Task<HttpResponseMessage> SendAsync(TestWeb web, string id, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] fields =
            [("name", "Desk"), ("of", "queue:desk"), ("every", "weekly:1"), ("at", "07:00"), ("receivers", "a@b.com")];
        return web.Browser().SubmitAsync(
            "/reports/mails",
            $"/reports/mails/{id}",
            [.. changes.UnionBy(fields, field => field.Name)]);
    }
}
