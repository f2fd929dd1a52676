namespace Switchhook.Calls.Journal;

/// <summary>A program outside that is told what happens cannot be reached, has missed something, or is reached again.</summary>
/// <param name="Hook">Name of the webhook.</param>
/// <param name="State">One word: <c>Failing</c>, <c>GaveUp</c>, <c>Works</c>.</param>
/// <param name="Why">One sentence.</param>
public sealed record WebhookChanged(string Hook, string State, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}

/// <summary>A report was sent as mail, or could not be.</summary>
/// <param name="Report">Name of the schedule.</param>
/// <param name="IsSent">True when the mail server took it.</param>
/// <param name="Why">One sentence.</param>
public sealed record ReportMailed(string Report, bool IsSent, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}
