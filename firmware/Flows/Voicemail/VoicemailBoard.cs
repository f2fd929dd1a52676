using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Voicemail;

/// <summary>All messages of the mailboxes now. Written on the control loop; any thread reads <see cref="Current"/>.</summary>
public sealed class VoicemailBoard
{
    private volatile VoicemailSnapshot _current = VoicemailSnapshot.Empty;

    /// <summary>The latest state; immutable.</summary>
    public VoicemailSnapshot Current => _current;

    /// <summary>Something has changed. Raised on the control loop: the handler writes no history.</summary>
    public event Action? Changed;

    /// <summary>Takes up what there was before a restart.</summary>
    public void Restore(IEnumerable<VoicemailMessage> messages)
    {
        _current = _current.With(messages);
        Changed?.Invoke();
    }

    /// <summary>Shows an event.</summary>
    public void Apply(JournalEvent journalEvent)
    {
        if (VoicemailProjection.RecordingOf(journalEvent.Entry) is not { } recording)
        {
            return;
        }

        var after = VoicemailProjection.Apply(_current.Find(recording), journalEvent);
        _current = after is null ? _current.Without(recording) : _current.With([after]);
        Changed?.Invoke();
    }
}
