using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;

namespace Switchhook.Sip.Transactions.Machines;

/// <summary>A request other than INVITE that came to the box (RFC 3261 §17.2.2): Trying, Proceeding, Completed.</summary>
internal static class ServerMachine
{
    /// <summary>The request is with its user. After 64·T1 the other side has given up, and no answer is of use (RFC 4320 §4.2).</summary>
    public static TransactionStep Begin(bool reliable, TimeSpan now, TransactionTimes times) =>
        new TransactionState(TransactionPhase.Trying, reliable) { EndAt = now + times.Limit }.With();

    /// <summary>The next state.</summary>
    public static TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now, TransactionTimes times) =>
        (state.Phase, happened) switch
        {
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Provisional) =>
                (state with { Phase = TransactionPhase.Proceeding }).With(Send),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Success or Failure) =>
                state.Enter(TransactionPhase.Completed, now, state.Reliable ? TimeSpan.Zero : times.Limit).With(Send),
            (TransactionPhase.Proceeding or TransactionPhase.Completed, Repeated) => state.With(Send),
            (not TransactionPhase.Terminated, Due) when state.IsOver(now) => state.Terminated.With(),
            (TransactionPhase.Proceeding or TransactionPhase.Completed, WireFailed) => state.With(TellFailure),
            _ => state.With(),
        };
}
