using Switchhook.Flows.Voicemail;
using Switchhook.Site.Voicemail;

namespace Switchhook.Web.Api.Voicemail.Models;

/// <summary>A mailbox.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="New">Messages that nobody has heard.</param>
/// <param name="Old">The others that are kept.</param>
/// <param name="Most">Most messages; then callers can leave none.</param>
/// <param name="HasGreeting">True when someone has recorded a greeting.</param>
internal sealed record MailboxModel(string Name, string DisplayName, int New, int Old, int Most, bool HasGreeting)
{
    /// <summary>A mailbox as it is now.</summary>
    public static MailboxModel Of(VoicemailConfig box, VoicemailSnapshot now)
    {
        var (fresh, old) = now.CountOf(box.Name);
        return new MailboxModel(box.Name, box.DisplayName, fresh, old, box.Most, now.GreetingOf(box.Name) is not null);
    }
}
