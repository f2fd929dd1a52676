using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;

namespace Switchhook.Sip.Transactions.Machines;

/// <summary>A request other than INVITE that the box sends (RFC 3261 §17.1.2): Trying, Proceeding, Completed.</summary>
internal static class ClientMachine
{
    /// <summary>The request goes out.</summary>
    public static TransactionStep Begin(bool reliable, TimeSpan now, TransactionTimes times) =>
        new TransactionState(TransactionPhase.Trying, reliable) { EndAt = now + times.Limit }.SendAgain(now, times.T1).With(Send);

    /// <summary>The next state.</summary>
    public static TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now, TransactionTimes times) =>
        (state.Phase, happened) switch
        {
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Provisional) =>
                (state with { Phase = TransactionPhase.Proceeding }).With(PassUp),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Success or Failure) =>
                state.Enter(TransactionPhase.Completed, now, state.Reliable ? TimeSpan.Zero : times.T4).With(PassUp),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Due) when state.IsOver(now) => state.Terminated.With(TellTimeout),
            (TransactionPhase.Trying, Due) when state.MustSend(now) => state.SendAgain(now, times.AfterInterval(state.Interval)).With(Send),
            (TransactionPhase.Proceeding, Due) when state.MustSend(now) => state.SendAgain(now, times.T2).With(Send),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, WireFailed) => state.Terminated.With(TellFailure),
            (TransactionPhase.Completed, Due) when state.IsOver(now) => state.Terminated.With(),
            _ => state.With(),
        };
}
