using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>A call that was answered, its end, and the guard time after it.</summary>
internal static class FxoTalking
{
    public static FxoStep AnswerCaller(FxoState state, TimeSpan now) =>
        (state with { Phase = FxoPhase.Talking, RingOn = false, OffHookAt = now, AnsweredAt = now, RecallUntil = TimeSpan.Zero }).With(
            new FxoAction.OffHook(),
            new FxoAction.Stop(FxoTimer.RingGone),
            new FxoAction.Listen(Detectors.CallProgress | Detectors.Dtmf),
            new FxoAction.Tell(LineStatus.InUse, "Answered."));

    public static FxoStep Talking(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Tone { Kind: ToneKind.Dial } when now < state.RecallUntil => state.With(),
        FxoEvent.Tone { Kind: ToneKind.Busy or ToneKind.Congestion or ToneKind.Unobtainable or ToneKind.Dial } tone => End(
            state, times, new Cause(CauseCode.HungUp, $"The far end hung up: {Name(tone.Kind)} tone was heard on the line.")),
        FxoEvent.Recall => Recall(state, now, times),
        FxoEvent.Release => Release(state, times),
        _ => state.With(),
    };

    public static FxoStep Releasing(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        // Without battery the line stays here until the battery comes back or its loss counts as a fault.
        FxoEvent.Due { Timer: FxoTimer.Phase } when state.Battery => FxoRinging.BecomeIdle(state, "Ready."),
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring => FxoRinging.Suspect(state, ring.At, FxoPhase.Releasing, now, times),
        FxoEvent.CallerIdRead read => (state with { CallerId = read.Message, CallerIdAt = now }).With(),
        _ => state.With(),
    };

    /// <summary>Sends a register recall; the dial tone that answers it is no hang-up.</summary>
    public static FxoStep Recall(FxoState state, TimeSpan now, FxoTimings times) =>
        (state with { RecallUntil = now + times.Recall }).With(new FxoAction.SendRecall());

    /// <summary>The exchange ended the call.</summary>
    public static FxoStep End(FxoState state, FxoTimings times, Cause cause) =>
        GoOnHook(state, times, new FxoAction.EndLeg(cause), cause.Words);

    /// <summary>The flow ended the call.</summary>
    public static FxoStep Release(FxoState state, FxoTimings times) => GoOnHook(state, times, new FxoAction.ForgetLeg(), "Hung up.");

    private static FxoStep GoOnHook(FxoState state, FxoTimings times, FxoAction legAction, string words)
    {
        var next = state with { Phase = FxoPhase.Releasing, Number = null, CallerId = null, PolarityPending = false };
        return next.With(
            new FxoAction.OnHook(),
            legAction,
            new FxoAction.Listen(Detectors.CallerId),
            new FxoAction.Stop(FxoTimer.Polarity),
            state.Battery ? new FxoAction.Stop(FxoTimer.Battery) : new FxoAction.Start(FxoTimer.Battery, times.BatteryAlarm),
            new FxoAction.Start(FxoTimer.Phase, times.Guard),
            new FxoAction.Tell(LineStatus.InUse, words));
    }

    private static string Name(ToneKind tone) => tone switch
    {
        ToneKind.Busy => "busy",
        ToneKind.Congestion => "congestion",
        ToneKind.Dial => "dial",
        _ => "number-unobtainable",
    };
}
