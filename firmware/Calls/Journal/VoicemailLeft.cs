namespace Switchhook.Calls.Journal;

/// <summary>A caller speaks, or has spoken, a message into a mailbox.</summary>
/// <param name="Call">The call.</param>
/// <param name="Box">The mailbox.</param>
/// <param name="Recording">Its sound; identifies the message too.</param>
/// <param name="Caller">Number of who called; null when unknown.</param>
/// <param name="CallerName">Name of who called; null when unknown.</param>
/// <param name="Length">Of the sound; null while it is spoken, and while the caller may still speak it again.</param>
public sealed record VoicemailLeft(
    CallId Call, string Box, string Recording, string? Caller, string? CallerName, TimeSpan? Length) : CallEntry(Call)
{
    /// <summary>True when a stop of the box or a full disk may have cut it off.</summary>
    public bool IsCutOff { get; init; }

    private protected override string Say() => (Length, IsCutOff) switch
    {
        (null, _) => $"The caller begins to speak a message for mailbox {Box}.",
        ({ } length, true) => FormattableString.Invariant(
            $"A message of {length.TotalSeconds:0} s, which may be cut off, is in mailbox {Box}."),
        ({ } length, false) => FormattableString.Invariant($"A message of {length.TotalSeconds:0} s is in mailbox {Box}."),
    };
}

/// <summary>Someone of the house speaks, or has spoken, the greeting of a mailbox.</summary>
/// <param name="Call">The call in which it is spoken.</param>
/// <param name="Box">The mailbox.</param>
/// <param name="Recording">Its sound.</param>
/// <param name="Length">Of the sound; null while it is spoken, and while it may still be spoken again.</param>
/// <param name="By">Who speaks: "phone 101".</param>
public sealed record VoicemailGreeted(CallId Call, string Box, string Recording, TimeSpan? Length, string By) : CallEntry(Call)
{
    private protected override string Say() =>
        Length is null ? $"A greeting of mailbox {Box} is being spoken (by {By})." : $"Mailbox {Box} has a new greeting (by {By}).";
}

/// <summary>Something becomes of a message or greeting of a mailbox.</summary>
/// <param name="Box">The mailbox.</param>
/// <param name="Recording">The message.</param>
/// <param name="State">A name of the mailboxes' states: <c>New</c>, <c>Heard</c>, <c>Saved</c>, <c>Deleted</c>, <c>Erased</c>.</param>
/// <param name="By">Who has done it: "phone 101", the name of an account, "the box".</param>
/// <param name="Why">One sentence.</param>
public sealed record VoicemailChanged(string Box, string Recording, string State, string By, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}
