namespace Switchhook.Calls.Journal;

/// <summary>Someone takes a missed caller on, gives it back, or takes it off the list.</summary>
/// <param name="Number">The caller's number, as the list shows it.</param>
/// <param name="State">A name of the list's states: <c>Open</c>, <c>Claimed</c>, <c>Closed</c>.</param>
/// <param name="By">Who does it: the name of an account, "admin at phone 101".</param>
public sealed record MissedChanged(string Number, string State, string By) : JournalEntry
{
    private protected override string Say() => State switch
    {
        "Claimed" => $"The missed caller {Number} is taken on by {By}.",
        "Open" => $"The missed caller {Number} is given back by {By}.",
        _ => $"The missed caller {Number} is taken off the list by {By}.",
    };
}
