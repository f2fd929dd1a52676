namespace Switchhook.Calls.Journal;

/// <summary>Calls for a phone go on to another number from now on, or no longer.</summary>
/// <param name="Phone">Its number.</param>
/// <param name="To">What its user would dial; null when the phone keeps its calls.</param>
/// <param name="By">Who or what switched.</param>
public sealed record ForwardChanged(string Phone, string? To, string By) : JournalEntry
{
    private protected override string Say() => To is null
        ? $"Phone {Phone} keeps its calls (by {By})."
        : $"Calls for phone {Phone} go on to {To} (by {By}).";
}
