using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>The ends of calls: by the user's handset, and by the house.</summary>
/// <remarks>
/// A user whose party hung up hears congestion tone for three seconds and then dial tone, so that the next call needs no hook. Where the
/// country's equipment knows current disconnect, the battery goes away for half a second first.
/// </remarks>
internal static class FxsHangUp
{
    public static FxsStep OnHungUp(FxsState state, string phone, FxsTimings times) => state switch
    {
        { Phase: FxsPhase.Idle or FxsPhase.Ringing } => state.With(),
        { Phase: FxsPhase.Talking, Active: { } active, Held: { } held, Second: SecondCall.Dialled } =>
            BecomeIdle(state, "Hung up; the other two go on.").After(new FxsAction.Transfer(held, active)),
        { Phase: FxsPhase.Talking, Active: { } active } =>
            RingForOther(state with { Active = null }, times).After(
                new FxsAction.StopBeep(), new FxsAction.End(active, Cause.HungUp(phone))),
        _ => RingForOther(state, times),
    };

    public static FxsStep OnLegGone(FxsState state, FxsEvent.LegGone gone, FxsTimings times)
    {
        if (gone.Leg == state.Waiting)
        {
            return (state with { Waiting = null }).With(new FxsAction.StopBeep());
        }

        if (gone.Leg == state.Held)
        {
            return (state with { Held = null, Second = SecondCall.None }).With();
        }

        if (gone.Leg != state.Active)
        {
            return state.With();
        }

        return state.Phase == FxsPhase.Ringing
            ? BecomeIdle(state, gone.Cause.Words).After(new FxsAction.StopRing())
            : LoseActive(state, gone.Cause, times);
    }

    public static FxsStep BecomeIdle(FxsState state, string words) =>
        new FxsState(FxsPhase.Idle) { NextLeg = state.NextLeg }.With(
            new FxsAction.Stop(), new FxsAction.Rest(), new FxsAction.Tell(PhoneStatus.Idle, words));

    public static FxsStep SayFarewell(FxsState state, FxsTimings times) => (state with { Phase = FxsPhase.Released }).With(
        new FxsAction.Play(state.Ended == CauseCode.Busy ? PhoneTone.Busy : PhoneTone.Congestion),
        new FxsAction.Start(IsFailure(state.Ended) ? times.FarewellAfterFailure : times.FarewellAfterTalk));

    private static FxsStep LoseActive(FxsState state, Cause cause, FxsTimings times)
    {
        var alone = state.Held is null && state.Waiting is null;
        var next = state with
        {
            Active = null,
            Second = SecondCall.None,
            Ended = cause.Code,
        };
        var tell = new FxsAction.Tell(next.Status, cause.Words);
        return alone && cause.Code == CauseCode.HungUp && times.Disconnect > TimeSpan.Zero
            ? (next with { Phase = FxsPhase.Disconnecting }).With(
                new FxsAction.Silence(), new FxsAction.CutBattery(), new FxsAction.Start(times.Disconnect), tell)
            : SayFarewell(next, times).Then(new FxsAction.StopBeep(), tell);
    }

    private static bool IsFailure(CauseCode code) => code
        is CauseCode.Busy or CauseCode.Refused or CauseCode.Declined or CauseCode.NoLine or CauseCode.NoAnswer
        or CauseCode.LineFault or CauseCode.Fault;

    private static FxsStep RingForOther(FxsState state, FxsTimings times) => state switch
    {
        { Held: { } held } => new FxsState(FxsPhase.Ringing) { NextLeg = state.NextLeg, Active = held, RingsBack = true }.With(
            new FxsAction.Rest(),
            new FxsAction.Ring(held),
            new FxsAction.Start(times.RingBack),
            new FxsAction.Tell(PhoneStatus.Ringing, "Hung up; the party on hold rings back.")),
        { Waiting: { } waiting } => new FxsState(FxsPhase.Ringing) { NextLeg = state.NextLeg, Active = waiting }.With(
            new FxsAction.Stop(),
            new FxsAction.Rest(),
            new FxsAction.Ring(waiting),
            new FxsAction.Tell(PhoneStatus.Ringing, "Hung up; the call that waited rings.")),
        _ => BecomeIdle(state, "Hung up."),
    };
}
