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
    /// <param name="fault">Why the card cannot serve the port; null when it can.</param>
    /// <param name="battery">The exchange feeds the line.</param>
    /// <param name="times">The line's times.</param>
    public static FxoStep Begin(string? fault, bool battery, FxoTimings times)
    {
        var fresh = new FxoState(FxoPhase.Idle) { Battery = battery, ShowsAnswer = times.ShowsAnswer };
        return fault is not null ? FxoSupervision.OnPortFailed(fresh, fault)
            : battery ? FxoRinging.BecomeIdle(fresh, "Ready.")
            : FxoSupervision.LoseBattery(fresh);
    }

    /// <summary>The next state.</summary>
    public static FxoStep Step(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.PortFailed failed => FxoSupervision.OnPortFailed(state, failed.Words),
        FxoEvent.PortBack back => FxoSupervision.OnPortBack(state, back.Battery),
        FxoEvent.Wire { Kind: LineEventKind.BatteryLost } => FxoSupervision.OnBatteryLost(state, now, times),
        FxoEvent.Wire { Kind: LineEventKind.BatteryRestored } => FxoSupervision.OnBatteryRestored(state, times),
        FxoEvent.Wire { Kind: LineEventKind.PolarityReversed } => FxoSupervision.OnPolarityReversed(state, now, times),
        FxoEvent.Due { Timer: FxoTimer.Battery } => FxoSupervision.OnBatteryDue(state, times),
        FxoEvent.Due { Timer: FxoTimer.Polarity } => FxoSupervision.OnPolarityDue(state, now, times),
        _ => state.Phase switch
        {
            FxoPhase.OutOfOrder or FxoPhase.NoBattery => state.With(),
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
