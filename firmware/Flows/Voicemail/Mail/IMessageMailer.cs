using Switchhook.Site.Alerts;

namespace Switchhook.Flows.Voicemail.Mail;

/// <summary>Sends messages of mailboxes as mail.</summary>
public interface IMessageMailer
{
    /// <summary>Sends one, with its sound where that is not too long.</summary>
    /// <param name="to">The server, and from whom to whom; its way is mail.</param>
    /// <param name="mail">What to send.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it failed, as a sentence; null when the server took it.</returns>
    Task<string?> SendAsync(AlertConfig to, MessageMail mail, CancellationToken cancel);
}
