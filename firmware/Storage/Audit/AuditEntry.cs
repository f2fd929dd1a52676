namespace Switchhook.Storage.Audit;

/// <summary>Something that somebody did, or tried.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The account, or the key as <c>key NAME</c>; of a bad sign-in the name that was typed.</param>
/// <param name="Role">The role that it had; empty for a stranger.</param>
/// <param name="Origin">The address that it came from.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Status">The HTTP status of the answer: 400 and more for what was not done.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Role, string Origin, string What, int Status)
{
    /// <summary>Its number; 0 while it is not stored.</summary>
    public long Seq { get; init; }

    /// <summary>What was there before, where that is told.</summary>
    public string? Before { get; init; }

    /// <summary>What is there after it, where that is told.</summary>
    public string? After { get; init; }
}

/// <summary>Which entries to list, newest first.</summary>
/// <param name="Limit">Most entries, 1 to <see cref="AuditStore.MostPerPage"/>.</param>
/// <param name="Before">Only entries with a smaller number; null begins with the newest.</param>
/// <param name="Who">Only of this account or key, in whole; null for all.</param>
/// <param name="Text">Only those whose words hold this; null for all.</param>
/// <param name="From">Only those at or after this moment.</param>
/// <param name="To">Only those before this moment.</param>
public sealed record AuditQuery(
    int Limit,
    long? Before = null,
    string? Who = null,
    string? Text = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null);
