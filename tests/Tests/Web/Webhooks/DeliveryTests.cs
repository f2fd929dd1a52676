using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Webhooks;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Switchhook.Tests.Appliance.Alerts;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>Deliveries to a web server on the loopback interface.</summary>
public sealed class DeliveryTests
{
    private static readonly string[] Calls = ["call.started", "call.answered", "call.ended"];

    [Fact]
    public async Task A_call_is_told_in_order_and_its_signatures_are_right_by_another_program()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        var (_, secret) = await web.HookAsync($"{receiver.Address}/crm?key=1", Calls);

        var call = web.Box.Ring();
        web.Box.Answer(call);
        web.Box.End(call);
        await web.UntilAsync(() => receiver.All.Count >= 3);

        Assert.Equal(Calls, receiver.All.Select(got => got.Topic));
        Assert.Equal(3, receiver.All.Select(got => got.Id).Distinct().Count());
        foreach (var got in receiver.All)
        {
            var body = JsonDocument.Parse(got.Body).RootElement;
            Assert.Equal(got.Id, body.Text("id"));
            Assert.Equal("+13125550142", body.Text("call", "callerNumber"));
            Assert.Equal(got.Topic, body.Text("topic"));
            var (time, sum) = (got.Signature.Split(',')[0]["t=".Length..], got.Signature.Split(',')[1]["v1=".Length..]);
            var output = await ExternalProgram.RunAsync(
                "openssl", ["dgst", "-sha256", "-hmac", secret], Encoding.UTF8.GetBytes($"{time}.{got.Body}"));
            Assert.EndsWith($"= {sum}\n", Encoding.ASCII.GetString(output), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_screen_pop_goes_to_the_hook_of_its_queue_alone()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        web.Box.AddQueues();
        await web.HookAsync($"{receiver.Address}/desk", ["screen-pop", "queue.entered"], "desk", ["desk"]);
        await web.HookAsync($"{receiver.Address}/sales", ["screen-pop", "queue.entered"], "sales", ["sales"]);

        var call = web.Box.Enter(1, "+13125550141");
        web.Box.Write(new QueueOffered(call, "call-1-1", "desk", "ana", "101", "Idle longest."));
        await web.UntilAsync(() => receiver.All.Count >= 2);

        Assert.Equal(["/desk queue.entered", "/desk screen-pop"], receiver.All.Select(got => $"{got.Path} {got.Topic}"));
        var pop = JsonDocument.Parse(receiver.All[1].Body).RootElement.GetProperty("screenPop");
        Assert.Equal(("+13125550141", "/desk?agent=ana"), (pop.Text("number"), pop.Text("desk")));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(20, 1)]
    public async Task A_missed_call_is_one_by_the_rules_of_the_list(int seconds, int missed)
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        await web.HookAsync(receiver.Address, ["call.missed", "call.ended"]);

        var call = web.Box.Ring();
        web.Box.Pass(seconds);
        web.Box.Write(new CallEnded(call, Cause.HungUp("The caller")));
        await web.UntilAsync(() => receiver.All.Any(got => got.Topic == "call.ended"));
        await web.UntilAsync(() => web.Hooks().List()[0].Waiting == 0);

        Assert.Equal(missed, receiver.All.Count(got => got.Topic == "call.missed"));
    }

