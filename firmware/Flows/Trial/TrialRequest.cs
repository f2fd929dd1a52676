namespace Switchhook.Flows.Trial;

/// <summary>A caller on paper: what he does, and when.</summary>
public sealed record TrialRequest
{
    /// <summary>His number as the line tells it; null when it is withheld.</summary>
    public string? Number { get; init; }

    /// <summary>The line or trunk that he calls on; null for the first of the site.</summary>
    public string? Line { get; init; }

    /// <summary>The number that he called, where a trunk tells it; else null.</summary>
    public string? Dialled { get; init; }

    /// <summary>When he calls; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True while night is switched on.</summary>
    public bool IsNight { get; init; }

    /// <summary>
    /// What he presses, one answer after the other; null for a question that he does not answer. At the end he is silent.
    /// </summary>
    public IReadOnlyList<string?> Keys { get; init; } = [];

    /// <summary>True when nobody answers: no phone, no number outside, no agent.</summary>
    public bool IsUnanswered { get; init; }
}
