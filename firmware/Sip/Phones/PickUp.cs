using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Phones;

/// <summary>
/// How a phone takes a call that rings at another one: busy lamps tell it a dialog, which it asks to replace (RFC 4235 §4.1.2, RFC 3891).
/// An analog phone has no dialog, and a SIP phone may have one on each of its devices; so the dialog that is told names the leg. Pure.
/// </summary>
internal static class PickUp
{
    /// <summary>No dialog of the box has such a tag.</summary>
    private const string Tag = "ringing";

    /// <summary>The dialog that stands for a leg that rings.</summary>
    public static (string CallId, string LocalTag, string RemoteTag) KeyOf(string leg) => (leg, Tag, Tag);

    /// <summary>The leg that an INVITE wants to pick up; null when it wants none by such a name.</summary>
    public static string? LegOf(SipMessage invite) =>
        invite.Headers.CountOf(HeaderId.Replaces) == 1
        && invite.Headers.Read<Replaces>(HeaderId.Replaces).Is(out var replaces)
        && replaces is { ToTag: Tag, FromTag: Tag }
            ? replaces.CallId
            : null;
}
