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

    /// <summary>The card fails: whatever goes on over the line is over.</summary>
    public static FxoStep OnPortFailed(FxoState state, string words) =>
        new FxoState(FxoPhase.OutOfOrder) { Battery = state.Battery, ShowsAnswer = state.ShowsAnswer }.With(
        [
            .. Enum.GetValues<FxoTimer>().Select(timer => new FxoAction.Stop(timer)),
            new FxoAction.OnHook(),
            .. EndOfLeg(state, words),
            new FxoAction.Listen(Detectors.None),
            new FxoAction.Tell(LineStatus.OutOfOrder, words),
        ]);

    public static FxoStep OnPortBack(FxoState state, bool battery) => state.Phase != FxoPhase.OutOfOrder ? state.With()
        : battery ? FxoRinging.BecomeIdle(state with { Battery = true }, "The card works again; ready.")
        : LoseBattery(state with { Battery = false });

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

    private static IEnumerable<FxoAction> EndOfLeg(FxoState state, string words)
    {
        if (state.Phase == FxoPhase.RingIdentifying)
        {
            yield return new FxoAction.Announce(CallerIdWords.Missing("the card failed before it could come"));
        }

        if (state.IsOffHook || state.Phase is FxoPhase.RingIdentifying or FxoPhase.Ringing)
        {
            yield return new FxoAction.EndLeg(new Cause(CauseCode.LineFault, words));
        }
    }

    public static FxoStep LoseBattery(FxoState state, params ReadOnlySpan<FxoAction> first) =>
        (state with { Phase = FxoPhase.NoBattery, RingOn = false, CallerId = null })
        .With(
            new FxoAction.Stop(FxoTimer.Phase),
            new FxoAction.Stop(FxoTimer.RingGone),
            new FxoAction.Listen(Detectors.None),
            new FxoAction.Tell(LineStatus.NoBattery, NoBatteryWords))
        .After(first);
}
