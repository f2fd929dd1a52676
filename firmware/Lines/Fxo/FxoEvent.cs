using Switchhook.Audio;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>What can happen to an exchange line.</summary>
internal abstract record FxoEvent
{
    private FxoEvent()
    {
    }

    /// <summary>The port saw a change.</summary>
    public sealed record Wire(LineEventKind Kind, TimeSpan At) : FxoEvent;

    /// <summary>The card cannot serve the port.</summary>
    /// <param name="Words">Why, as a sentence.</param>
    public sealed record PortFailed(string Words) : FxoEvent;

    /// <summary>The card serves the port again.</summary>
    /// <param name="Battery">The exchange feeds the line.</param>
    public sealed record PortBack(bool Battery) : FxoEvent;

    /// <summary>A caller-ID message was read.</summary>
    public sealed record CallerIdRead(CallerIdMessage Message) : FxoEvent;

    /// <summary>A supervisory tone was recognised.</summary>
    public sealed record Tone(ToneKind Kind) : FxoEvent;

    /// <summary>A supervisory tone stopped.</summary>
    public sealed record ToneOver(ToneKind Kind) : FxoEvent;

    /// <summary>The flow answers the caller.</summary>
    public sealed record Answer : FxoEvent;

    /// <summary>The flow has done with the call.</summary>
    public sealed record Release : FxoEvent;

    /// <summary>The flow dials out.</summary>
    /// <param name="Number">What to dial.</param>
    /// <param name="MayDialBlind">True when it is worth dialling without dial tone.</param>
    public sealed record Seize(DialString? Number, bool MayDialBlind) : FxoEvent;

    /// <summary>Register recall is wanted.</summary>
    public sealed record Recall : FxoEvent;

    /// <summary>The digits of the present step are out.</summary>
    public sealed record DigitsSent : FxoEvent;

    /// <summary>A timer ran out.</summary>
    /// <param name="Timer">Which.</param>
    /// <param name="LoopCurrent">Current flows in the loop at this moment.</param>
    public sealed record Due(FxoTimer Timer, bool LoopCurrent) : FxoEvent;
}

/// <summary>The timers of an exchange line.</summary>
internal enum FxoTimer
{
    /// <summary>The limit of the present phase.</summary>
    Phase,

    /// <summary>No ring for so long that the caller has given up.</summary>
    RingGone,

    /// <summary>The battery is away (or back) long enough to count.</summary>
    Battery,

    /// <summary>A reversal has lasted long enough to be no pulse.</summary>
    Polarity,
}
