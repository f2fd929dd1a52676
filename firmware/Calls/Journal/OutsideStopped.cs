namespace Switchhook.Calls.Journal;

/// <summary>The guard against fraud stops the calls of a phone to the outside, or lets them go on.</summary>
/// <param name="Phone">Number of the phone.</param>
/// <param name="Until">Until when, UTC; null when it may call again.</param>
/// <param name="Why">One sentence.</param>
public sealed record OutsideStopped(string Phone, DateTimeOffset? Until, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}
