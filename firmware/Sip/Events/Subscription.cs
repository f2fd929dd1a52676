using System.Net;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Events;

/// <summary>A phone that is told of changes (RFC 6665 §4.2): one SUBSCRIBE, and a NOTIFY for each news. On the control loop.</summary>
internal sealed class Subscription : IDialogUser
{
    /// <summary>Why a subscription ends, as Subscription-State tells it (RFC 6665 §4.1.3).</summary>
    private const string RanOut = "timeout", IsGone = "noresource", NotAllowed = "rejected";

    private readonly EventServices _services;
    private readonly IEventPackage _package;
    private readonly EventPackage _event;
    private readonly IWatch _watch;
    private readonly Dialog _dialog;
    private readonly Deadline _expiry;
    private string? _end;
    private bool _mustTell;
    private bool _isTelling;
    private bool _isOver;

    /// <summary>A subscription that is not answered yet.</summary>
    /// <param name="services">What it works with.</param>
    /// <param name="package">What kind of state.</param>
    /// <param name="event">The header Event of the SUBSCRIBE.</param>
    /// <param name="watch">What is watched.</param>
    /// <param name="subscribe">The SUBSCRIBE.</param>
    /// <param name="peer">How the subscriber is reached.</param>
    public Subscription(
        EventServices services,
        IEventPackage package,
        EventPackage @event,
        IWatch watch,
        ServerTransaction subscribe,
        PeerOptions peer)
    {
        (_services, _package, _event, _watch) = (services, package, @event, watch);
        _dialog = Dialog.OfRequest(subscribe, peer, this);
        _dialog.IsEarly = false;
        _expiry = new Deadline(services.Transactions.Deadlines, () => End(RanOut));
    }

    /// <summary>Number of the phone that is told.</summary>
    public required string Subscriber { get; init; }

    /// <summary>The user part of the box's Contact.</summary>
    public required string Resource { get; init; }

    /// <summary>What kind of state it tells.</summary>
    public string Package => _package.Name;

    /// <summary>Where the subscriber is.</summary>
    public IPAddress Address => _dialog.Target.Hop.Remote.Address;

    /// <summary>It is over, and the subscriber has been told if it can be.</summary>
    public event Action<Subscription>? Over;

    /// <summary>Accepts the SUBSCRIBE and tells the state (§4.2.1.2).</summary>
    public void Begin(ServerTransaction subscribe, TimeSpan length)
    {
        _services.Dialogs.Add(_dialog);
        Accept(subscribe, length);
    }

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction, Dialog dialog)
    {
        var request = transaction.Request;
        if (request.Method != SipMethod.Subscribe)
        {
            transaction.Answer(new OutgoingResponse(405).With(new HeaderField(HeaderId.Allow, SipMethod.Subscribe.ToString())));
        }
        else if (_end is not null || !_services.IsPhone(Subscriber))
        {
            transaction.Answer(481);
            End(NotAllowed);
        }
        else if (!request.Headers.Read<EventPackage>(HeaderId.Event).Is(out var asked) || asked != _event)
        {
            transaction.Answer(489);
        }
        else if (SubscriptionWish.Refusal(request, _services.Rules, out var length) is { } refusal)
        {
            transaction.Answer(refusal);
        }
        else
        {
            _dialog.Refresh(request);
            Accept(transaction, length);
        }
    }

    /// <inheritdoc/>
    public void OnAck(Grammar.SipMessage ack)
    {
        // There is no INVITE here that could be confirmed.
    }

    /// <summary>Something on the box has changed: tells the subscriber when that is news to it.</summary>
    public void Look()
    {
        if (!_watch.IsThere(_services.Board.Current))
        {
            End(IsGone);
        }
        else if (!_services.IsPhone(Subscriber))
        {
            End(NotAllowed);
        }
        else if (_watch.HasNews(_services.Board.Current))
        {
            Tell();
        }
    }

    /// <summary>The box stops: nobody is told any more.</summary>
    public void Drop()
    {
        _end ??= RanOut;
        _isOver = true;
        _expiry.Clear();
        _services.Dialogs.Remove(_dialog);
        Over?.Invoke(this);
    }

    private void Accept(ServerTransaction subscribe, TimeSpan length)
    {
        subscribe.Answer(new OutgoingResponse(200).With(Contact, SubscriptionWish.Seconds(HeaderId.Expires, length)));
        _mustTell = true;
        if (length == TimeSpan.Zero)
        {
            End(RanOut);
        }
        else
        {
            _expiry.SetIn(length);
            Tell();
        }
    }

    private HeaderField Contact => ContactAddress.Of(
        _services.Transactions.Wire, Resource, _dialog.Target.Hop, _dialog.RemoteTarget.IsSecure);

    private void End(string why)
    {
        if (_end is null)
        {
            _end = why;
            _expiry.Clear();
            Tell();
        }
    }

    private void Tell()
    {
        _mustTell = true;
        if (!_isTelling)
        {
            _isTelling = true;
            _services.Loop.Watch(TellAsync());
        }
    }

    // One NOTIFY at a time, so that none overtakes another; what changes meanwhile goes with the next.
    private async Task TellAsync()
    {
        while (_mustTell && !_isOver)
        {
            _mustTell = false;
            var isLast = _end is not null;
            var gap = isLast ? Task.CompletedTask : Task.Delay(_services.Rules.Gap, _services.Loop.Time, CancellationToken.None);
            var sent = PendingRequest.Send(_services.Transactions, _dialog.Target, credentials: null, Notify);
            if (isLast || !IsTaken(await sent.Outcome))
            {
                Drop();
                return;
            }

            await gap;
        }

        _isTelling = false;
    }

    // Who refuses a NOTIFY, or is silent, does not want it; but for one that names a time to try again (§4.2.2).
    private static bool IsTaken(RequestOutcome outcome) =>
        outcome.IsSuccess || outcome.Response?.Headers.Has(HeaderId.RetryAfter) == true;

    private OutgoingRequest Notify()
    {
        var now = _services.Board.Current;
        var state = _end is { } why ? SubscriptionState.Ended(why) : SubscriptionState.Active(SecondsLeft());
        return _dialog.NewRequest(SipMethod.Notify) with
        {
            Headers =
            [
                Contact,
                new HeaderField(HeaderId.Event, _event.ToString()),
                new HeaderField(HeaderId.SubscriptionState, state.ToString()),
            ],
            Body = _watch.IsThere(now) && _end != NotAllowed ? new MessageBody(_package.ContentType, _watch.Write(now)) : null,
        };
    }

    private uint SecondsLeft() =>
        (uint)Math.Max(0, Math.Round(((_expiry.At ?? TimeSpan.Zero) - _services.Transactions.Deadlines.Now).TotalSeconds));
}
