using System.Globalization;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Answering;
using Switchhook.Sip.Sessions.Refreshing;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Changing;

/// <summary>The peer changes the session: re-INVITE (RFC 3261 §14.2) and UPDATE (RFC 3311).</summary>
internal sealed class PeerModify(Session session)
{
    private readonly AcceptedInvite _accepted = new(session.Services.Transactions);

    /// <summary>A re-INVITE was answered, and its ACK has not come.</summary>
    public bool IsWaitingForAck => _accepted.IsWaiting;

    /// <summary>The session is over.</summary>
    public void Stop() => _accepted.Stop();

    /// <summary>A re-INVITE.</summary>
    public void OnInvite(ServerTransaction invite, Dialog dialog)
    {
        if (Refusal(invite.Request, hasOffer: true) is { } refusal)
        {
            invite.Answer(refusal);
            return;
        }

        // A new INVITE shows that the last one's answer has come, though its ACK was lost.
        _accepted.Stop();
        var request = invite.Request;
        if (!TryAgree(request, out var timer, out var body, out refusal))
        {
            invite.Answer(refusal);
            return;
        }

        session.Negotiation = request.Body.IsEmpty ? Negotiation.Ours : Negotiation.Agreed;
        dialog.Refresh(request);
        session.Timer.OnAnswered(timer);
        _accepted.Answer(invite, Accept(timer, body), OnAck, OnSilence);
        if (!request.Body.IsEmpty)
        {
            session.User.OnChanged(request);
        }

        void OnAck(SipMessage ack) => OnLateAnswer(request, ack);
    }

    /// <summary>An UPDATE; without an offer it refreshes the session or its target.</summary>
    public void OnUpdate(ServerTransaction update, Dialog dialog)
    {
        var request = update.Request;
        if (Refusal(request, hasOffer: !request.Body.IsEmpty) is { } refusal
            || !TryAgree(request, out var timer, out var body, out refusal))
        {
            update.Answer(refusal!);
            return;
        }

        dialog.Refresh(request);
        session.Timer.OnAnswered(timer);
        update.Answer(Accept(timer, request.Body.IsEmpty ? null : body));
        session.User.OnChanged(request);
    }

    /// <summary>An ACK.</summary>
    public void OnAck(SipMessage ack)
    {
        if (_accepted.TryTake(ack))
        {
            session.TryModify();
        }
    }

    // RFC 3261 §14.2, RFC 3311 §5.2.
    private OutgoingResponse? Refusal(SipMessage request, bool hasOffer)
    {
        if (!hasOffer)
        {
            return null;
        }

        if (session.IsModifying || session.Negotiation == Negotiation.Ours
            || (request.Method == SipMethod.Invite && session is { Phase: SessionPhase.SettingUp, Dialog.OwnsCallId: true }))
        {
            return new OutgoingResponse(491);
        }

        var isBusy = session.Negotiation is Negotiation.Theirs or Negotiation.None
            || (request.Method == SipMethod.Invite && session.Phase == SessionPhase.SettingUp);
        var seconds = session.Services.Transactions.Ids.Random.Next(0, 11).ToString(CultureInfo.InvariantCulture);
        return isBusy ? new OutgoingResponse(500, "Another request is pending").With(new HeaderField(HeaderId.RetryAfter, seconds)) : null;
    }

    private bool TryAgree(SipMessage request, out TimerAgreement timer, out MessageBody? body, out OutgoingResponse refusal)
    {
        (timer, body, refusal) = (session.Timer.Answer(request), null, null!);
        if (timer is TimerAgreement.TooSmall tooSmall)
        {
            refusal = TimerHeaders.Refusal(tooSmall);
            return false;
        }

        if (request.Body.IsEmpty)
        {
            body = request.Method == SipMethod.Invite ? MessageBody.OfSdp(session.Media.MakeOffer()) : null;
        }
        else
        {
            var answer = session.Media.AnswerOffer(request.Body);
            if (answer.Refusal is { } words)
            {
                refusal = Unacceptable.Of(words);
                return false;
            }

            body = MessageBody.OfSdp(answer.Body);
        }

        session.Learn(request);
        return true;
    }

    private OutgoingResponse Accept(TimerAgreement timer, MessageBody? body) => new(200)
    {
        Headers = [session.Contact, session.Services.Capabilities.Allow, Capabilities.Supported, .. TimerHeaders.Of(timer)],
        Body = body,
    };

    private void OnLateAnswer(SipMessage request, SipMessage ack)
    {
        if (session.Negotiation != Negotiation.Ours)
        {
            return;
        }

        session.Negotiation = Negotiation.Agreed;
        if (ack.Body.IsEmpty || session.Media.TakeAnswer(ack.Body) is not null)
        {
            session.Media.Withdraw();
        }

        session.User.OnChanged(request);
    }

    private void OnSilence() =>
        session.EndWith(new SessionEnd(EndedBy.Silence, 0, "The peer did not acknowledge a change of the call."));
}
