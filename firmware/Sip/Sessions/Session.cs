using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Changing;
using Switchhook.Sip.Sessions.Ending;
using Switchhook.Sip.Sessions.Refreshing;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Sessions;

/// <summary>
/// A call with one peer: what its verbs share, and who serves which request. Set up by <c>Calling</c> or <c>Answering</c>, changed by
/// <c>Changing</c>, kept alive by <c>Refreshing</c>, passed on by <c>Transferring</c>, ended by <c>Ending</c>. On the control loop.
/// </summary>
internal sealed class Session : IDialogUser
{
    private readonly Modify _modify;
    private readonly PeerModify _peerModify;
    private readonly SessionTimer _timer;
    private readonly Transfers _transfers;
    private readonly ISetUp _setUp;

    /// <summary>A session that is being set up.</summary>
    public Session(SessionServices services, SessionPeer peer, ISessionMedia media, ISessionUser user, ISetUp setUp)
    {
        (Services, Peer, Media, User, _setUp) = (services, peer, media, user, setUp);
        _timer = new SessionTimer(this);
        _modify = new Modify(this);
        _peerModify = new PeerModify(this);
        _transfers = new Transfers(this);
    }

    /// <summary>What it works with.</summary>
    public SessionServices Services { get; }

    /// <summary>Who is at the other end.</summary>
    public SessionPeer Peer { get; }

    /// <summary>Its sound; none any more when it is over.</summary>
    public ISessionMedia Media { get; private set; }

    /// <summary>Whose it is; nobody's any more when it is over.</summary>
    public ISessionUser User { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public SessionPhase Phase { get; private set; }

    /// <summary>Its dialog; null before there is one. Of an outgoing call that rings at several places, the one that spoke last.</summary>
    public Dialog? Dialog { get; set; }

    /// <summary>The way by which the peer is reached, as the box's Contact depends on it.</summary>
    public required Hop ContactHop { private get; init; }

    /// <summary>Header Contact.</summary>
    public HeaderField Contact => ContactAddress.Of(
        Services.Transactions.Wire, Peer.ContactUser, ContactHop, isSecure: Dialog is { RemoteTarget.IsSecure: true });

    /// <summary>Whose offer is open.</summary>
    public Negotiation Negotiation { get; set; }

    /// <summary>The session timer.</summary>
    public SessionTimer Timer => _timer;

    /// <summary>An INVITE of the peer within the session, answered 2xx, waits for its ACK.</summary>
    public bool IsPeerModifying => _peerModify.IsWaitingForAck;

    /// <summary>An INVITE or UPDATE of the box within the session waits for its answer.</summary>
    public bool IsModifying => _modify.IsPending;

    /// <summary>The peer takes UPDATE.</summary>
    public bool PeerTakesUpdate { get; private set; }

    /// <summary>Offers the peer what the media want now: hold, resume, another codec. What comes of it is told.</summary>
    public void Modify() => _modify.Request();

    /// <summary>Sends a request that changes nothing, such as INFO.</summary>
    public Task<RequestOutcome> Send(SipMethod method, IReadOnlyList<HeaderField> headers, MessageBody? body) =>
        Dialog is { } dialog && Phase != SessionPhase.Ended
            ? Request(dialog, () => dialog.NewRequest(method) with { Headers = headers, Body = body }).Outcome
            : Task.FromResult(new RequestOutcome(null, new TransactionFault(TransactionFaultKind.Timeout, "There is no call any more.")));

    /// <summary>Ends it in the way that fits its phase: CANCEL, a refusal, or BYE. Its user is not told.</summary>
    /// <param name="why">Why.</param>
    /// <param name="headers">Such as Reason.</param>
    public void HangUp(SessionEnd why, params IReadOnlyList<HeaderField> headers)
    {
        switch (Phase)
        {
            case SessionPhase.SettingUp:
                Finish();
                _setUp.GiveUp(why, headers);
                break;
            case SessionPhase.Answered:
                Finish();
                _setUp.EndAfterAck(headers);
                break;
            case SessionPhase.Talking:
                Finish();
                Bye.Send(this, headers);
                break;
            case SessionPhase.Ended:
                break;
        }
    }

    /// <summary>Ends it, and tells its user.</summary>
    public void EndWith(SessionEnd why, params IReadOnlyList<HeaderField> headers)
    {
        if (Phase != SessionPhase.Ended)
        {
            var user = User;
            HangUp(why, headers);
            user.OnEnded(why);
        }
    }

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction, Dialog dialog)
    {
        var method = transaction.Request.Method.Kind;
        if (Phase == SessionPhase.Ended && method is not (MethodKind.Bye or MethodKind.Prack))
        {
            transaction.Answer(481);
            return;
        }

        switch (method)
        {
            case MethodKind.Invite:
                _peerModify.OnInvite(transaction, dialog);
                break;
            case MethodKind.Update:
                _peerModify.OnUpdate(transaction, dialog);
                break;
            case MethodKind.Bye:
                OnBye(transaction);
                break;
            case MethodKind.Prack:
                _setUp.OnPrack(transaction);
                break;
            case MethodKind.Info:
                User.OnInfo(transaction);
                break;
            case MethodKind.Refer:
                _transfers.OnRefer(transaction, dialog);
                break;
            case MethodKind.Options:
                transaction.Answer(Services.Capabilities.Answer);
                break;
            default:
                transaction.Answer(new OutgoingResponse(405).With(Services.Capabilities.Allow));
                break;
        }
    }

    /// <inheritdoc/>
    public void OnAck(SipMessage ack)
    {
        if (!_setUp.TryTakeAck(ack))
        {
            _peerModify.OnAck(ack);
        }
    }

    /// <summary>The session goes on to another phase of its setting up.</summary>
    public void Enter(SessionPhase phase) => Phase = phase;

    /// <summary>What stood in the way of <see cref="Modify"/> may be gone.</summary>
    public void TryModify() => _modify.TryNow();

    /// <summary>Learns what the peer takes from a message of its.</summary>
    public void Learn(SipMessage message)
    {
        if (message.Headers.ReadAll<Token>(HeaderId.Allow).Is(out var allowed))
        {
            PeerTakesUpdate = allowed.Any(method => method.Text.IsIgnoringCase("UPDATE"u8));
        }
    }

    /// <summary>Sends a request in a dialog, and answers challenges.</summary>
    public PendingRequest Request(Dialog dialog, Func<OutgoingRequest> make) =>
        PendingRequest.Send(Services.Transactions, dialog.Target, Peer.Credentials, make);

    /// <summary>The session is over: nothing of it is found any more. What is on its way still comes to an end.</summary>
    /// <returns>Its user, whom it forgets: to be told, unless it did this itself.</returns>
    public ISessionUser Finish()
    {
        var user = User;
        (Phase, User, Media) = (SessionPhase.Ended, NoUser.Instance, NoUser.Instance);
        _timer.Stop();
        _modify.Stop();
        _peerModify.Stop();
        return user;
    }

    private void OnBye(ServerTransaction bye)
    {
        bye.Answer(200);
        if (Phase == SessionPhase.Ended)
        {
            return;
        }

        var wasTalking = Phase == SessionPhase.Talking;
        var user = Finish();
        if (wasTalking)
        {
            Services.Dialogs.Remove(Dialog!);
        }
        else
        {
            _setUp.OnBye();
        }

        user.OnEnded(SessionEnds.Of(bye.Request));
    }
}
