using System.Net;
using System.Net.Http.Json;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Webhooks;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Webhooks;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>What webhooks may be, how long they are patient, and their page.</summary>
public sealed class WebhookRuleTests
{
    private static readonly int[] FailuresInARow = [1, 2, 3, 10];

    private static readonly string[] Topics = ["call.ended"];

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1.0, true)]
    [InlineData(1.0, false)]
    [InlineData(7.2, false)]
    [InlineData(7.3, true)]
    [InlineData(35_000.0, true)]
    public void A_next_try_that_is_further_away_than_any_wait_is_due(double? hours, bool isDue)
    {
        var now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(isDue, WebhookPatience.IsDue(hours is { } away ? now.AddHours(away) : null, now));
    }

    [Theory]
    [InlineData("CRM", "https://crm.example.com/hook", "call.ended", null)]
    [InlineData("CRM", "http://crm.example.com/hook", "call.ended", null)]
    [InlineData("CRM", "http://192.168.1.9:8080/hook", "call.ended", null)]
    [InlineData("", "https://crm.example.com/hook", "call.ended", "name")]
    [InlineData("CRM", "ftp://crm.example.com/hook", "call.ended", "address")]
    [InlineData("CRM", "crm", "call.ended", "address")]
    [InlineData("CRM", "https://me:secret@crm.example.com/", "call.ended", "address")]
    [InlineData("CRM", "http://198.51.100.7/", "call.ended", "address")]
    [InlineData("CRM", "https://169.254.169.254/latest/meta-data", "call.ended", "address")]
    [InlineData("CRM", "https://[::ffff:169.254.169.254]/", "call.ended", "address")]
    [InlineData("CRM", "https://[fe80::1]/", "call.ended", "address")]
    [InlineData("CRM", "https://224.0.0.1/", "call.ended", "address")]
    [InlineData("CRM", "https://crm.example.com/hook", "call.forgotten", "topics")]
    public async Task A_wrong_webhook_is_told_with_its_place(string name, string address, string topic, string? place)
    {
        await using var web = await TestWeb.StartAsync(sends: true);

        var answer = await web.Program().PostAsJsonAsync("/api/v1/webhooks", new { name, address, topics = new[] { topic } });

        if (place is null)
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Equal(address.StartsWith("http:", StringComparison.Ordinal), (await answer.JsonAsync()).Text("warning")!.Length > 0);
            return;
        }

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([place], (await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray().Select(one => one.Text("place")));
    }

    [Theory]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("fd12::1", false, true)]
    [InlineData("203.0.113.9", false, false)]
    [InlineData("203.0.113.9", true, true)]
    [InlineData("2001:db8::1", false, false)]
    [InlineData("169.254.1.1", true, false)]
    [InlineData("::ffff:169.254.169.254", true, false)]
    [InlineData("64:ff9b::169.254.169.254", true, false)]
    [InlineData("2002:a9fe:a9fe::1", true, false)]
    [InlineData("fe80::1", true, false)]
    [InlineData("fd00:ec2::254", true, false)]
    [InlineData("100.100.100.200", true, false)]
    [InlineData("0.0.0.0", true, false)]
    [InlineData("255.255.255.255", true, false)]
    [InlineData("ff02::1", true, false)]
    public void The_guard_lets_pass_what_may_be_sent_to(string address, bool isSecure, bool passes) =>
        Assert.Equal(passes, AddressGuard.Trouble(IPAddress.Parse(address), isSecure) is null);

    [Fact]
    public void The_wait_doubles_up_to_six_hours_and_chance_moves_it_by_a_fifth()
    {
        var now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var waiting = new WebhookDelivery(1, "h", "e", "call.ended", "{}", DeliveryState.Waiting, now);
        var failed = new WebhookAnswer(500, "It answered 500.");

        double Seconds(int failures, double chance) =>
            (WebhookPatience.After(waiting, failures, failed, now, chance).NextAt - now).TotalSeconds;

        Assert.Equal([10, 20, 40, 5120], FailuresInARow.Select(failures => Math.Round(Seconds(failures, 0.5))));
        Assert.Equal((8, 12), (Math.Round(Seconds(1, 0)), Math.Round(Seconds(1, 1))));
        Assert.Equal(21600, Math.Round(Seconds(60, 0.5)));
        var asked = failed with { RetryAfter = TimeSpan.FromMinutes(5) };
        Assert.Equal(now.AddMinutes(5), WebhookPatience.After(waiting, 1, asked, now, 0.5).NextAt);
        Assert.False(WebhookPatience.After(waiting, 60, failed, now.AddDays(2.9), 0.5).GivesUp);
        Assert.True(WebhookPatience.After(waiting, 60, failed, now.AddDays(3), 0.5).GivesUp);
    }

    [Fact]
    public async Task Of_too_many_that_wait_the_oldest_are_left_out_and_counted_and_old_ones_are_forgotten()
    {
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync("https://crm.example.com/hook", Topics);
        var (other, _) = await web.HookAsync("https://other.example.com/hook", Topics, "other");
        await web.DoAsync(id, "pause");
        await web.DoAsync(other, "pause");
        var outbox = web.Hooks().Outbox;
        outbox.TakeUp(1, [new NewDelivery(other, "evt_other", "call.ended", "{}")]);
        outbox.TakeUp(1, [.. Enumerable.Range(1, 2100).Select(number => new NewDelivery(id, $"evt_{number}", "call.ended", "{}"))]);

        var hook = web.Hooks().Find(id)!;
        Assert.Equal((WebhookOutbox.MostWaiting, 1100), (hook.Waiting, hook.Dropped));
        Assert.Equal("evt_1101", outbox.First(id)!.Id);
        Assert.Equal(WebhookOutbox.MostWaiting + WebhookOutbox.MostKept, outbox.List(id, 5000).Count);
        Assert.Equal(1, web.Hooks().Find(other)!.Waiting);
    }

    [Fact]
    public async Task The_page_makes_a_webhook_tells_its_secret_once_and_removes_it()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        var owner = web.Browser();

        var sent = await owner.SubmitAsync(
            "/webhooks", "/webhooks", ("name", "CRM"), ("address", receiver.Address), ("topic", "screen-pop"), ("topic", "call.ended"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var made = await TextAsync(await owner.GetAsync(sent.Headers.Location!.ToString()));
        var secret = made.Split("id=\"webhook-secret\">")[1].Split('<')[0];
        var hook = Assert.Single(web.Hooks().List());
        Assert.Equal((web.Hooks().SecretOf(hook.Id), 2), (secret, hook.Topics.Count));
        Assert.DoesNotContain(secret, await TextAsync(await owner.GetAsync($"/webhooks/{hook.Id}")), StringComparison.Ordinal);

        await owner.SubmitAsync($"/webhooks/{hook.Id}", $"/webhooks/{hook.Id}/ping");
        await web.UntilAsync(() => receiver.All.Count == 1);
        await web.UntilAsync(() => web.Hooks().Find(hook.Id)!.Waiting == 0);
        Assert.Contains("ping", await TextAsync(await owner.GetAsync($"/webhooks/{hook.Id}")), StringComparison.Ordinal);

        var wrong = await owner.SubmitAsync("/webhooks", "/webhooks", ("name", "CRM"), ("address", "http://169.254.169.254/"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("link-local", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var removed = await owner.SubmitAsync($"/webhooks/{hook.Id}", $"/webhooks/{hook.Id}/remove");
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Empty(web.Hooks().List());
        Assert.Null(web.Hooks().SecretOf(hook.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/webhooks/{hook.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_new_secret_takes_the_place_of_the_old_one_and_only_admins_see_any_of_it()
    {
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, old) = await web.HookAsync("https://crm.example.com/hook", Topics);

        var told = await (await web.Program().PostAsync($"/api/v1/webhooks/{id}/secret", null)).JsonAsync();

        Assert.NotEqual(old, told.Text("secret"));
        Assert.Equal(told.Text("secret"), web.Hooks().SecretOf(id));
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Admin))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await web.Program(new Rights(role)).GetAsync("/api/v1/webhooks")).StatusCode);
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
