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
