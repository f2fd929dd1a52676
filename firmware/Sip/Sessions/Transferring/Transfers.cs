using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
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
        if (headers.CountOf(HeaderId.ReferTo) != 1 || !headers.Read<NameAddress>(HeaderId.ReferTo).Is(out var target))
        {
            refer.Answer(new OutgoingResponse(400, "There must be one Refer-To"));
            return;
        }

        var referral = new Referral(session, dialog, refer, target, isFirst: !_hadReferral);
        _hadReferral = true;
        session.User.OnRefer(referral);
    }
}
