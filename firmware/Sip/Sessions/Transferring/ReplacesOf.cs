using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Sessions.Transferring;

/// <summary>A call that takes the place of another (RFC 3891).</summary>
internal static class ReplacesOf
{
    /// <summary>
    /// The session that a new INVITE shall take the place of. Once the new one is accepted, the old one is to be hung up.
    /// </summary>
    /// <param name="invite">The INVITE.</param>
    /// <param name="dialogs">All dialogs.</param>
    /// <param name="session">The session; null when the INVITE replaces none, or is to be refused.</param>
    /// <returns>0, or the status to refuse with (§3).</returns>
    public static int Find(SipMessage invite, DialogTable dialogs, out Session? session)
    {
        session = null;
        if (!invite.Headers.Has(HeaderId.Replaces))
        {
            return 0;
        }

        if (invite.Headers.CountOf(HeaderId.Replaces) != 1 || !invite.Headers.Read<Replaces>(HeaderId.Replaces).Is(out var replaces))
        {
            return 400;
        }

        var dialog = dialogs.Find(new DialogId(replaces.CallId, replaces.ToTag, replaces.FromTag));
        if (dialog?.User is not Session found)
        {
            return 481;
        }

        if (found.Phase == SessionPhase.Ended)
        {
            return 603;
        }

        if (replaces.IsEarlyOnly && !dialog.IsEarly)
        {
            return 486;
        }

        // Only who rings someone may have that replaced, not who is rung.
        if (dialog is { IsEarly: true, OwnsCallId: false })
        {
            return 481;
        }

        session = found;
        return 0;
    }

    /// <summary>The Replaces that the target of a REFER carries; null when it carries none, or a malformed one.</summary>
    public static Replaces? Target(NameAddress referTo)
    {
        if (referTo.SipUri is not { } uri)
        {
            return null;
        }

        foreach (var header in uri.Headers.ToString().Split('&'))
        {
            var parts = header.Split('=', 2);
            if (parts.Length == 2 && parts[0].Equals("Replaces", StringComparison.OrdinalIgnoreCase))
            {
                return Replaces.TryParse(SipText.Of(Percent.Decode(SipText.Of(parts[1]).Span)), out var replaces) ? replaces : null;
            }
        }

        return null;
    }
}
