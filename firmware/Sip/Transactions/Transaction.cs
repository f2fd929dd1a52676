using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>A request and its answers: runs one of the four machines and does what it says. On the control loop.</summary>
internal abstract class Transaction
{
    private readonly Deadline _deadline;
    private TransactionState _state;

    private protected Transaction(TransactionServices services)
    {
        Services = services;
        _deadline = new Deadline(services.Deadlines, () => Handle(TransactionEvent.Due));
    }

    /// <summary>Where it is in its life.</summary>
    public TransactionPhase Phase => _state.Phase;

    /// <summary>Where its messages go.</summary>
    public Hop Hop { get; private set; }

    /// <summary>By what it is found.</summary>
    public TransactionKey Key { get; private set; }

    private protected TransactionServices Services { get; }

    /// <summary>The wire could not send its last message.</summary>
    internal abstract void OnWireFailed(string why);

    private protected abstract TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now);

    private protected abstract void Do(TransactionActions actions, SipMessage? message);

    private protected void Begin(in TransactionKey key, Hop hop, TransactionStep step)
    {
        (Key, Hop) = (key, hop);
        Services.Table.Add(this);
        Take(step, null);
    }

    private protected void MoveTo(Hop hop)
    {
        Services.Table.Remove(this);
        Hop = hop;
        Services.Table.Add(this);
    }

    private protected void Handle(TransactionEvent happened, SipMessage? message = null) =>
        Take(Step(_state, happened, Services.Deadlines.Now), message);

    private void Take(TransactionStep step, SipMessage? message)
    {
        var wasOver = _state.Phase == TransactionPhase.Terminated;
        _state = step.State;
        _deadline.Set(_state.NextDue);
        if (_state.Phase == TransactionPhase.Terminated && !wasOver)
        {
            Services.Table.Remove(this);
        }

        if (step.Actions != TransactionActions.None)
        {
            Do(step.Actions, message);
        }
    }
}
