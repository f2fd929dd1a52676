namespace Switchhook.Web.FlowPictures;

/// <summary>A caller on paper as he was typed in; an empty field says nothing.</summary>
public sealed record TrialFields
{
    /// <summary>His number; empty when it is withheld.</summary>
    public string Number { get; init; } = "";

    /// <summary>The line or trunk that he calls on; empty for the first.</summary>
    public string Line { get; init; } = "";

    /// <summary>The number that he called, where a trunk tells it.</summary>
    public string Called { get; init; } = "";

    /// <summary>Day and time by the clocks of the site, such as <c>2026-12-24T16:05</c>; empty for now.</summary>
    public string At { get; init; } = "";

    /// <summary>True while night is switched on.</summary>
    public bool IsNight { get; init; }

    /// <summary>What he presses, answer by answer: <c>2 1</c>; <c>-</c> for a question that he does not answer.</summary>
    public string Keys { get; init; } = "";

    /// <summary>True when nobody answers.</summary>
    public bool IsUnanswered { get; init; }
}
