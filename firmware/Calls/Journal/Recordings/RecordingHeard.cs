namespace Switchhook.Calls.Journal.Recordings;

/// <summary>Somebody was given the sound of a recording.</summary>
/// <param name="Call">The call.</param>
/// <param name="Recording">Id of the recording.</param>
/// <param name="How">One word: <c>Played</c>, <c>Saved</c> as a file.</param>
/// <param name="By">Who: the name of an account, "key reports".</param>
public sealed record RecordingHeard(CallId Call, string Recording, string How, string By) : CallEntry(Call)
{
    /// <summary>Played from the page or by a program.</summary>
    public const string Played = "Played";

    /// <summary>Saved as a file, alone or with others.</summary>
    public const string Saved = "Saved";

    private protected override string Say() => How == Saved
        ? $"The recording was saved as a file by {By}."
        : $"The recording was listened to by {By}.";
}

/// <summary>Somebody wrote a note to a call, over the one before.</summary>
/// <param name="Call">The call.</param>
/// <param name="Note">The whole note; empty when it was removed.</param>
/// <param name="By">Who wrote it.</param>
public sealed record CallNoted(CallId Call, string Note, string By) : CallEntry(Call)
{
    /// <summary>Longest note.</summary>
    public const int MostLetters = 2000;

    private protected override string Say() => Note.Length == 0 ? $"The note was removed by {By}." : $"Noted by {By}: {Note}";
}
