using Switchhook.Site;

namespace Switchhook.Storage.Webhooks;

/// <summary>An address at which a program of somebody else is told what happens. Compared by value.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">What it is for, in the words of who made it.</param>
/// <param name="Address">Absolute, <c>http</c> or <c>https</c>; its path may be as good as a password.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When, UTC.</param>
public sealed record Webhook(string Id, string Name, Uri Address, string MadeBy, DateTimeOffset MadeAt)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Longest address.</summary>
    public const int LongestAddress = 500;

    /// <summary>So many tries without success in a row make it a failing one.</summary>
    public const int FailuresOfFailing = 5;

    /// <summary>Names of the topics that it is told.</summary>
    public ValueList<string> Topics { get; init; } = [];

    /// <summary>The queues whose events it is told; empty for everything.</summary>
    public ValueList<string> Queues { get; init; } = [];

    /// <summary>Only events of the journal above this number are told.</summary>
    public long SinceSeq { get; init; }

    /// <summary>When it was paused, UTC; null when it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Tries without success since the last one with it.</summary>
    public int Failures { get; init; }

    /// <summary>Nothing is tried before; null for at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Since when it fails, UTC; null while it does not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why the last try did not succeed, as a sentence; null when it did.</summary>
    public string? LastError { get; init; }

    /// <summary>When something was taken last, UTC; null for never.</summary>
    public DateTimeOffset? LastDoneAt { get; init; }

    /// <summary>Deliveries that were left out since it was made, as too many waited.</summary>
    public int Dropped { get; init; }

    /// <summary>Deliveries that wait.</summary>
    public int Waiting { get; init; }

    /// <summary>How it is.</summary>
    public WebhookState State => PausedAt is not null ? WebhookState.Paused
        : FailingSince is not null ? WebhookState.Failing
        : Failures > 0 ? WebhookState.Retrying
        : WebhookState.Good;
}

/// <summary>How a webhook is.</summary>
public enum WebhookState
{
    /// <summary>What was sent last was taken, or nothing was sent yet.</summary>
    Good,

    /// <summary>The last try did not succeed; it is tried again.</summary>
    Retrying,

    /// <summary>Many tries in a row did not succeed, or something was given up.</summary>
    Failing,

    /// <summary>Nothing is sent; events wait.</summary>
    Paused,
}

/// <summary>What became of a change.</summary>
public enum WebhookOutcome
{
    /// <summary>Done, and on disk.</summary>
    Done,

    /// <summary>There is none of that id.</summary>
    NotFound,

    /// <summary>There are <see cref="WebhookStore.Most"/> already.</summary>
    TooMany,

    /// <summary>The disk is full or broken, or the box has no key to seal a secret; nothing was changed.</summary>
    NotStored,
}
