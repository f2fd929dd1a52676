using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Changing;

/// <summary>
/// Changes a session by re-INVITE (RFC 3261 §14.1): one at a time; what is wanted meanwhile goes with the next. On a collision both sides
/// wait and try again.
/// </summary>
internal sealed class Modify
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    private readonly Session _session;
    private readonly Deadline _next;
    private bool _isWanted;

    /// <summary>Nothing to change yet.</summary>
    public Modify(Session session)
    {
        _session = session;
        _next = new Deadline(session.Services.Transactions.Deadlines, TryNow);
    }

    /// <summary>A re-INVITE waits for its answer.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Wants the media's present wishes offered, as soon as can be.</summary>
    public void Request()
    {
        _isWanted = true;
        TryNow();
    }

    /// <summary>The session is over.</summary>
    public void Stop()
    {
        _isWanted = false;
        _next.Clear();
    }

    /// <summary>Something that stood in the way may be gone.</summary>
    public void TryNow()
    {
        var isFree = !IsPending && !_session.IsPeerModifying && _next.At is null
            && _session is { Phase: SessionPhase.Talking, Negotiation: not Negotiation.Ours };
        if (_isWanted && isFree)
        {
            _session.Services.Loop.Watch(RunAsync(_session.Dialog!));
        }
    }

    private async Task RunAsync(Dialog dialog)
    {
        (_isWanted, IsPending, _session.Negotiation) = (false, true, Negotiation.Ours);
        var body = MessageBody.OfSdp(_session.Media.MakeOffer());
        var pending = _session.Request(dialog, () => dialog.NewRequest(SipMethod.Invite) with
        {
            Headers = [_session.Contact, _session.Services.Capabilities.Allow, Capabilities.Supported, .. _session.Timer.Ask()],
            Body = body,
        });
        var outcome = await pending.Outcome;
        (IsPending, _session.Negotiation) = (false, Negotiation.Agreed);
        if (outcome.IsSuccess)
        {
            var ack = SentAck.Send(_session, dialog, pending.Sent);
            pending.Repeated = _ => ack.SendAgain();
        }

        if (_session.Phase != SessionPhase.Ended)
        {
            Take(dialog, outcome);
            TryNow();
        }
    }

    private void Take(Dialog dialog, RequestOutcome outcome)
    {
        if (outcome.IsSuccess)
        {
            var response = outcome.Response!;
            dialog.Refresh(response);
            _session.Learn(response);
            _session.Timer.OnSuccess(response);
            var refusal = response.Body.IsEmpty ? "The peer agreed without saying to what." : _session.Media.TakeAnswer(response.Body);
            Tell(refusal);
        }
        else if (outcome.EndsDialog)
        {
            _session.EndWith(SessionEnds.OfLostPeer(outcome));
        }
        else if (RetryAfter(dialog, outcome) is { } delay)
        {
            _session.Media.Withdraw();
            _isWanted = true;
            _next.SetIn(delay);
        }
        else
        {
            Tell(outcome.Words);
        }
    }

    private void Tell(string? refusal)
    {
        if (refusal is not null)
        {
            _session.Media.Withdraw();
        }

        _session.User.OnModified(refusal);
    }

    // Null when it is of no use to ask again.
    private TimeSpan? RetryAfter(Dialog dialog, RequestOutcome outcome)
    {
        switch (outcome.Status)
        {
            case 491:
                return GlareBackOff.Next(dialog.OwnsCallId, _session.Services.Transactions.Ids.Random);
            case 422 when _session.Timer.Learn(outcome.Response!):
                return TimeSpan.Zero;
            case 500 when outcome.Response!.Headers.Read<Seconds>(HeaderId.RetryAfter).Is(out var seconds):
                var delay = TimeSpan.FromSeconds(seconds.Value);
                return delay < LongestRetry ? delay : LongestRetry;
            default:
                return null;
        }
    }
}
