using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Requests;

/// <summary>One request that waits for its final answer, and answers challenges on the way. On the control loop.</summary>
internal sealed class PendingRequest : IClientUser
{
    // One for the challenge, one for a nonce that has grown old meanwhile.
    private const int MostChallenges = 2;

    private readonly TransactionServices _services;
    private readonly SendTarget _target;
    private readonly IChallengeAnswerer? _credentials;
    private readonly Func<OutgoingRequest> _make;
    private readonly TaskCompletionSource<RequestOutcome> _done = new();
    private readonly Deadline _limit;
    private ClientTransaction? _transaction;
    private int _challenges;
    private bool _isCancelled;

    private PendingRequest(TransactionServices services, SendTarget target, IChallengeAnswerer? credentials, Func<OutgoingRequest> make)
    {
        (_services, _target, _credentials, _make) = (services, target, credentials, make);
        _limit = new Deadline(services.Deadlines, OnLimit);
    }

    /// <summary>Called with each 2xx after the first, which an INVITE may get.</summary>
    public Action<SipMessage>? Repeated { get; set; }

    /// <summary>The request as it was sent last.</summary>
    public OutgoingRequest Sent { get; private set; } = null!;

    /// <summary>Completes with what became of it.</summary>
    public Task<RequestOutcome> Outcome => _done.Task;

    /// <summary>Sends a request.</summary>
    /// <param name="services">What transactions work with.</param>
    /// <param name="target">Where.</param>
    /// <param name="credentials">Answers challenges; null where there are none.</param>
    /// <param name="make">Makes it with a new number each time.</param>
    public static PendingRequest Send(
        TransactionServices services, SendTarget target, IChallengeAnswerer? credentials, Func<OutgoingRequest> make)
    {
        var pending = new PendingRequest(services, target, credentials, make);
        pending.Send([]);
        return pending;
    }

    /// <inheritdoc/>
    public void OnResponse(SipMessage response, ClientTransaction transaction)
    {
        if (response.StatusCode < 200)
        {
            OnProvisional(transaction);
            return;
        }

        _limit.Clear();

        if (_done.Task.IsCompleted)
        {
            Repeated?.Invoke(response);
        }
        else if (response.StatusCode is not (401 or 407) || !TryAgain(response))
        {
            _done.SetResult(new RequestOutcome(response, null));
        }
    }

    /// <inheritdoc/>
    public void OnFault(TransactionFault fault, ClientTransaction transaction) => _done.TrySetResult(new RequestOutcome(null, fault));

    // After a provisional response the transaction of an INVITE waits as long as its user does (RFC 3261 §17.1.1.2).
    private void OnProvisional(ClientTransaction transaction)
    {
        if (_limit.At is null && !_isCancelled && Sent.Method == SipMethod.Invite)
        {
            _transaction = transaction;
            _limit.SetIn(_services.Times.Limit);
        }
    }

    private void OnLimit()
    {
        if (!_isCancelled)
        {
            _isCancelled = true;
            _limit.SetIn(_services.Times.Limit);
            _transaction!.Cancel();
            return;
        }

        _transaction!.Abandon();
        OnFault(new TransactionFault(TransactionFaultKind.Timeout, $"{Sent.Method} got no final answer."), _transaction);
    }

    private bool TryAgain(SipMessage challenge)
    {
        var answers = _credentials is not null && _challenges++ < MostChallenges ? _credentials.Answer(challenge, Sent) : [];
        if (answers.Count > 0)
        {
            Send(answers);
        }

        return answers.Count > 0;
    }

    private void Send(IReadOnlyList<HeaderField> answers)
    {
        Sent = _make().With([.. answers]);
        ClientTransaction.Send(_services, Sent, _target, this);
    }
}
