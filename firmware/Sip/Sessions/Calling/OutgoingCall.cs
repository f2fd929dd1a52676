using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Changing;
using Switchhook.Sip.Sessions.Ending;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Calling;

/// <summary>A call of the box, from its INVITE to the ACK (RFC 3261 §13.2). On the control loop.</summary>
/// <remarks>
/// It outlives its session: a CANCEL that crosses the answer, and answers of other places where it rang, are acknowledged and hung up here.
/// </remarks>
internal sealed class OutgoingCall : IClientUser, ISetUp
{
    private const int MostTries = 4;

    private readonly SessionServices _services;
    private readonly CallRequest _call;
    private readonly string _callId;
    private readonly NameAddress _from;
    private readonly Deadline _limit;
    private readonly Dictionary<string, EarlyDialog> _places = [];
    private uint _sequence;
    private int _tries;
    private bool _isProvisional;
    private bool _isCancelled;
    private IReadOnlyList<HeaderField>? _cancel;
    private ClientTransaction _transaction = null!;

    private OutgoingCall(SessionServices services, SessionPeer peer, CallRequest call, ISessionMedia media, ISessionUser user)
    {
        (_services, _call) = (services, call);
        var ids = services.Transactions.Ids;
        (_callId, _from, _sequence) = (ids.CallId(), call.From.WithTag(ids.Tag()), ids.FirstSequence());
        _limit = new Deadline(services.Transactions.Deadlines, OnLimit);
        Session = new Session(services, peer, media, user, this) { ContactHop = call.Target.Hop };
    }

    /// <summary>The session that it makes.</summary>
    public Session Session { get; }

    /// <summary>Calls.</summary>
    /// <param name="services">What sessions work with.</param>
    /// <param name="peer">Whom it is about.</param>
    /// <param name="call">The call.</param>
    /// <param name="media">Makes the offer.</param>
    /// <param name="user">Hears what comes of it.</param>
    public static Session Start(SessionServices services, SessionPeer peer, CallRequest call, ISessionMedia media, ISessionUser user)
    {
        var outgoing = new OutgoingCall(services, peer, call, media, user);
        outgoing._limit.SetIn(services.Options.LongestRinging);
        outgoing.Send([]);
        return outgoing.Session;
    }

    /// <inheritdoc/>
    public void OnResponse(SipMessage response, ClientTransaction transaction)
    {
        if (!ReferenceEquals(transaction, _transaction))
        {
            return;
        }

        switch (response.StatusCode)
        {
            case < 200:
                OnProvisional(response);
                break;
            case < 300:
                OnSuccess(response);
                break;
            default:
                OnFailure(response);
                break;
        }
    }

    /// <inheritdoc/>
    public void OnFault(TransactionFault fault, ClientTransaction transaction) => Fail(SessionEnds.OfFault(fault));

    /// <inheritdoc/>
    public void GiveUp(SessionEnd why, IReadOnlyList<HeaderField> headers)
    {
        _cancel = headers;
        if (_isProvisional)
        {
            Cancel();
        }
    }

    /// <inheritdoc/>
    public void EndAfterAck(IReadOnlyList<HeaderField> headers) => Bye.Send(Session, headers);

    /// <inheritdoc/>
    public bool TryTakeAck(SipMessage ack) => false;

    /// <inheritdoc/>
    public void OnPrack(ServerTransaction prack) => prack.Answer(481);

    /// <inheritdoc/>
    public void OnBye() => GiveUp(new SessionEnd(EndedBy.Peer, 0, ""), []);

    private void Send(IReadOnlyList<HeaderField> credentials)
    {
        Forget(kept: null);
        _places.Clear();
        _isProvisional = false;
        _tries++;
        MessageBody? body = null;
        if (!_call.IsLateOffer)
        {
            body = MessageBody.OfSdp(Session.Media.MakeOffer());
            Session.Negotiation = Negotiation.Ours;
        }

        _transaction = ClientTransaction.Send(_services.Transactions, new OutgoingRequest(SipMethod.Invite, _call.Uri, _callId, _sequence++)
        {
            From = _from,
            To = _call.To ?? NameAddress.Create(null, _call.Uri),
            Routes = _call.Routes,
            Headers =
            [
                Session.Contact, _services.Capabilities.Allow, Capabilities.Supported,
                .. Session.Timer.Ask(), .. _call.Headers, .. credentials,
            ],
            Body = body,
        }, _call.Target, this);
    }

    private void OnProvisional(SipMessage response)
    {
        _isProvisional = true;
        if (_cancel is not null)
        {
            Cancel();
        }

        if (Session.Phase != SessionPhase.SettingUp)
        {
            return;
        }

        if (response.StatusCode == 100)
        {
            Session.User.OnTrying();
            return;
        }

        var hasMedia = false;
        if (!response.To.Tag.IsEmpty)
        {
            var place = PlaceOf(response);
            if (!ReliableResponses.TryTake(Session, place, response, _transaction.Request.Sequence))
            {
                return;
            }

            Session.Dialog = place.Dialog;
            Session.Learn(response);
            hasMedia = TakeEarlyAnswer(place, response);
        }

        Session.User.OnProgress(response, hasMedia);
    }

