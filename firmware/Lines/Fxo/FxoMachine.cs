using Switchhook.Audio;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>The logic of an exchange line: (state, event, time) → (state, actions). Knows nothing of ports and sound.</summary>
/// <remarks>
/// Battery and polarity mean the same in every phase and come first (<see cref="FxoSupervision"/>); the rest is a page per group of phases:
/// <see cref="FxoRinging"/>, <see cref="FxoDialling"/>, <see cref="FxoTalking"/>.
/// </remarks>
internal static class FxoMachine
{
    /// <summary>The first state of a line.</summary>
    public static FxoStep Begin(bool battery, FxoTimings times) => battery
        ? FxoRinging.BecomeIdle(new FxoState(FxoPhase.Idle) { ShowsAnswer = times.ShowsAnswer }, "Ready.")
        : new FxoState(FxoPhase.NoBattery) { Battery = false, ShowsAnswer = times.ShowsAnswer }.With(
            new FxoAction.Listen(Detectors.None),
            new FxoAction.Tell(Calls.Live.LineStatus.NoBattery, FxoSupervision.NoBatteryWords));

    /// <summary>The next state.</summary>
    public static FxoStep Step(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Wire { Kind: LineEventKind.BatteryLost } => FxoSupervision.OnBatteryLost(state, now, times),
        FxoEvent.Wire { Kind: LineEventKind.BatteryRestored } => FxoSupervision.OnBatteryRestored(state, times),
        FxoEvent.Wire { Kind: LineEventKind.PolarityReversed } => FxoSupervision.OnPolarityReversed(state, now, times),
        FxoEvent.Due { Timer: FxoTimer.Battery } => FxoSupervision.OnBatteryDue(state, times),
        FxoEvent.Due { Timer: FxoTimer.Polarity } => FxoSupervision.OnPolarityDue(state, now, times),
        _ => state.Phase switch
        {
            FxoPhase.NoBattery => state.With(),
            FxoPhase.Idle => FxoRinging.Idle(state, happened, now, times),
            FxoPhase.RingSuspected => FxoRinging.Suspected(state, happened, now, times),
            FxoPhase.RingIdentifying => FxoRinging.Identifying(state, happened, times),
            FxoPhase.Ringing => FxoRinging.Ringing(state, happened, now, times),
            FxoPhase.RingIgnored => FxoRinging.Ignored(state, happened, times),
            FxoPhase.Seizing => FxoDialling.Seizing(state, happened, now, times),
            FxoPhase.Dialling => FxoDialling.Dialling(state, happened, now, times),
            FxoPhase.Dialled => FxoDialling.Dialled(state, happened, now, times),
            FxoPhase.Talking => FxoTalking.Talking(state, happened, now, times),
            FxoPhase.Releasing => FxoTalking.Releasing(state, happened, now, times),
        },
    };
}
