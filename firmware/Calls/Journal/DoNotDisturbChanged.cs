using Switchhook.Calls.Live;

namespace Switchhook.Calls.Journal;

/// <summary>A phone is not to be disturbed from now on, or may be again.</summary>
/// <param name="Phone">Its number.</param>
/// <param name="On">True when it is not to be disturbed.</param>
/// <param name="By">Who or what switched.</param>
public sealed record DoNotDisturbChanged(string Phone, bool On, string By) : JournalEntry
{
    private protected override string Say() => On
        ? $"Phone {Phone} is not to be disturbed (by {By})."
        : $"Phone {Phone} takes calls again (by {By}).";
}

/// <summary>Calls for a phone go on to another number from now on, or no longer.</summary>
/// <param name="Phone">Its number.</param>
/// <param name="To">What its user would dial; null when the phone keeps its calls.</param>
/// <param name="By">Who or what switched.</param>
public sealed record ForwardChanged(string Phone, string? To, string By) : JournalEntry
{
    /// <summary>Which calls; entries of older versions mean all.</summary>
    public ForwardWhen When { get; init; }

    private protected override string Say() => To is null
        ? $"Phone {Phone} keeps its calls{Condition} (by {By})."
        : $"Calls for phone {Phone} go on to {To}{Condition} (by {By}).";

    private string Condition => When switch
    {
        ForwardWhen.Always => "",
        ForwardWhen.Busy => " when it is busy",
        ForwardWhen.NoAnswer => " when nobody answers",
    };
}
