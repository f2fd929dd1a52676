using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Calling;

/// <summary>Confirms provisional responses that ask for it by PRACK (RFC 3262 §4).</summary>
internal static class ReliableResponses
{
    /// <summary>Takes a provisional response; false when it came before, or is ahead of one that is missing.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="place">Who sent it.</param>
    /// <param name="response">It.</param>
    /// <param name="invite">CSeq of the INVITE.</param>
    public static bool TryTake(Session session, EarlyDialog place, SipMessage response, uint invite)
    {
        if (!response.Headers.ReadAll<Token>(HeaderId.Require).Or([]).Any(token => token.Text.IsIgnoringCase("100rel"u8))
            || !response.Headers.Read<Seconds>(HeaderId.RSeq).Is(out var number))
        {
            return true;
        }

        if (place.LastReliable != 0 && number.Value != place.LastReliable + 1)
        {
            return false;
        }

        place.LastReliable = number.Value;
        place.Dialog.Refresh(response);
        MessageBody? answer = null;
        if (session.Negotiation == Negotiation.None && response.HasBody("application"u8, "sdp"u8))
        {
            // The INVITE had no offer, so this is the peer's; PRACK answers it.
            var offered = session.Media.AnswerOffer(response.Body);
            answer = MessageBody.OfSdp(offered.Body);
            session.Negotiation = answer is null ? Negotiation.None : Negotiation.Agreed;
        }

        session.Services.Loop.Watch(session.Request(place.Dialog, () => place.Dialog.NewRequest(SipMethod.Prack) with
        {
            Headers = [new HeaderField(HeaderId.RAck, new RAck(number.Value, new CSeq(invite, SipMethod.Invite)).ToString())],
            Body = answer,
        }).Outcome);
        return true;
    }
}
