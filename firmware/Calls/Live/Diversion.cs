namespace Switchhook.Calls.Live;

/// <summary>What a phone's user wants to be done with calls for the phone.</summary>
/// <param name="DoNotDisturb">True when it is not to ring.</param>
/// <param name="ForwardTo">What the user would dial to reach the place where calls go; null when they stay.</param>
public sealed record Diversion(bool DoNotDisturb, string? ForwardTo)
{
    /// <summary>Calls come as ever.</summary>
    public static Diversion None { get; } = new(false, null);

    /// <summary>The same for calls that find the phone busy.</summary>
    public string? BusyTo { get; init; }

    /// <summary>The same for calls that nobody answers.</summary>
    public string? NoAnswerTo { get; init; }

    /// <summary>The same as a sentence; null when calls come as ever.</summary>
    public string? Words => string.Join(' ', Sentences()) is { Length: > 0 } words ? words : null;

    /// <summary>Where calls go on to; null when they stay.</summary>
    public string? To(ForwardWhen when) => when switch
    {
        ForwardWhen.Always => ForwardTo,
        ForwardWhen.Busy => BusyTo,
        ForwardWhen.NoAnswer => NoAnswerTo,
    };

    /// <summary>The same with another place where calls go on to.</summary>
    /// <param name="when">Which calls.</param>
    /// <param name="to">Null when they stay.</param>
    public Diversion With(ForwardWhen when, string? to) => when switch
    {
        ForwardWhen.Always => this with { ForwardTo = to },
        ForwardWhen.Busy => this with { BusyTo = to },
        ForwardWhen.NoAnswer => this with { NoAnswerTo = to },
    };

    private IEnumerable<string> Sentences()
    {
        if (ForwardTo is not null)
        {
            yield return $"Calls go on to {ForwardTo}.";
            yield break;
        }

        if (DoNotDisturb)
        {
            yield return "Not to be disturbed.";
        }

        if (BusyTo is not null)
        {
            yield return $"When busy, calls go on to {BusyTo}.";
        }

        if (NoAnswerTo is not null)
        {
            yield return $"Without an answer, calls go on to {NoAnswerTo}.";
        }
    }
}