    private bool TakeEarlyAnswer(EarlyDialog place, SipMessage response)
    {
        if (_call.IsLateOffer || !response.HasBody("application"u8, "sdp"u8))
        {
            return !place.Answer.IsEmpty;
        }

        // Of several places that answer the one offer, the last that speaks is heard (RFC 3261 §13.2.1).
        if (!place.Answer.Span.SequenceEqual(response.Body.Span))
        {
            place.Answer = response.Body.ToArray();
            if (Session.Media.TakeAnswer(place.Answer) is not null)
            {
                return false;
            }
        }

        Session.Negotiation = Negotiation.Agreed;
        return true;
    }

    private void OnSuccess(SipMessage response)
    {
        var place = PlaceOf(response);
        if (place.Ack is { } ack)
        {
            ack.SendAgain();
            return;
        }

        place.Dialog.IsEarly = false;
        place.Dialog.Refresh(response);
        _limit.Clear();
        if (Session.Phase != SessionPhase.SettingUp)
        {
            // It was cancelled too late, or another place was quicker.
            place.Ack = SentAck.Send(Session, place.Dialog, _transaction.Request);
            Bye.Send(Session, place.Dialog, _cancel ?? []);
            return;
        }

        Session.Dialog = place.Dialog;
        Session.Learn(response);
        var refusal = Agree(place, response, out var body);
        place.Ack = SentAck.Send(Session, place.Dialog, _transaction.Request, body);
        Session.Enter(SessionPhase.Talking);
        Forget(kept: place);
        if (refusal is not null)
        {
            Session.EndWith(new SessionEnd(EndedBy.Box, 488, refusal));
            return;
        }

        Session.Negotiation = Negotiation.Agreed;
        Session.Timer.OnSuccess(response);
        Session.User.OnAnswered(response);
        Session.TryModify();
    }

    // Null when both sides agree on media.
    private string? Agree(EarlyDialog place, SipMessage response, out MessageBody? answer)
    {
        answer = null;
        if (_call.IsLateOffer && Session.Negotiation == Negotiation.Agreed)
        {
            return null;
        }

        if (_call.IsLateOffer)
        {
            var offered = response.Body.IsEmpty ? default : Session.Media.AnswerOffer(response.Body);
            answer = MessageBody.OfSdp(offered.Body);
            return response.Body.IsEmpty ? "The peer answered without an offer of sound." : offered.Refusal;
        }

        // What is said reliably before the answer need not be said again.
        var description = response.Body.IsEmpty ? place.Answer : response.Body;
        return description.IsEmpty ? "The peer answered without a description of its sound." : Session.Media.TakeAnswer(description);
    }

    private void OnFailure(SipMessage response)
    {
        var again = Session.Phase == SessionPhase.SettingUp && _tries < MostTries;
        if (again && response.StatusCode is 401 or 407
            && Session.Peer.Credentials?.Answer(response, _transaction.Request) is { Count: > 0 } credentials)
        {
            Send(credentials);
        }
        else if (again && response.StatusCode == 422 && Session.Timer.Learn(response))
        {
            Send([.. _transaction.Request.Headers.Where(header => header.Id is HeaderId.Authorization or HeaderId.ProxyAuthorization)]);
        }
        else
        {
            Fail(SessionEnds.OfRefusal(response));
        }
    }

    private void Fail(SessionEnd why)
    {
        _limit.Clear();
        Forget(kept: null);
        if (Session.Phase == SessionPhase.SettingUp)
        {
            Session.Finish().OnEnded(why);
        }
    }

    private void Cancel()
    {
        if (!_isCancelled)
        {
            _isCancelled = true;
            _transaction.Cancel(_cancel!);
            _limit.SetIn(_services.Transactions.Times.Limit);
        }
    }

    private void OnLimit()
    {
        if (_isCancelled)
        {
            _transaction.Abandon();
            Forget(kept: null);
        }
        else
        {
            Session.EndWith(new SessionEnd(EndedBy.Silence, 408, "Nobody answered for a long time."));
        }
    }

    private EarlyDialog PlaceOf(SipMessage response)
    {
        var tag = response.To.Tag.ToString();
        if (!_places.TryGetValue(tag, out var place))
        {
            var dialog = Dialog.OfResponse(_transaction.Request, response, _transaction.Hop, Session.Peer.Options, Session);
            _places[tag] = place = new EarlyDialog(dialog);
            _services.Dialogs.Add(dialog);
        }

        return place;
    }

    private void Forget(EarlyDialog? kept)
    {
        foreach (var place in _places.Values)
        {
            if (place != kept && place.Dialog.IsEarly)
            {
                _services.Dialogs.Remove(place.Dialog);
            }
        }
    }
}
