using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>Keeps a session alive, and ends one that nobody keeps alive (RFC 4028).</summary>
internal sealed class SessionTimer
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    private readonly Session _session;
    private readonly Deadline _refresh;
    private readonly Deadline _end;
    private SessionInterval? _agreed;
    private TimeSpan _learnedMinimum;

    /// <summary>No timer yet.</summary>
    public SessionTimer(Session session)
    {
        _session = session;
        var deadlines = session.Services.Transactions.Deadlines;
        _refresh = new Deadline(deadlines, Refresh);
        _end = new Deadline(deadlines, () => session.EndWith(
            new SessionEnd(EndedBy.Silence, 0, "The peer has not confirmed for a long time that the call goes on.")));
    }

    private SessionTimerOptions Options => _session.Services.Options.Timers;

    /// <summary>Headers of a request of the box that makes or refreshes the session.</summary>
    public IReadOnlyList<HeaderField> Ask() => TimerHeaders.Of(SessionTimers.Ask(_agreed, _learnedMinimum, Options));

    /// <summary>Answers what a request of the peer says.</summary>
    public TimerAgreement Answer(SipMessage request) => SessionTimers.Answer(TimerHeaders.Read(request), Options);

    /// <summary>A 422 came: asks for more next time. False when it says nothing new.</summary>
    public bool Learn(SipMessage refusal)
    {
        if (TimerHeaders.Minimum(refusal) is not { } minimum || minimum <= _learnedMinimum)
        {
            return false;
        }

        _learnedMinimum = minimum;
        return true;
    }

    /// <summary>A 2xx to a request of the box came.</summary>
    public void OnSuccess(SipMessage response) => Start(TimerHeaders.ReadAgreed(response));

    /// <summary>A request of the peer was answered so.</summary>
    public void OnAnswered(TimerAgreement agreement) => Start((agreement as TimerAgreement.Agreed)?.Interval);

    /// <summary>The session is over.</summary>
    public void Stop()
    {
        _refresh.Clear();
        _end.Clear();
    }

    private void Start(SessionInterval? agreed)
    {
        Stop();
        _agreed = agreed;
        if (agreed is not { } interval || _session.Phase == SessionPhase.Ended)
        {
            return;
        }

        _end.SetIn(interval.EndAfter);
        if (interval.RefreshAfter is { } after)
        {
            _refresh.SetIn(after);
        }
    }

    private void Refresh()
    {
        if (_session.IsModifying || _session.IsPeerModifying || _session.Phase != SessionPhase.Talking)
        {
            _refresh.SetIn(Later);
        }
        else if (_session.PeerTakesUpdate)
        {
            _session.Services.Loop.Watch(UpdateAsync());
        }
        else
        {
            _refresh.SetIn(Later);
            _session.Modify();
        }
    }

    private async Task UpdateAsync()
    {
        var dialog = _session.Dialog!;
        var outcome = await _session.Request(dialog, () => dialog.NewRequest(SipMethod.Update) with
        {
            Headers = [_session.Contact, Dialogs.Dispatch.Capabilities.Supported, .. Ask()],
        }).Outcome;
        if (_session.Phase == SessionPhase.Ended)
        {
            return;
        }

        if (outcome.IsSuccess)
        {
            dialog.Refresh(outcome.Response!);
            OnSuccess(outcome.Response!);
        }
        else if (outcome.EndsDialog)
        {
            _session.EndWith(SessionEnds.OfLostPeer(outcome));
        }
        else
        {
            _refresh.SetIn(outcome.Status == 422 && Learn(outcome.Response!) ? TimeSpan.Zero : RetryDelay(outcome));
        }
    }

    private TimeSpan RetryDelay(RequestOutcome outcome) => outcome.Status == 491
        ? GlareBackOff.Next(_session.Dialog!.OwnsCallId, _session.Services.Transactions.Ids.Random)
        : Later;
}
