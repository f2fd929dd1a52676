using System.Collections.Immutable;

namespace Switchhook.Lines.Fxs.Hook;

/// <summary>What is known of a telephone's loop.</summary>
/// <param name="Phase">Closed or open, and for sure or not yet.</param>
/// <param name="Since">When the loop last changed; without meaning in <see cref="HookPhase.OnHook"/>.</param>
/// <param name="Pulses">Dial pulses of the digit that is running; 0 when none is.</param>
/// <param name="LastPulse">When the last of them ended.</param>
internal sealed record HookState(HookPhase Phase, TimeSpan Since, int Pulses, TimeSpan LastPulse)
{
    /// <summary>The handset lies.</summary>
    public static HookState OnHook { get; } = new(HookPhase.OnHook, default, 0, default);

    /// <summary>The handset is up.</summary>
    public static HookState OffHook { get; } = new(HookPhase.OffHook, default, 0, default);
}

/// <summary>The phases of a telephone's loop.</summary>
internal enum HookPhase
{
    /// <summary>Open: the handset lies.</summary>
    OnHook,

    /// <summary>Closed a moment ago; it may be a bounce.</summary>
    Lifting,

    /// <summary>Closed: the handset is up.</summary>
    OffHook,

    /// <summary>Open for a moment: a pulse, a flash or the beginning of a hang-up.</summary>
    Broken,
}

/// <summary>What the decoder answers.</summary>
/// <param name="State">The next state.</param>
/// <param name="Signals">What the telephone meant.</param>
/// <param name="Wake">When to call <see cref="HookDecoder.Due"/>; null leaves it.</param>
internal readonly record struct HookStep(HookState State, ImmutableArray<HookSignal> Signals, TimeSpan? Wake);
