using Switchhook.Storage.Webhooks;

namespace Switchhook.Web.Api.Webhooks;

/// <summary>An address at which a program is told what happens.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Address">Where it is told.</param>
/// <param name="Topics">What it is told of.</param>
/// <param name="Queues">The queues that it is limited to; empty for everything.</param>
/// <param name="State">How it is.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Waiting">Deliveries that wait.</param>
/// <param name="Dropped">Deliveries that were left out since it was made, as too many waited.</param>
/// <param name="LastDoneAt">When something was taken last, UTC; null for never.</param>
/// <param name="NextAt">When it is tried again, UTC; null when nothing has to wait.</param>
/// <param name="FailingSince">Since when it fails, UTC; null while it does not.</param>
/// <param name="LastError">Why the last try did not succeed; null when it did.</param>
public sealed record WebhookModel(
    string Id,
    string Name,
    string Address,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Queues,
    WebhookState State,
    string MadeBy,
    DateTimeOffset MadeAt,
    int Waiting,
    int Dropped,
    DateTimeOffset? LastDoneAt,
    DateTimeOffset? NextAt,
    DateTimeOffset? FailingSince,
    string? LastError)
{
    /// <summary>A webhook as it is told.</summary>
    public static WebhookModel Of(Webhook hook) => new(
        hook.Id,
        hook.Name,
        hook.Address.OriginalString,
        hook.Topics,
        hook.Queues,
        hook.State,
        hook.MadeBy,
        hook.MadeAt,
        hook.Waiting,
        hook.Dropped,
        hook.LastDoneAt,
        hook.NextAt,
        hook.FailingSince,
        hook.LastError);
}

/// <summary>What a webhook is to be.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Address">Where it is told: https, or http in a private network.</param>
/// <param name="Topics">What it is told of; <c>GET /api/v1/webhooks/topics</c> lists what there is.</param>
/// <param name="Queues">The queues that it is limited to; everything when left out or empty.</param>
public sealed record WebhookWish(
    string Name, string Address, IReadOnlyList<string> Topics, IReadOnlyList<string>? Queues = null);

/// <summary>A webhook with its secret, which is told this once.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What each delivery is signed with.</param>
/// <param name="Warning">What to mind; null for nothing.</param>
public sealed record WebhookSecretModel(WebhookModel Webhook, string Secret, string? Warning);

/// <summary>What a webhook can be told of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">What it tells.</param>
internal sealed record TopicModel(string Name, string Words);

/// <summary>Something that is sent to a webhook, or was.</summary>
/// <param name="Number">Identifies it at this box.</param>
/// <param name="Id">Told to the receiver, the same at each try.</param>
/// <param name="Topic">What it tells of.</param>
/// <param name="State">What has become of it.</param>
/// <param name="QueuedAt">Since when it waits or waited, UTC.</param>
/// <param name="Tries">Tries so far.</param>
/// <param name="TriedAt">When it was tried last, UTC; null for never.</param>
/// <param name="Status">What the receiver answered last; null when it did not.</param>
/// <param name="Error">Why the last try did not succeed; null when it did.</param>
/// <param name="Body">What is sent.</param>
internal sealed record DeliveryModel(
    long Number,
    string Id,
    string Topic,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    int Tries,
    DateTimeOffset? TriedAt,
    int? Status,
    string? Error,
    string Body)
{
    public static DeliveryModel Of(WebhookDelivery one) => new(
        one.Seq, one.Id, one.Topic, one.State, one.QueuedAt, one.Tries, one.TriedAt, one.Status, one.Error, one.Body);
}
