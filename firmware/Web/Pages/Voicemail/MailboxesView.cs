using Switchhook.Site.Voicemail;

namespace Switchhook.Web.Pages.Voicemail;

/// <summary>The page of all mailboxes.</summary>
/// <param name="Boxes">Each with how many messages wait in it.</param>
public sealed record MailboxesView(IReadOnlyList<(VoicemailConfig Box, int New, int Old)> Boxes);
