using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxo;

/// <summary>What battery and polarity tell, in every phase.</summary>
internal static class FxoSupervision
{
    public const string NoBatteryWords = "No battery on the line: it is unplugged, or the exchange has a fault.";

    public static FxoStep OnBatteryLost(FxoState state, TimeSpan now, FxoTimings times) => state.Phase == FxoPhase.NoBattery
        ? (state with { Battery = false }).With(new FxoAction.Stop(FxoTimer.Battery))
        : (state with { Battery = false }).With(new FxoAction.Start(FxoTimer.Battery, TimeThatCounts(state, now, times)));

    public static FxoStep OnBatteryRestored(FxoState state, FxoTimings times)
    {
        var next = state with { Battery = true };
        return state.Phase switch
        {
            FxoPhase.NoBattery => next.With(new FxoAction.Start(FxoTimer.Battery, times.BatterySettled)),
            FxoPhase.Releasing => next.With(new FxoAction.Stop(FxoTimer.Battery), new FxoAction.Start(FxoTimer.Phase, times.Guard)),
            _ => next.With(new FxoAction.Stop(FxoTimer.Battery)),
        };
    }

    public static FxoStep OnBatteryDue(FxoState state, FxoTimings times) => state.Phase switch
    {
        FxoPhase.NoBattery when state.Battery => FxoRinging.BecomeIdle(state, "The battery is back; ready."),
        _ when state.Battery => state.With(),
        FxoPhase.Talking or FxoPhase.Dialled => FxoTalking.End(
            state,
            times,
            new Cause(CauseCode.HungUp, "The far end hung up: the exchange cut the battery of the line (current disconnect).")),
        FxoPhase.Seizing or FxoPhase.Dialling => FxoTalking.End(
            state, times, new Cause(CauseCode.LineFault, "The exchange cut the battery while the call was set up.")),
        FxoPhase.RingIdentifying => LoseBattery(
            state,
            new FxoAction.Announce(CallerIdWords.Missing("the line lost its battery before it could come")),
            new FxoAction.EndLeg(new Cause(CauseCode.LineFault, "The line lost its battery while it rang."))),
        FxoPhase.Ringing => LoseBattery(
            state, new FxoAction.EndLeg(new Cause(CauseCode.LineFault, "The line lost its battery while it rang."))),
        _ => LoseBattery(state),
    };

    public static FxoStep OnPolarityReversed(FxoState state, TimeSpan now, FxoTimings times)
    {
        if (state.PolarityPending)
        {
            return (state with { PolarityPending = false }).With(new FxoAction.Stop(FxoTimer.Polarity));
        }

        // On-hook it announces caller ID in some countries; while a call is set up it means nothing.
        return state.Phase is FxoPhase.Dialled || (state.Phase == FxoPhase.Talking && now - state.OffHookAt >= times.SetUp)
            ? (state with { PolarityPending = true }).With(new FxoAction.Start(FxoTimer.Polarity, times.PolarityPulse))
            : state.With();
    }

    public static FxoStep OnPolarityDue(FxoState state, TimeSpan now, FxoTimings times)
    {
        var settled = state with { PolarityPending = false };
        return state.Phase switch
        {
            FxoPhase.Dialled => FxoDialling.Answered(
                settled with { ShowsAnswer = true }, now - times.PolarityPulse, "The exchange reversed the line: the far end answered."),
            FxoPhase.Talking when now - times.PolarityPulse - state.AnsweredAt >= times.AnswerToHangUp => FxoTalking.End(
                settled, times, new Cause(CauseCode.HungUp, "The far end hung up: the exchange reversed the line.")),
            _ => settled.With(),
        };
    }

    private static TimeSpan TimeThatCounts(FxoState state, TimeSpan now, FxoTimings times) => state.Phase switch
    {
        FxoPhase.Talking when now - state.OffHookAt >= times.SetUp => times.HangUpBreak,
        FxoPhase.Talking or FxoPhase.Seizing or FxoPhase.Dialling or FxoPhase.Dialled => times.SetUpBreak,
        _ => times.BatteryAlarm,
    };

    private static FxoStep LoseBattery(FxoState state, params ReadOnlySpan<FxoAction> first) =>
        (state with { Phase = FxoPhase.NoBattery, RingOn = false, CallerId = null })
        .With(
            new FxoAction.Stop(FxoTimer.Phase),
            new FxoAction.Stop(FxoTimer.RingGone),
            new FxoAction.Listen(Detectors.None),
            new FxoAction.Tell(LineStatus.NoBattery, NoBatteryWords))
        .After(first);
}
