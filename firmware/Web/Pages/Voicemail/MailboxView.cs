using Switchhook.Flows.Voicemail;
using Switchhook.Site.Voicemail;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Voicemail;

/// <summary>The page of a mailbox.</summary>
/// <param name="Box">The mailbox.</param>
/// <param name="Messages">What can be heard, the newest first.</param>
/// <param name="Deleted">What can be taken back.</param>
/// <param name="Greeting">The recorded greeting; null without one.</param>
/// <param name="Phones">Where one can call back: number and name, the mailbox's own first.</param>
/// <param name="Words">Names and times.</param>
public sealed record MailboxView(
    VoicemailConfig Box,
    IReadOnlyList<VoicemailMessage> Messages,
    IReadOnlyList<VoicemailMessage> Deleted,
    VoicemailMessage? Greeting,
    IReadOnlyList<(string Number, string Name)> Phones,
    SiteWords Words)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Who has left a message.</summary>
    public static string Who(VoicemailMessage message) => message.CallerName ?? message.Caller ?? Say["Unknown caller"];

    /// <summary>How a message is shown.</summary>
    public static Look LookOf(VoicemailMessage message) => message.State switch
    {
        VoicemailState.New => new Look("ringing", "mail", Say["New"]),
        VoicemailState.Saved => new Look("idle", "check", Say["Saved"]),
        VoicemailState.Deleted => new Look("quiet", "close", Say["Deleted"]),
        _ => new Look("quiet", "check", Say["Heard"]),
    };
}
