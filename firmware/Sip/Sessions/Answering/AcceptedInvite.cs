using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Answering;

/// <summary>An INVITE of the peer that was answered 2xx, until its ACK comes (RFC 3261 §13.3.1.4).</summary>
internal sealed class AcceptedInvite(TransactionServices services)
{
    private readonly Repeater _repeater = new(services.Deadlines, services.Times, isUpToT2: true);
    private ServerTransaction? _transaction;
    private Action<SipMessage>? _acknowledged;

    /// <summary>The ACK has not come.</summary>
    public bool IsWaiting => _transaction is not null;

    /// <summary>Answers, and repeats the answer until the ACK comes.</summary>
    /// <param name="transaction">The INVITE.</param>
    /// <param name="response">The 2xx.</param>
    /// <param name="acknowledged">The ACK came.</param>
    /// <param name="silence">It has not come for 64·T1.</param>
    public void Answer(ServerTransaction transaction, OutgoingResponse response, Action<SipMessage> acknowledged, Action silence)
    {
        (_transaction, _acknowledged) = (transaction, acknowledged);
        transaction.Answer(response);
        _repeater.Start(transaction.AnswerAgain, () =>
        {
            Stop();
            silence();
        });
    }

    /// <summary>Takes an ACK; false when it is not that of this INVITE.</summary>
    public bool TryTake(SipMessage ack)
    {
        if (_transaction is null || ack.CSeq.Number != _transaction.Request.CSeq.Number)
        {
            return false;
        }

        var acknowledged = _acknowledged;
        Stop();
        acknowledged?.Invoke(ack);
        return true;
    }

    /// <summary>Waits no longer.</summary>
    public void Stop()
    {
        _repeater.Stop();
        if (_transaction is not null)
        {
            // It lives for half a minute more to take in what is repeated, and must not keep the whole call in memory for that.
            _transaction.User = null;
        }

        (_transaction, _acknowledged) = (null, null);
    }
}
