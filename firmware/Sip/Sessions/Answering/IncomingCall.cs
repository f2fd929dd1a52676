using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Sessions.Changing;
using Switchhook.Sip.Sessions.Ending;
using Switchhook.Sip.Sessions.Refreshing;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Answering;

/// <summary>A call of the peer, from its INVITE to the ACK (RFC 3261 §13.3). On the control loop.</summary>
internal sealed class IncomingCall : ISetUp, IServerUser
{
    private readonly SessionServices _services;
    private readonly ServerTransaction _invite;
    private readonly AcceptedInvite _accepted;
    private readonly ReliableRinging? _reliable;
    private readonly Deadline _limit;
    private readonly Deadline _ringAgain;
    private TimerAgreement _timer = new TimerAgreement.None();
    private ReadOnlyMemory<byte> _description;
    private OutgoingResponse? _ringing;
    private OutgoingResponse? _answer;
    private IReadOnlyList<HeaderField>? _bye;

    private IncomingCall(SessionServices services, ServerTransaction invite, SessionPeer peer, ISessionMedia media, ISessionUser user)
    {
        (_services, _invite) = (services, invite);
        Session = new Session(services, peer, media, user, this) { ContactHop = invite.From };
        Session.Dialog = Dialog.OfRequest(invite, peer.Options, Session);
        var deadlines = services.Transactions.Deadlines;
        _accepted = new AcceptedInvite(services.Transactions);
        _reliable = ReliableRinging.Wanted(invite.Request) ? new ReliableRinging(services.Transactions, invite, OnUnconfirmed) : null;
        _limit = new Deadline(deadlines, () => Session.EndWith(new SessionEnd(EndedBy.Box, 480, "Nobody answered for a long time.")));
        _ringAgain = new Deadline(deadlines, RingAgain);
    }

    /// <summary>The session that it makes.</summary>
    public Session Session { get; }

    /// <summary>The INVITE.</summary>
    public SipMessage Request => _invite.Request;

    /// <summary>
    /// Takes an INVITE that begins a call. What cannot be agreed on is refused at once: an interval that is too short, an offer without
    /// anything in it that the box can do.
    /// </summary>
    /// <param name="services">What sessions work with.</param>
    /// <param name="invite">The INVITE; its sender is known by now.</param>
    /// <param name="peer">Whom it is about.</param>
    /// <param name="media">Answers the offer.</param>
    /// <param name="user">Hears what comes of it; decides by the methods of the call.</param>
    /// <returns>The call; null when it was refused.</returns>
    public static IncomingCall? Take(
        SessionServices services, ServerTransaction invite, SessionPeer peer, ISessionMedia media, ISessionUser user)
    {
        var call = new IncomingCall(services, invite, peer, media, user);
        if (call.TryAgree() is { } refusal)
        {
            invite.Answer(refusal);
            return null;
        }

        invite.User = call;
        services.Dialogs.Add(call.Session.Dialog!);
        call.Session.Learn(invite.Request);
        call._limit.SetIn(services.Options.LongestRinging);
        return call;
    }

    /// <summary>Tells the caller that it rings, or what else goes on.</summary>
    /// <param name="status">180 to 189; 100 tells that it takes a while.</param>
    /// <param name="hasMedia">There is something to hear before the answer.</param>
    /// <param name="headers">Such as Alert-Info.</param>
    public void Ring(int status, bool hasMedia = false, params IReadOnlyList<HeaderField> headers)
    {
        if (Session.Phase != SessionPhase.SettingUp || _answer is not null)
        {
            return;
        }

        if (status == 100)
        {
            _invite.Answer(status);
            return;
        }

        // When the INVITE had no offer, a reliable response must bring one, and no other may (RFC 3262 §5, RFC 3261 §13.2.1).
        var isOffer = Session.Negotiation == Negotiation.Ours;
        var body = (isOffer ? _reliable is not null : hasMedia) ? MessageBody.OfSdp(_description) : null;
        _ringing = new OutgoingResponse(status)
        {
            Headers = [Session.Contact, _services.Capabilities.Allow, Capabilities.Supported, .. headers],
            Body = body,
        };
        if (_reliable is not null)
        {
            _reliable.Send(_ringing);
        }
        else
        {
            _invite.Answer(_ringing);
        }

        _ringAgain.SetIn(_services.Options.RingAgain);
    }

    /// <summary>Answers.</summary>
    /// <param name="headers">Such as P-Asserted-Identity.</param>
    public void Answer(params IReadOnlyList<HeaderField> headers)
    {
        if (Session.Phase != SessionPhase.SettingUp || _answer is not null)
        {
            return;
        }

        var isDescribed = _reliable is { HasDescribed: true };
        _answer = new OutgoingResponse(200)
        {
            Headers =
            [
                Session.Contact, _services.Capabilities.Allow, Capabilities.Supported, Capabilities.Accept,
                .. TimerHeaders.Of(_timer), .. headers,
            ],
            Body = isDescribed ? null : MessageBody.OfSdp(_description),
        };

        // What was described reliably must be confirmed first (RFC 3262 §3).
        if (!isDescribed || !_reliable!.IsWaiting)
        {
            SendAnswer();
        }
    }

