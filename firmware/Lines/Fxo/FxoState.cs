using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxo;

/// <summary>All that an exchange line knows at one moment. Immutable; <c>ToString</c> shows it.</summary>
internal sealed record FxoState(FxoPhase Phase)
{
    /// <summary>The exchange feeds the line.</summary>
    public bool Battery { get; init; } = true;

    /// <summary>Where a ring that turns out to be a glitch leads back to.</summary>
    public FxoPhase Resume { get; init; } = FxoPhase.Idle;

    /// <summary>Ring voltage is on the line now.</summary>
    public bool RingOn { get; init; }

    /// <summary>When ring voltage last began.</summary>
    public TimeSpan RingBeganAt { get; init; }

    /// <summary>When ring voltage last ended.</summary>
    public TimeSpan RingEndedAt { get; init; }

    /// <summary>A caller-ID message that came while no call was announced.</summary>
    public CallerIdMessage? CallerId { get; init; }

    /// <summary>When <see cref="CallerId"/> came.</summary>
    public TimeSpan CallerIdAt { get; init; }

    /// <summary>Learned: this line sends caller ID before the first ring, so that there is no use in waiting for it later.</summary>
    public bool CallerIdComesFirst { get; init; }

    /// <summary>When the box last went off-hook.</summary>
    public TimeSpan OffHookAt { get; init; }

    /// <summary>A ring was seen in the moment of seizing: perhaps a caller is on the line (glare).</summary>
    public bool RingAtSeizure { get; init; }

    /// <summary>What is being dialled.</summary>
    public DialString? Number { get; init; }

    /// <summary>May be dialled without dial tone, as long as loop current flows.</summary>
    public bool MayDialBlind { get; init; }

    /// <summary>The step of <see cref="Number"/> that is being sent.</summary>
    public int DialStep { get; init; }

    /// <summary>When the number was out.</summary>
    public TimeSpan DialledAt { get; init; }

    /// <summary>The exchange has sent ringback tone.</summary>
    public bool RingbackHeard { get; init; }

    /// <summary>Tip and ring have been turned round just now; if they turn back at once it was a pulse and means nothing.</summary>
    public bool PolarityPending { get; init; }

    /// <summary>When the call was answered.</summary>
    public TimeSpan AnsweredAt { get; init; }

    /// <summary>Dial tone before this moment answers our own register recall and is no hang-up.</summary>
    public TimeSpan RecallUntil { get; init; }

    /// <summary>Learned: this line shows the far end's answer by polarity.</summary>
    public bool ShowsAnswer { get; init; }

    /// <summary>What the house sees.</summary>
    public LineStatus Status => StatusOf(Phase == FxoPhase.RingSuspected ? Resume : Phase);

    /// <summary>The line may be seized.</summary>
    public bool IsFree => Phase == FxoPhase.Idle && Battery;

    /// <summary>The box holds the loop closed.</summary>
    public bool IsOffHook => Phase is FxoPhase.Seizing or FxoPhase.Dialling or FxoPhase.Dialled or FxoPhase.Talking;

    /// <summary>The state with the actions that lead to it.</summary>
    public FxoStep With(params ReadOnlySpan<FxoAction> actions) => new(this, [.. actions]);

    private static LineStatus StatusOf(FxoPhase phase) => phase switch
    {
        FxoPhase.OutOfOrder => LineStatus.OutOfOrder,
        FxoPhase.NoBattery => LineStatus.NoBattery,
        FxoPhase.Idle => LineStatus.Idle,
        FxoPhase.RingSuspected or FxoPhase.RingIdentifying or FxoPhase.Ringing or FxoPhase.RingIgnored => LineStatus.Ringing,
        FxoPhase.Seizing or FxoPhase.Dialling or FxoPhase.Dialled or FxoPhase.Talking or FxoPhase.Releasing => LineStatus.InUse,
    };
}

/// <summary>What a machine answers: the next state and what to do.</summary>
internal readonly record struct FxoStep(FxoState State, ImmutableArray<FxoAction> Actions)
{
    /// <summary>The same with some actions before the others.</summary>
    public FxoStep After(params ReadOnlySpan<FxoAction> first) => this with { Actions = [.. first, .. Actions] };
}
