using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Transferring;

/// <summary>REFER of the peer within a session (RFC 3515).</summary>
internal sealed class Transfers(Session session)
{
    private bool _hadReferral;

    /// <summary>REFER of the peer.</summary>
    public void OnRefer(ServerTransaction refer, Dialog dialog)
    {
        var headers = refer.Request.Headers;
        if (headers.CountOf(HeaderId.ReferTo) != 1 || TargetOf(headers) is not { } target)
        {
            refer.Answer(new OutgoingResponse(400, "There must be one well-formed Refer-To"));
            return;
        }

        var referral = new Referral(session, dialog, refer, target, isFirst: !_hadReferral);
        _hadReferral = true;
        session.User.OnRefer(referral);
    }

    // Some phones (baresip 1.0) leave out the angle brackets that an address with headers must have (RFC 3261 §20.10).
    private static NameAddress? TargetOf(HeaderTable headers) =>
        headers.Read<NameAddress>(HeaderId.ReferTo).Is(out var target)
        || NameAddress.TryParse(SipText.Of($"<{headers.First(HeaderId.ReferTo)}>"), out target)
            ? target
            : null;
}
