using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Webhooks;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Events;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Webhooks;

/// <summary>Makes of an event what webhooks are sent.</summary>
internal sealed class WebhookEvents(WebBackend backend, Stores stores, IOptions<JsonOptions> json)
{
    /// <summary>A longer text is sent without the call, in characters.</summary>
    public const int LongestBody = 100_000;

    /// <summary>What is sent for an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="hooks">All webhooks.</param>
    public IEnumerable<NewDelivery> Of(JournalEvent happened, IReadOnlyList<Webhook> hooks)
    {
        if (WebhookTopics.Of(happened.Entry) is not { } topic)
        {
            return [];
        }

        var (since, entry) = (hooks.Where(hook => happened.Seq > hook.SinceSeq).ToList(), happened.Entry);
        var told = Told(topic, happened, since);
        return entry is CallEnded ended && since.Exists(hook => hook.Topics.Contains("call.missed"))
            && WebhookTopics.IsMissed(stores.Calls.Journal(ended.Call))
                ? [.. told, .. Told("call.missed", happened, since)]
                : told;
    }

    /// <summary>A test.</summary>
    public NewDelivery Ping(string hook)
    {
        var message = new WebhookMessage(NewId(), WebhookTopics.Ping, backend.Time.GetUtcNow(), backend.Site.Model.Name);
        return new NewDelivery(hook, message.Id, message.Topic, Text(message));
    }

    private static string NewId() => "evt_" + RandomNumberGenerator.GetHexString(24, lowercase: true);

    private IReadOnlyList<NewDelivery> Told(string topic, JournalEvent happened, List<Webhook> hooks)
    {
        var wanting = hooks.FindAll(hook => hook.Topics.Contains(topic));
        if (wanting.Count == 0)
        {
            return [];
        }

        var queues = wanting.Exists(hook => hook.Queues.Count > 0) ? QueuesOf(happened.Entry) : [];
        var to = wanting.FindAll(hook => hook.Queues.Count == 0 || hook.Queues.Any(queues.Contains));
        if (to.Count == 0)
        {
            return [];
        }

        var message = MessageOf(topic, happened);
        return [.. to.Select(hook => (Hook: hook.Id, Id: NewId()))
            .Select(one => new NewDelivery(one.Hook, one.Id, topic, Text(message with { Id = one.Id })))];
    }

    private WebhookMessage MessageOf(string topic, JournalEvent happened)
    {
        var call = (happened.Entry as CallEntry)?.Call is { } id ? stores.Calls.Find(id) : null;
        return new WebhookMessage("", topic, happened.At, backend.Site.Model.Name)
        {
            Event = EventModel.Of(happened),
            Call = call is null ? null : CallModel.Of(call),
            ScreenPop = happened.Entry is QueueOffered offered ? EventsApi.PopOf(offered, happened.At, stores) : null,
        };
    }

    // The queues that an event is about: its own, or those that its call has visited.
    private IReadOnlyCollection<string> QueuesOf(JournalEntry entry) => entry switch
    {
        QueueOffered e => [e.Queue],
        QueueEntered e => [e.Queue],
        CallbackOwed e => [e.Queue],
        AlarmChanged e => [e.Queue],
        SurveyAnswered { Queue: { } queue } => [queue],
        VoicemailLeft e when backend.Site.Model.Voicemail.GetValueOrDefault(e.Box)?.Queue is { } queue => [queue],
        AgentChanged e => [.. backend.Queues.Current.Assigned.QueuesOf(backend.Site.Model, e.Agent)],
        CallEntry e => stores.Facts.VisitsOf(e.Call).Select(visit => visit.Queue).ToHashSet(StringComparer.Ordinal),
        _ => [],
    };

    private string Text(WebhookMessage message)
    {
        var text = JsonSerializer.Serialize(message, json.Value.SerializerOptions);
        return text.Length <= LongestBody ? text : JsonSerializer.Serialize(message with { Call = null }, json.Value.SerializerOptions);
    }
}
