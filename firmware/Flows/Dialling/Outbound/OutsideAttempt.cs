using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>A call of a phone to the outside. Control loop only.</summary>
/// <param name="number">What it reaches: E.164 where that is known.</param>
/// <param name="kind">What kind of number that is.</param>
/// <param name="rule">The rule that let it out, by its words.</param>
/// <param name="began">When it was dialled.</param>
/// <param name="closed">True when the house was closed then.</param>
public sealed class OutsideAttempt(string number, NumberClass kind, string rule, DateTimeOffset began, bool closed)
{
    /// <summary>What it reaches.</summary>
    public string Number { get; } = number;

    /// <summary>What kind of number that is.</summary>
    public NumberClass Class { get; } = kind;

    /// <summary>The rule that let it out.</summary>
    public string Rule { get; } = rule;

    /// <summary>When it was dialled.</summary>
    public DateTimeOffset Began { get; } = began;

    /// <summary>True when the house was closed then.</summary>
    public bool IsClosed { get; } = closed;

    /// <summary>When it was answered, as far as the line can tell; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How long the two have talked until now.</summary>
    public TimeSpan Talked(DateTimeOffset now) => AnsweredAt is { } from ? (EndedAt ?? now) - from : TimeSpan.Zero;
}
