using Switchhook.Storage.Webhooks;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>Webhooks that are changed, or tried at once, while something is on its way.</summary>
public sealed class WebhookChangeTests
{
    private static readonly string[] Topics = ["call.started"];
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    [Fact]
    public async Task What_happened_before_a_change_and_is_not_taken_up_yet_is_told()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync(receiver.Address, Topics);

        web.Box.Ring();
        Assert.Equal(WebhookOutcome.Done, web.Hooks().Change(web.Hooks().Find(id)! with { Name = "Another" }));
        await web.UntilAsync(() => receiver.All.Count == 1);

        Assert.Equal("call.started", receiver.All[0].Topic);
    }

    [Fact]
    public async Task What_was_looked_at_before_a_change_is_kept_so_that_more_topics_find_nothing_old()
    {
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync("http://127.0.0.1:9/", ["voicemail.left"]);
        web.Box.Ring();

        await web.UntilAsync(() =>
        {
            web.Hooks().Change(web.Hooks().Find(id)! with { Topics = ["voicemail.left", "call.missed"] });
            return web.Hooks().Outbox.TakenUpTo() == web.Box.Store.LastCommitted;
        });

        Assert.Empty(web.Hooks().Outbox.List(id, 1));
    }

    [Theory]
    [InlineData("change")]
    [InlineData("ping")]
    [InlineData("resume")]
    [InlineData("resend")]
    public async Task A_try_under_way_does_not_undo_that_it_is_tried_at_once(string how)
    {
        await using var web = await TestWeb.StartAsync();
        var (id, _) = await web.HookAsync("http://127.0.0.1:9/", Topics);
        var (hooks, now) = (web.Hooks(), web.Box.Time.GetUtcNow());
        hooks.Send(new NewDelivery(id, "evt_1", "ping", "{}"));
        var sent = hooks.Outbox.First(id)!;
        hooks.Outbox.Note(new DeliveryTry(sent, now, 200, null, null, false, hooks.Outbox.HurriesOf(id)), Patience);
        hooks.Send(new NewDelivery(id, "evt_2", "ping", "{}"));
        var tried = hooks.Outbox.First(id)!;
        var failed = new DeliveryTry(tried, now, null, "No answer.", now.AddHours(6), false, hooks.Outbox.HurriesOf(id));

        Assert.Equal(WebhookOutcome.Done, how switch
        {
            "change" => hooks.Change(hooks.Find(id)! with { Address = new Uri("http://127.0.0.1:10/") }),
            "ping" => hooks.Send(new NewDelivery(id, "evt_3", "ping", "{}")),
            "resume" => hooks.SetPaused(id, false),
            _ => hooks.Resend(id, sent.Seq),
        });
        Assert.True(hooks.Outbox.Note(failed, Patience));

        Assert.Equal((null, 0), (hooks.Find(id)!.NextAt, hooks.Find(id)!.Failures));
        Assert.Equal(1, hooks.Outbox.List(id, 10).Single(one => one.Seq == tried.Seq).Tries);
        Assert.True(hooks.Outbox.Note(failed with { Hurries = hooks.Outbox.HurriesOf(id) }, Patience));
        Assert.Equal((now.AddHours(6), 1), (hooks.Find(id)!.NextAt, hooks.Find(id)!.Failures));
    }
}
