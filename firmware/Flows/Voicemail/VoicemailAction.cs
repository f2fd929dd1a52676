namespace Switchhook.Flows.Voicemail;

/// <summary>What a user can do with mailboxes at any phone, by a code.</summary>
public abstract record VoicemailAction
{
    private VoicemailAction()
    {
    }

    /// <summary><c>*97</c>: hears the mailboxes of this phone.</summary>
    public sealed record HearOwn : VoicemailAction;

    /// <summary><c>*98</c> and a phone: hears the mailboxes of that phone, by PIN.</summary>
    public sealed record HearOf(string Phone) : VoicemailAction;
}
