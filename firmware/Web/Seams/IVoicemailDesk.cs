using Switchhook.Flows.Voicemail;

namespace Switchhook.Web.Seams;

/// <summary>What is in the mailboxes, and what can be done with it, on the control loop.</summary>
/// <remarks>Any thread. Commands return null when they were done, or one plain sentence that tells why not.</remarks>
public interface IVoicemailDesk
{
    /// <summary>All messages now.</summary>
    VoicemailSnapshot Current { get; }

    /// <summary>Changes the state of a message.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="state">Heard, saved or deleted.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> ChangeAsync(string recording, VoicemailState state, string by);

    /// <summary>Takes back that a message was deleted.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> UndoAsync(string recording, string by);

    /// <summary>Deletes the recorded greeting of a mailbox.</summary>
    /// <param name="box">The mailbox.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> ForgetGreetingAsync(string box, string by);

    /// <summary>Rings a phone of the site, and calls the caller of a message for it.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="phone">The phone.</param>
    /// <param name="by">Who asks for it.</param>
    Task<string?> CallBackAsync(string recording, string phone, string by);
}
