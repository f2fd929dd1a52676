namespace Switchhook.Storage.Webhooks;

/// <summary>Something that is sent to a webhook, or was.</summary>
/// <param name="Seq">Its place in the order of all.</param>
/// <param name="Hook">The webhook.</param>
/// <param name="Id">Told to the receiver; the same at each try.</param>
/// <param name="Topic">Name of what it tells of.</param>
/// <param name="Body">What is sent: JSON.</param>
/// <param name="State">What has become of it.</param>
/// <param name="QueuedAt">Since when it waits, UTC.</param>
public sealed record WebhookDelivery(
    long Seq, string Hook, string Id, string Topic, string Body, DeliveryState State, DateTimeOffset QueuedAt)
{
    /// <summary>Tries so far.</summary>
    public int Tries { get; init; }

    /// <summary>When it was tried last, UTC; null for never.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>What the receiver answered last; null when it did not.</summary>
    public int? Status { get; init; }

    /// <summary>Why the last try did not succeed, as a sentence; null when it did.</summary>
    public string? Error { get; init; }
}

/// <summary>What has become of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its turn, or for the next try.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Done,

    /// <summary>It was tried for too long, or the receiver refuses it.</summary>
    GivenUp,

    /// <summary>It was left out, as too many waited.</summary>
    Dropped,
}

/// <summary>Something new to send.</summary>
/// <param name="Hook">Id of the webhook.</param>
/// <param name="Id">Told to the receiver.</param>
/// <param name="Topic">Name of what it tells of.</param>
/// <param name="Body">What is sent: JSON.</param>
public sealed record NewDelivery(string Hook, string Id, string Topic, string Body);

/// <summary>How a try ended.</summary>
/// <param name="Delivery">What was sent.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Status">What the receiver answered; null when it did not.</param>
/// <param name="Error">Why it did not succeed; null when it did.</param>
/// <param name="NextAt">When the webhook is tried again; null for at once.</param>
/// <param name="GivesUp">True when this delivery is tried no more.</param>
/// <param name="Hurries"><see cref="WebhookOutbox.HurriesOf"/> before the try.</param>
public sealed record DeliveryTry(
    WebhookDelivery Delivery, DateTimeOffset At, int? Status, string? Error, DateTimeOffset? NextAt, bool GivesUp, long Hurries);
