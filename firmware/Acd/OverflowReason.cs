namespace Switchhook.Acd;

/// <summary>Why work overflows.</summary>
/// <param name="Kind">By which rule.</param>
/// <param name="Amount">Ticks of waiting, or pieces of work, as the rule counts.</param>
public readonly record struct OverflowReason(OverflowKind Kind, long Amount)
{
    /// <summary>In words.</summary>
    public string InWords() => Kind switch
    {
        OverflowKind.Waited => $"it has waited {TimeWords.Of(TimeSpan.FromTicks(Amount))}",
        OverflowKind.Full => $"{Amount} wait already",
        OverflowKind.Forecast => $"the wait would be about {TimeWords.Of(TimeSpan.FromTicks(Amount))}",
        OverflowKind.NoAgents => "nobody is logged in",
        OverflowKind.Closed => "the queue is closed",
        OverflowKind.NoQueue => "the queue is no longer part of the site",
    };
}

/// <summary>The rules by which work overflows.</summary>
public enum OverflowKind
{
    /// <summary>It has waited long enough.</summary>
    Waited,

    /// <summary>The queue is full.</summary>
    Full,

    /// <summary>The wait would be too long.</summary>
    Forecast,

    /// <summary>Nobody is logged in.</summary>
    NoAgents,

    /// <summary>It is outside the hours of the queue.</summary>
    Closed,

    /// <summary>The queue has been removed.</summary>
    NoQueue,
}
