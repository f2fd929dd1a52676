namespace Switchhook.Calls.Journal;

/// <summary>A user leaves the other party at a place from which anybody of the house takes it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Place">Number of the place, from 1.</param>
/// <param name="Who">The party that waits there.</param>
/// <param name="By">The phone whose user parked it.</param>
public sealed record CallParked(CallId Call, int Place, Party Who, Party By) : CallEntry(Call)
{
    private protected override string Say() => $"{Who.Capitalised} is parked at place {Place} by {By}.";
}

/// <summary>The party is at the place no longer. Nothing is written when it hangs up there: the end of the call frees the place.</summary>
/// <param name="Call">The call.</param>
/// <param name="Place">Number of the place.</param>
/// <param name="By">The phone that has it now; null when the party itself went on.</param>
/// <param name="Why">One sentence.</param>
public sealed record CallUnparked(CallId Call, int Place, Party? By, string Why) : CallEntry(Call)
{
    private protected override string Say() => Why;
}
