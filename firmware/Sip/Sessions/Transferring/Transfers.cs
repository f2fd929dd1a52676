using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Transferring;

/// <summary>REFER of both sides within a session (RFC 3515), and the news of its outcome.</summary>
internal sealed class Transfers
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    private readonly Session _session;
    private readonly Deadline _giveUp;
    private Action<int>? _progress;
    private bool _hadReferral;

    /// <summary>None yet.</summary>
    public Transfers(Session session)
    {
        _session = session;
        _giveUp = new Deadline(session.Services.Transactions.Deadlines, () => Tell(408));
    }

    /// <summary>Asks the peer to call someone else.</summary>
    /// <param name="target">Refer-To.</param>
    /// <param name="progress">Told each status; one of 200 or above is the last.</param>
    public void Send(NameAddress target, Action<int> progress)
    {
        if (_progress is not null || _session.Phase != SessionPhase.Talking)
        {
            progress(_progress is null ? 481 : 491);
            return;
        }

        _progress = progress;
        _giveUp.SetIn(LongestWait);
        _session.Services.Loop.Watch(SendAsync(_session.Dialog!, target));
    }

    /// <summary>The session is over: nobody will tell any more.</summary>
    public void Stop() => Tell(487);

    /// <summary>REFER of the peer.</summary>
    public void OnRefer(ServerTransaction refer, Dialog dialog)
    {
        var headers = refer.Request.Headers;
        if (headers.CountOf(HeaderId.ReferTo) != 1 || !headers.Read<NameAddress>(HeaderId.ReferTo).Is(out var target))
        {
            refer.Answer(new OutgoingResponse(400, "There must be one Refer-To"));
            return;
        }

        var referral = new Referral(_session, dialog, refer, target, isFirst: !_hadReferral);
        _hadReferral = true;
        _session.User.OnRefer(referral);
    }

    /// <summary>NOTIFY of the peer.</summary>
    public void OnNotify(ServerTransaction notify)
    {
        var request = notify.Request;
        if (!request.Headers.Read<EventPackage>(HeaderId.Event).Is(out var package) || package.Name != "refer")
        {
            notify.Answer(489);
            return;
        }

        if (_progress is null)
        {
            notify.Answer(481);
            return;
        }

        notify.Answer(200);
        var status = SipFragment.Parse(request.Body.Span)?.Status ?? 0;
        var isOver = request.Headers.Read<SubscriptionState>(HeaderId.SubscriptionState).Is(out var state)
            && state.Phase == SubscriptionPhase.Terminated;

        // Who ends the subscription without an outcome does not know it.
        Tell(isOver && status < 200 ? 487 : status);
    }

    private async Task SendAsync(Dialog dialog, NameAddress target)
    {
        var outcome = await _session.Request(dialog, () => dialog.NewRequest(SipMethod.Refer) with
        {
            Headers =
            [
                _session.Contact,
                new HeaderField(HeaderId.ReferTo, target.ToString()),
                new HeaderField(HeaderId.ReferredBy, $"<{dialog.Local.Uri}>"),
            ],
        }).Outcome;
        if (!outcome.IsSuccess)
        {
            Tell(outcome.Status);
        }
        else if (outcome.Response!.Headers.First(HeaderId.ReferSub).IsIgnoringCase("false"u8))
        {
            // It will not tell: that it took the wish is all we learn.
            Tell(200);
        }
    }

    private void Tell(int status)
    {
        if (status == 0 || _progress is not { } progress)
        {
            return;
        }

        if (status >= 200)
        {
            _progress = null;
            _giveUp.Clear();
        }

        progress(status);
    }
}
