using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>All that a phone knows at one moment. Immutable; <c>ToString</c> shows it. Legs are named by numbers.</summary>
internal sealed record FxsState(FxsPhase Phase)
{
    /// <summary>The leg that is heard, or that the phone rings for.</summary>
    public int? Active { get; init; }

    /// <summary>The leg on hold.</summary>
    public int? Held { get; init; }

    /// <summary>A leg that beeps in the call.</summary>
    public int? Waiting { get; init; }

    /// <summary>How the second call came about; decides what flash and hang-up mean.</summary>
    public SecondCall Second { get; init; }

    /// <summary>The phone rings for its own party on hold, who has been connected all the time.</summary>
    public bool RingsBack { get; init; }

    /// <summary>What is dialled so far.</summary>
    public string Digits { get; init; } = "";

    /// <summary>What <see cref="Digits"/> mean.</summary>
    public DialVerdict Verdict { get; init; }

    /// <summary>Number of the next leg.</summary>
    public int NextLeg { get; init; } = 1;

    /// <summary>Why the last call ended; decides which tone tells it (<see cref="FxsPhase.Released"/>).</summary>
    public CauseCode Ended { get; init; }

    /// <summary>What the house sees.</summary>
    public PhoneStatus Status => Phase switch
    {
        FxsPhase.Idle => PhoneStatus.Idle,
        FxsPhase.Ringing => PhoneStatus.Ringing,
        FxsPhase.OutOfOrder => PhoneStatus.OutOfOrder,
        FxsPhase.Howler or FxsPhase.LeftOff => PhoneStatus.LeftOffHook,
        _ => Active is null && Held is null ? PhoneStatus.OffHook : PhoneStatus.InCall,
    };

    /// <summary>A second call may beep.</summary>
    public bool TakesSecondCall => Phase == FxsPhase.Talking && Active is not null && Held is null && Waiting is null;

    /// <summary>The user may dial.</summary>
    public bool TakesDigits => Phase is FxsPhase.DialTone or FxsPhase.Dialling;

    /// <summary>The state with the actions that lead to it.</summary>
    public FxsStep With(params ReadOnlySpan<FxsAction> actions) => new(this, [.. actions]);
}

/// <summary>How a phone came by its second call.</summary>
internal enum SecondCall
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>Its user dialled it: flash makes a conference, hanging up a transfer.</summary>
    Dialled,

    /// <summary>It came in: flash changes between the two, hanging up ends one and rings for the other.</summary>
    Waited,
}

/// <summary>The tones of a phone outside its calls.</summary>
internal enum PhoneTone
{
    /// <summary>Ready to dial.</summary>
    Dial,

    /// <summary>Ready to dial while a party is on hold.</summary>
    DialRecall,

    /// <summary>The dialled party is in use.</summary>
    Busy,

    /// <summary>Not possible; hang up.</summary>
    Congestion,

    /// <summary>Put the handset back.</summary>
    Howler,
}

/// <summary>What a machine answers: the next state and what to do.</summary>
internal readonly record struct FxsStep(FxsState State, ImmutableArray<FxsAction> Actions)
{
    /// <summary>The same with some actions before the others.</summary>
    public FxsStep After(params ReadOnlySpan<FxsAction> first) => this with { Actions = [.. first, .. Actions] };

    /// <summary>The same with some actions behind the others.</summary>
    public FxsStep Then(params ReadOnlySpan<FxsAction> last) => this with { Actions = [.. Actions, .. last] };
}
