using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Voicemail;

/// <summary>Makes messages of the journal's entries: the live board and the store share it, so that they agree. Pure.</summary>
public static class VoicemailProjection
{
    /// <summary>The message that an entry is about; null for others.</summary>
    public static string? RecordingOf(JournalEntry entry) => entry switch
    {
        VoicemailLeft e => e.Recording,
        VoicemailGreeted e => e.Recording,
        VoicemailChanged e => e.Recording,
        _ => null,
    };

    /// <summary>The message after an event.</summary>
    /// <param name="before">As it was; null when it is not known.</param>
    /// <param name="journalEvent">What happened to it.</param>
    /// <returns>Null when there is none, or none any more.</returns>
    public static VoicemailMessage? Apply(VoicemailMessage? before, JournalEvent journalEvent)
    {
        var at = journalEvent.At;
        return journalEvent.Entry switch
        {
            VoicemailLeft e => (before ?? new VoicemailMessage(e.Recording, e.Box, e.Call, at)) with
            {
                Caller = e.Caller,
                CallerName = e.CallerName,
                Length = e.Length,
                IsCutOff = e.IsCutOff,
                State = e.Length is null ? VoicemailState.Speaking : VoicemailState.New,
                ChangedAt = at,
            },
            VoicemailGreeted e => (before ?? new VoicemailMessage(e.Recording, e.Box, e.Call, at)) with
            {
                CallerName = e.By,
                Length = e.Length,
                IsGreeting = true,
                State = e.Length is null ? VoicemailState.Speaking : VoicemailState.Greeting,
                ChangedAt = at,
            },
            VoicemailChanged e when before is not null && Enum.TryParse<VoicemailState>(e.State, out var state) =>
                Change(before, state, at),
            _ => before,
        };
    }

    private static VoicemailMessage? Change(VoicemailMessage before, VoicemailState state, DateTimeOffset at) => state switch
    {
        VoicemailState.Erased => null,
        VoicemailState.Deleted => before with { State = state, Previous = before.State, ChangedAt = at },
        _ => before with { State = state, Previous = null, ChangedAt = at },
    };
}