    /// <inheritdoc/>
    public void GiveUp(SessionEnd why, IReadOnlyList<HeaderField> headers)
    {
        _invite.Answer(new OutgoingResponse(why.Status is >= 300 and < 700 ? why.Status : 480) { Headers = headers });
        Forget();
    }

    /// <inheritdoc/>
    public void EndAfterAck(IReadOnlyList<HeaderField> headers) => _bye = headers;

    /// <inheritdoc/>
    public bool TryTakeAck(SipMessage ack) => _accepted.TryTake(ack);

    /// <inheritdoc/>
    public void OnPrack(ServerTransaction prack)
    {
        if (_reliable is null || !_reliable.TryConfirm(prack.Request))
        {
            prack.Answer(481);
            return;
        }

        if (Session.Negotiation == Negotiation.Theirs && _reliable.HasDescribed)
        {
            Session.Negotiation = Negotiation.Agreed;
        }

        var response = new OutgoingResponse(200);
        if (!prack.Request.Body.IsEmpty)
        {
            if (Session.Negotiation == Negotiation.Ours)
            {
                Session.Negotiation = Session.Media.TakeAnswer(prack.Request.Body) is null ? Negotiation.Agreed : Negotiation.Ours;
            }
            else
            {
                var answer = Session.Media.AnswerOffer(prack.Request.Body);
                response = answer.Refusal is { } words ? Unacceptable.Of(words) : response with { Body = MessageBody.OfSdp(answer.Body) };
            }
        }

        prack.Answer(response);
        if (_answer is not null && Session.Phase == SessionPhase.SettingUp)
        {
            SendAnswer();
        }

        _reliable.SendNext();
    }

    /// <inheritdoc/>
    public void OnBye()
    {
        _invite.Answer(487);
        _accepted.Stop();
        Forget();
    }

    /// <inheritdoc/>
    public void OnCancel(SipMessage cancel)
    {
        if (Session.Phase == SessionPhase.SettingUp)
        {
            _invite.Answer(487);
            Forget();
            Session.Finish().OnEnded(SessionEnds.Of(cancel));
        }
    }

    /// <inheritdoc/>
    public void OnAck(SipMessage ack) => Session.OnAck(ack);

    /// <inheritdoc/>
    public void OnNoAck()
    {
        // The session is over already, and the caller is gone.
    }

    // Null when there is nothing against the call.
    private OutgoingResponse? TryAgree()
    {
        _timer = Session.Timer.Answer(Request);
        if (_timer is TimerAgreement.TooSmall tooSmall)
        {
            return TimerHeaders.Refusal(tooSmall);
        }

        if (!Request.HasBody("application"u8, "sdp"u8))
        {
            _description = Session.Media.MakeOffer();
            Session.Negotiation = Negotiation.Ours;
            return null;
        }

        var answer = Session.Media.AnswerOffer(Request.Body);
        _description = answer.Body;
        Session.Negotiation = Negotiation.Theirs;
        return answer.Refusal is { } words ? Unacceptable.Of(words) : null;
    }

    private void SendAnswer()
    {
        _reliable?.Stop();
        _ringAgain.Clear();
        _limit.Clear();
        Session.Dialog!.IsEarly = false;
        Session.Enter(SessionPhase.Answered);
        Session.Negotiation = Session.Negotiation == Negotiation.Theirs ? Negotiation.Agreed : Session.Negotiation;
        Session.Timer.OnAnswered(_timer);
        _accepted.Answer(_invite, _answer!, OnAcknowledged, OnSilence);
    }

    private void OnAcknowledged(SipMessage ack)
    {
        if (Session.Phase == SessionPhase.Ended)
        {
            Bye.Send(Session, _bye ?? []);
            return;
        }

        Session.Enter(SessionPhase.Talking);
        if (Session.Negotiation == Negotiation.Ours)
        {
            Session.Negotiation = Negotiation.Agreed;
            var refusal = ack.Body.IsEmpty ? "The peer did not answer the offer of sound." : Session.Media.TakeAnswer(ack.Body);
            if (refusal is not null)
            {
                Session.EndWith(new SessionEnd(EndedBy.Box, 488, refusal));
                return;
            }
        }

        Session.TryModify();
    }

    // RFC 3261 §13.3.1.4: after 64·T1 without ACK the session is ended by BYE.
    private void OnSilence()
    {
        if (Session.Phase == SessionPhase.Ended)
        {
            Bye.Send(Session, _bye ?? []);
            return;
        }

        Session.Enter(SessionPhase.Talking);
        Session.EndWith(new SessionEnd(EndedBy.Silence, 0, "The caller never acknowledged that the call was answered."));
    }

    private void OnUnconfirmed() =>
        Session.EndWith(new SessionEnd(EndedBy.Silence, 504, "The caller never confirmed that it hears the ringing."));

    private void RingAgain()
    {
        if (Session.Phase == SessionPhase.SettingUp && _answer is null && _ringing is { } ringing)
        {
            Ring(ringing.Status, ringing.Body is not null);
        }
    }

    private void Forget()
    {
        _reliable?.Stop();
        _ringAgain.Clear();
        _limit.Clear();
        _services.Dialogs.Remove(Session.Dialog!);
    }
}
