using System.Net;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>The forms of webhooks: what they keep, and what loading a page again does.</summary>
public sealed class WebhookPageTests
{
    private const string Address = "https://crm.example.com/hook";

    private static readonly string[] Topics = ["call.ended"];

    private static readonly string[] Limit = ["desk"];

    [Fact]
    public async Task A_limit_to_a_queue_that_is_gone_stays_when_the_form_is_saved_until_its_box_is_emptied()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        var (id, _) = await web.HookAsync(Address, Topics, queues: Limit);
        web.Box.Site.Model = web.Box.Site.Model with { Queues = web.Box.Site.Model.Queues.Remove("desk") };
        var browser = web.Browser();
        var page = await (await browser.GetAsync($"/webhooks/{id}")).Content.ReadAsStringAsync();

        Assert.Contains("desk (gone)", page, StringComparison.Ordinal);
        var fields = FormFields.Of(page).DistinctBy(field => field).ToArray();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync($"/webhooks/{id}", fields)).StatusCode);
        Assert.Equal(Limit, web.Hooks().Find(id)!.Queues);

        await browser.PostAsync($"/webhooks/{id}", [.. fields.Where(field => field.Name != "queue")]);
        Assert.Empty(web.Hooks().Find(id)!.Queues);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_when_it_was_wrong()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        var (id, _) = await web.HookAsync(Address, Topics);

        foreach (var path in new[] { "/webhooks", $"/webhooks/{id}" })
        {
            var answer = await web.Browser().SubmitAsync(
                path, path, ("name", "Ticket office"), ("address", "crm.example.com/typed"), ("topic", "screen-pop"), ("queue", "sales"));
            var fields = FormFields.Of(await answer.Content.ReadAsStringAsync());

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(("name", "Ticket office"), fields);
            Assert.Contains(("address", "crm.example.com/typed"), fields);
            Assert.Contains(("topic", "screen-pop"), fields);
            Assert.Contains(("queue", "sales"), fields);
            Assert.DoesNotContain(("topic", "call.ended"), fields);
        }
    }

    [Fact]
    public async Task A_secret_is_shown_once_after_a_redirect_to_the_browser_that_made_it_within_a_minute()
    {
        await using var web = await TestWeb.StartAsync();
        var (id, _) = await web.HookAsync(Address, Topics);
        var (browser, other) = (web.Browser(), web.Browser());

        var sent = await browser.SubmitAsync($"/webhooks/{id}", $"/webhooks/{id}/secret");
        Assert.Equal((HttpStatusCode.SeeOther, $"/webhooks/{id}"), (sent.StatusCode, sent.Headers.Location!.ToString()));
        var secret = web.Hooks().SecretOf(id)!;
        Assert.DoesNotContain(secret, await PageAsync(other), StringComparison.Ordinal);
        Assert.Contains(secret, await PageAsync(browser), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await PageAsync(browser), StringComparison.Ordinal);

        await browser.SubmitAsync($"/webhooks/{id}", $"/webhooks/{id}/secret");
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(web.Hooks().SecretOf(id)!, await PageAsync(browser), StringComparison.Ordinal);

        async Task<string> PageAsync(Browser one) => await (await one.GetAsync($"/webhooks/{id}")).Content.ReadAsStringAsync();
    }
}
