namespace Switchhook.Flows.Voicemail.Mail;

/// <summary>A message of a mailbox as mail.</summary>
/// <param name="Recording">The message.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What the mail says.</param>
public sealed record MessageMail(string Recording, string Subject, string Text);
