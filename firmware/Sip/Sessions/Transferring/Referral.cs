using System.Globalization;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Transferring;

/// <summary>
/// The peer's wish to be connected with someone else (REFER, RFC 3515), and the subscription by which it hears how that goes. On the
/// control loop.
/// </summary>
internal sealed class Referral
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    private readonly Session _session;
    private readonly Dialog _dialog;
    private readonly ServerTransaction _refer;
    private readonly string? _eventId;
    private readonly bool _wantsNews;
    private readonly TaskCompletionSource _over = new();
    private int _status = 100;
    private int _toldStatus;
    private bool _isTelling;

    internal Referral(Session session, Dialog dialog, ServerTransaction refer, NameAddress target, bool isFirst)
    {
        (_session, _dialog, _refer) = (session, dialog, refer);
        Target = target;
        _eventId = isFirst ? null : refer.Request.CSeq.Number.ToString(CultureInfo.InvariantCulture);
        _wantsNews = !refer.Request.Headers.First(HeaderId.ReferSub).IsIgnoringCase("false"u8);
    }

    /// <summary>With whom. A Replaces header in its URI means an attended transfer: <see cref="ReplacesOf.Target"/>.</summary>
    public NameAddress Target { get; }

    /// <summary>On whose behalf, as the peer says (Referred-By); null when it does not.</summary>
    public NameAddress? By => _refer.Request.Headers.ReadTop<NameAddress>(HeaderId.ReferredBy).Is(out var by) ? by : null;

    /// <summary>The peer hears no more of it: it was told the outcome, wanted no news, or was refused.</summary>
    public bool IsOver => _over.Task.IsCompleted;

    /// <summary>Completes when <see cref="IsOver"/>: who hangs up after a transfer waits for it for a while.</summary>
    public Task Over => _over.Task;

    /// <summary>The REFER.</summary>
    public SipMessage Request => _refer.Request;

    /// <summary>Takes the wish on; the peer hears of it by <see cref="Tell"/>, unless it asked not to (RFC 4488).</summary>
    public void Accept()
    {
        if (_wantsNews)
        {
            _refer.Answer(new OutgoingResponse(202).With(_session.Contact));
            TellNow();
        }
        else
        {
            _refer.Answer(new OutgoingResponse(202).With(_session.Contact, new HeaderField(HeaderId.ReferSub, "false")));
            _over.TrySetResult();
        }
    }

    /// <summary>Does not.</summary>
    /// <param name="status">Such as 403, 404, 603.</param>
    public void Refuse(int status)
    {
        _refer.Answer(status);
        _over.TrySetResult();
    }

    /// <summary>How the new call stands: 100 to 199, and at last 200 or above, which ends the peer's subscription.</summary>
    public void Tell(int status)
    {
        if (!IsOver && _status < 200)
        {
            _status = status;
            TellNow();
        }
    }

    // One NOTIFY at a time, so that none overtakes another; what changes meanwhile goes with the next.
    private void TellNow()
    {
        if (!_isTelling && _toldStatus != _status)
        {
            _session.Services.Loop.Watch(TellAsync());
        }
    }

    private async Task TellAsync()
    {
        _isTelling = true;
        while (!IsOver && _toldStatus != _status)
        {
            _toldStatus = _status;
            var outcome = await _session.Request(_dialog, () => Notify(_toldStatus)).Outcome;
            if (_toldStatus >= 200 || outcome.EndsDialog)
            {
                _over.TrySetResult();
            }
        }

        _isTelling = false;
    }

    private OutgoingRequest Notify(int status)
    {
        var state = status >= 200
            ? SubscriptionState.Ended("noresource")
            : SubscriptionState.Active((uint)Lasts.TotalSeconds);
        return _dialog.NewRequest(SipMethod.Notify) with
        {
            Headers =
            [
                _session.Contact,
                new HeaderField(HeaderId.Event, new EventPackage("refer", _eventId).ToString()),
                new HeaderField(HeaderId.SubscriptionState, state.ToString()),
            ],
            Body = new MessageBody(SipFragment.ContentType, new SipFragment(status, StatusReasons.Of(status)).Write()),
        };
    }
}
