using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;

namespace Switchhook.Sip.Transactions.Machines;

/// <summary>An INVITE that the box sends (RFC 3261 §17.1.1, RFC 6026 §8.4): Trying, Proceeding, Completed, Accepted.</summary>
/// <remarks>Proceeding lasts as long as its user waits: who rings without end is cancelled by the user.</remarks>
internal static class ClientInviteMachine
{
    /// <summary>The request goes out.</summary>
    public static TransactionStep Begin(bool reliable, TimeSpan now, TransactionTimes times) =>
        new TransactionState(TransactionPhase.Trying, reliable) { EndAt = now + times.Limit }.SendAgain(now, times.T1).With(Send);

    /// <summary>The next state.</summary>
    public static TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now, TransactionTimes times) =>
        (state.Phase, happened) switch
        {
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Provisional) =>
                new TransactionState(TransactionPhase.Proceeding, state.Reliable).With(PassUp),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Success) =>
                state.Enter(TransactionPhase.Accepted, now, times.Limit).With(PassUp),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Failure) =>
                state.Enter(TransactionPhase.Completed, now, state.Reliable ? TimeSpan.Zero : times.RepeatedFailures)
                    .With(SendAck | PassUp),
            (TransactionPhase.Trying, Due) when state.IsOver(now) => state.Terminated.With(TellTimeout),
            (TransactionPhase.Trying, Due) when state.MustSend(now) => state.SendAgain(now, state.Interval * 2).With(Send),
            (TransactionPhase.Trying, WireFailed) => state.Terminated.With(TellFailure),
            (TransactionPhase.Trying or TransactionPhase.Proceeding, Abandoned) => state.Terminated.With(),
            (TransactionPhase.Completed, Failure) => state.With(SendAck),
            (TransactionPhase.Completed, WireFailed) => state.Terminated.With(),
            (TransactionPhase.Accepted, Success) => state.With(PassUp),
            (TransactionPhase.Completed or TransactionPhase.Accepted, Due) when state.IsOver(now) => state.Terminated.With(),
            _ => state.With(),
        };
}
