using Switchhook.Sip.Grammar;

namespace Switchhook.Sip.Dialogs;

/// <summary>What names a dialog (RFC 3261 §12).</summary>
/// <param name="CallId">Call-ID.</param>
/// <param name="LocalTag">The box's tag.</param>
/// <param name="RemoteTag">The peer's tag; empty with peers of RFC 2543.</param>
internal readonly record struct DialogId(string CallId, string LocalTag, string RemoteTag)
{
    /// <summary>Of the dialog that a request of the peer belongs to.</summary>
    public static DialogId Of(SipMessage request) =>
        new(request.CallId.ToString(), request.To.Tag.ToString(), request.From.Tag.ToString());
}