    [Fact]
    public async Task What_failed_is_tried_again_under_the_same_id_and_nothing_overtakes_it()
    {
        var times = new ConcurrentQueue<DateTimeOffset>();
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync(receiver.Address, Calls);
        receiver.Answer = async (context, _) =>
        {
            times.Enqueue(web.Box.Time.GetUtcNow());
            context.Response.StatusCode = times.Count < 3 ? 500 : 200;
            await context.Response.WriteAsync("database down", context.RequestAborted);
        };

        var call = web.Box.Ring();
        web.Box.Answer(call);
        await web.UntilAsync(() => web.Hooks().Find(id)!.Failures > 0);
        var hook = await web.ReadAsync(id);
        Assert.Equal(("retrying", "It answered 500. It said: database down"), (hook.Text("state"), hook.Text("lastError")));
        await web.UntilAsync(() => receiver.All.Count >= 4, step: 0.5);
        await web.UntilAsync(() => web.Hooks().Find(id)!.Waiting == 0);

        Assert.Equal(["call.started", "call.started", "call.started", "call.answered"], receiver.All.Select(got => got.Topic));
        Assert.Single(receiver.All.Take(3).Select(got => got.Id).Distinct());
        var at = times.ToList();
        Assert.True(at[1] - at[0] >= TimeSpan.FromSeconds(8) && at[2] - at[1] >= TimeSpan.FromSeconds(16), string.Join(' ', at));
        Assert.Equal("good", (await web.ReadAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_said_so()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        receiver.Answer = (context, _) =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        var (id, _) = await web.HookAsync($"{receiver.Address}/old", Calls);

        await web.DoAsync(id, "ping");
        await web.UntilAsync(() => web.Hooks().Find(id)!.Failures > 0);

        Assert.Contains("redirect", web.Hooks().Find(id)!.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.All, got => got.Path == "/elsewhere");
    }

    [Fact]
    public async Task A_receiver_that_hangs_holds_up_no_other()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        receiver.Answer = (context, got) => got.Path == "/slow"
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
            : Task.CompletedTask;
        var (slow, _) = await web.HookAsync($"{receiver.Address}/slow", Calls, "slow");
        var (quick, _) = await web.HookAsync($"{receiver.Address}/quick", Calls, "quick");

        web.Box.Ring();
        await web.UntilAsync(() => web.Hooks().Find(quick)!.LastDoneAt is not null);
        Assert.Equal(0, web.Hooks().Find(slow)!.Failures);
        await web.UntilAsync(() => web.Hooks().Find(slow)!.Failures == 1);

        Assert.Equal("There was no answer within 10 s.", web.Hooks().Find(slow)!.LastError);
    }

    [Fact]
    public async Task Garbage_and_a_closed_port_are_failures_in_words()
    {
        await using var web = await TestWeb.StartAsync(sends: true);
        var server = new LoopbackServer(async line =>
        {
            await line.ReadAsync();
            await line.WriteAsync("\0\u0001 this is no HTTP");
        });
        var (id, _) = await web.HookAsync($"http://127.0.0.1:{server.Port}/", Calls);
        await web.DoAsync(id, "ping");
        await web.UntilAsync(() => web.Hooks().Find(id)!.Failures == 1);
        Assert.StartsWith("It cannot be reached (", web.Hooks().Find(id)!.LastError, StringComparison.Ordinal);

        await server.DisposeAsync();
        await web.UntilAsync(() => web.Hooks().Find(id)!.Failures == 2, step: 0.5);
        Assert.Equal("It cannot be reached (ConnectionError).", web.Hooks().Find(id)!.LastError);
    }

    [Fact]
    public async Task What_was_not_sent_at_a_kill_is_sent_after_it_and_what_was_sent_keeps_its_id()
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        FakeBox box;
        string id;
        await using (var before = await TestWeb.StartAsync(sends: true))
        {
            (id, _) = await before.HookAsync(receiver.Address, Calls);
            var call = before.Box.Ring();
            await before.UntilAsync(() => before.Hooks().Find(id)!.Failures == 1);

            // Killed: the first event was tried, the second is in the journal and was not taken up yet.
            box = before.Box.Killed();
            box.Answer(call);
        }

        var tried = receiver.All.Count;
        receiver.Answer = (_, _) => Task.CompletedTask;
        await using var after = await TestWeb.StartAsync(box, sends: true);
        await after.UntilAsync(() => after.Hooks().Find(id)!.LastDoneAt is not null && after.Hooks().Find(id)!.Waiting == 0, step: 0.5);

        Assert.Equal(["call.started", "call.answered"], receiver.All.Skip(tried).Select(got => got.Topic));
        Assert.Single(receiver.All.Where(got => got.Topic == "call.started").Select(got => got.Id).Distinct());
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_and_told()
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync(receiver.Address, Calls);
        web.Box.Ring();
        await web.UntilAsync(() => web.Hooks().Find(id)!.Failures > 0);

        await web.UntilAsync(() => web.Hooks().Find(id)!.Waiting == 0, step: 1200);

        var hook = web.Hooks().Find(id)!;
        Assert.Equal(WebhookState.Failing, hook.State);
        Assert.Equal(DeliveryState.GivenUp, web.Hooks().Outbox.List(id, 1)[0].State);
        await web.UntilAsync(() => Told(web).Count == 2);
        Assert.Equal(["Failing", "GaveUp"], Told(web));
    }

    [Fact]
    public async Task What_the_receiver_refuses_does_not_hold_up_the_rest_for_days()
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = (context, got) =>
        {
            context.Response.StatusCode = got.Topic == "call.started" ? 422 : 200;
            return Task.CompletedTask;
        };
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync(receiver.Address, Calls);
        web.Box.Answer(web.Box.Ring());

        await web.UntilAsync(() => web.Hooks().Find(id)!.LastDoneAt is not null, step: 1);

        Assert.Equal(5, receiver.All.Count(got => got.Topic == "call.started"));
        Assert.Equal(
            [DeliveryState.Done, DeliveryState.GivenUp], web.Hooks().Outbox.List(id, 2).Select(one => one.State));
    }

    [Fact]
    public async Task A_pause_holds_back_and_a_resend_comes_under_the_same_id()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var web = await TestWeb.StartAsync(sends: true);
        var (id, _) = await web.HookAsync(receiver.Address, Calls);
        await web.DoAsync(id, "pause");
        web.Box.Answer(web.Box.Ring());
        await web.UntilAsync(() => web.Hooks().Find(id)!.Waiting == 2);
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromDays(4));
        Assert.Empty(receiver.All);

        await web.DoAsync(id, "resume");
        await web.UntilAsync(() => web.Hooks().Find(id)!.Waiting == 0);
        var first = web.Hooks().Outbox.List(id, 2)[1];
        await web.DoAsync(id, $"deliveries/{first.Seq}/resend");
        await web.UntilAsync(() => receiver.All.Count == 3);

        Assert.Equal(receiver.All[0].Id, receiver.All[2].Id);
        Assert.Equal(receiver.All[0].Body, receiver.All[2].Body);
    }

    private static IReadOnlyList<string> Told(TestWeb web) =>
        [.. web.Service<Stores>().Journal.After(0, 1000).Select(one => one.Entry).OfType<WebhookChanged>().Select(one => one.State)];
}
