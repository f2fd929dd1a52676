using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>The phases on-hook: idle, and a caller who rings until someone answers or the caller gives up.</summary>
internal static class FxoRinging
{
    private static readonly Cause GaveUp = new(CauseCode.HungUp, "The caller hung up before anyone answered: the ringing stopped.");

    public static FxoStep BecomeIdle(FxoState state, string words) =>
        (state with { Phase = FxoPhase.Idle, RingOn = false, CallerId = null, Number = null, PolarityPending = false }).With(
            new FxoAction.Stop(FxoTimer.Phase),
            new FxoAction.Stop(FxoTimer.RingGone),
            new FxoAction.Listen(Detectors.CallerId),
            new FxoAction.Tell(LineStatus.Idle, words));

    public static FxoStep Idle(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring => Suspect(state, ring.At, FxoPhase.Idle, now, times),
        FxoEvent.CallerIdRead read => (state with { CallerId = read.Message, CallerIdAt = now }).With(),
        FxoEvent.Seize seize when state.Battery => FxoDialling.Begin(state, seize, now, times),
        _ => state.With(),
    };

    /// <summary>Ring voltage began.</summary>
    public static FxoStep Suspect(FxoState state, TimeSpan at, FxoPhase resume, TimeSpan now, FxoTimings times) =>
        (state with { Phase = FxoPhase.RingSuspected, Resume = resume, RingOn = true, RingBeganAt = at }).With(
            new FxoAction.Start(FxoTimer.Phase, times.RingShortest - (now - at)));

    public static FxoStep Suspected(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Due { Timer: FxoTimer.Phase } => Confirm(state, now, times),
        FxoEvent.Wire { Kind: LineEventKind.RingEnded } end when end.At - state.RingBeganAt >= times.RingShortest =>
            ConfirmAtItsEnd(state, end, now, times),
        FxoEvent.Wire { Kind: LineEventKind.RingEnded } => Dismiss(state, times),
        FxoEvent.CallerIdRead read => (state with { CallerId = read.Message, CallerIdAt = now }).With(),
        _ => state.With(),
    };

    public static FxoStep Identifying(FxoState state, FxoEvent happened, FxoTimings times) => happened switch
    {
        FxoEvent.CallerIdRead read => Announce(state, CallerIdWords.Describe(read.Message)),
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring when ring.At - state.RingEndedAt >= times.RingPause =>
            Announce(RingOn(state, ring.At), None(times, "between the first and the second ring"))
                .After(new FxoAction.Stop(FxoTimer.RingGone)),
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring => RingOn(state, ring.At).With(new FxoAction.Stop(FxoTimer.RingGone)),
        FxoEvent.Wire { Kind: LineEventKind.RingEnded } end => OnRingEnded(state, end.At, times),
        FxoEvent.Due { Timer: FxoTimer.Phase } =>
            Announce(state, None(times, $"within {times.CallerIdLimit.TotalSeconds:0} s of the first ring")),

        // A caller who gave up early matters to the office as much as any other who was missed.
        FxoEvent.Due { Timer: FxoTimer.RingGone } => BecomeIdle(state, "The caller gave up; ready.").After(
            new FxoAction.Announce(None(times, "before the caller hung up")), new FxoAction.EndLeg(GaveUp)),
        _ => state.With(),
    };

    public static FxoStep Ringing(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Answer => FxoTalking.AnswerCaller(state, now),
        FxoEvent.Release => (state with { Phase = FxoPhase.RingIgnored }).With(
            new FxoAction.ForgetLeg(), new FxoAction.Listen(Detectors.None)),
        FxoEvent.Due { Timer: FxoTimer.RingGone } => BecomeIdle(state, "The caller gave up; ready.").After(new FxoAction.EndLeg(GaveUp)),
        _ => FollowRing(state, happened, times),
    };

    public static FxoStep Ignored(FxoState state, FxoEvent happened, FxoTimings times) => happened switch
    {
        FxoEvent.Due { Timer: FxoTimer.RingGone } => BecomeIdle(state, "The ringing stopped; ready."),
        _ => FollowRing(state, happened, times),
    };

    private static FxoStep FollowRing(FxoState state, FxoEvent happened, FxoTimings times) => happened switch
    {
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring => RingOn(state, ring.At).With(new FxoAction.Stop(FxoTimer.RingGone)),
        FxoEvent.Wire { Kind: LineEventKind.RingEnded } end => OnRingEnded(state, end.At, times),
        _ => state.With(),
    };

    private static FxoState RingOn(FxoState state, TimeSpan at) => state with { RingOn = true, RingBeganAt = at };

    private static FxoStep OnRingEnded(FxoState state, TimeSpan at, FxoTimings times) =>
        (state with { RingOn = false, RingEndedAt = at }).With(new FxoAction.Start(FxoTimer.RingGone, times.RingGone));

    private static FxoStep Dismiss(FxoState state, FxoTimings times) => state.Resume == FxoPhase.Releasing
        ? (state with { Phase = FxoPhase.Releasing, RingOn = false }).With(new FxoAction.Start(FxoTimer.Phase, times.Guard))
        : (state with { Phase = FxoPhase.Idle, RingOn = false }).With(new FxoAction.Stop(FxoTimer.Phase));

    private static FxoStep ConfirmAtItsEnd(FxoState state, FxoEvent.Wire end, TimeSpan now, FxoTimings times)
    {
        var confirmed = Confirm(state, now, times);
        return OnRingEnded(confirmed.State, end.At, times).After(confirmed.Actions.AsSpan());
    }

    private static FxoStep Confirm(FxoState state, TimeSpan now, FxoTimings times)
    {
        var tell = new FxoAction.Tell(LineStatus.Ringing, "A caller rings.");
        if (state.CallerId is { } message && now - state.CallerIdAt <= times.CallerIdKept)
        {
            return Announce(state with { CallerIdComesFirst = true }, CallerIdWords.Describe(message)).After(tell);
        }

        // Learned, and not taken from the country: behind other equipment a line may send it after the ring all the same.
        if (state.CallerIdComesFirst)
        {
            return Announce(state, None(times, "before the first ring")).After(tell);
        }

        return (state with { Phase = FxoPhase.RingIdentifying }).With(tell, new FxoAction.Start(FxoTimer.Phase, times.CallerIdLimit));
    }

    private static FxoStep Announce(FxoState state, CallerIdentity caller) =>
        (state with { Phase = FxoPhase.Ringing, CallerId = null }).With(
            new FxoAction.Stop(FxoTimer.Phase), new FxoAction.Listen(Detectors.None), new FxoAction.Announce(caller));

    private static CallerIdentity None(FxoTimings times, string untilWhen) =>
        CallerIdWords.Missing(CallerIdWords.ReasonUntilNow(times.CallerId, untilWhen));
}
