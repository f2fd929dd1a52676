using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;

namespace Switchhook.Sip.Transactions.Machines;

/// <summary>An INVITE that came to the box (RFC 3261 §17.2.1, RFC 6026 §8.5): Proceeding, Completed, Confirmed, Accepted.</summary>
/// <remarks>Proceeding lasts as long as its user rings: the user sees to an end.</remarks>
internal static class ServerInviteMachine
{
    /// <summary>The request is with its user.</summary>
    public static TransactionStep Begin(bool reliable, TimeSpan now, TransactionTimes times) =>
        new TransactionState(TransactionPhase.Proceeding, reliable) { SendAt = now + times.Trying }.With();

    /// <summary>The next state.</summary>
    public static TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now, TransactionTimes times) =>
        (state.Phase, happened) switch
        {
            (TransactionPhase.Proceeding, Provisional) => (state with { SendAt = null }).With(Send),
            (TransactionPhase.Proceeding, Success) => state.Enter(TransactionPhase.Accepted, now, times.Limit).With(Send),
            (TransactionPhase.Proceeding, Failure) =>
                state.Enter(TransactionPhase.Completed, now, times.Limit).SendAgain(now, times.T1).With(Send),
            (TransactionPhase.Proceeding, Due) when state.MustSend(now) => (state with { SendAt = null }).With(SendTrying),
            (TransactionPhase.Proceeding or TransactionPhase.Completed, Repeated) => state.With(Send),
            (TransactionPhase.Completed, Acknowledged) =>
                state.Enter(TransactionPhase.Confirmed, now, state.Reliable ? TimeSpan.Zero : times.T4).With(),
            (TransactionPhase.Completed, Due) when state.IsOver(now) => state.Terminated.With(TellTimeout),
            (TransactionPhase.Completed, Due) when state.MustSend(now) =>
                state.SendAgain(now, times.AfterInterval(state.Interval)).With(Send),
            (TransactionPhase.Accepted, Success) => state.With(Send),
            (TransactionPhase.Accepted, Acknowledged) => state.With(PassUp),
            (TransactionPhase.Accepted or TransactionPhase.Confirmed, Due) when state.IsOver(now) => state.Terminated.With(),

            // What cannot be sent now may be when the other side asks again.
            (TransactionPhase.Proceeding or TransactionPhase.Completed or TransactionPhase.Accepted, WireFailed) => state.With(TellFailure),
            _ => state.With(),
        };
}
