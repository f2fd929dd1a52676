using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxo;

/// <summary>What an exchange line's machine wants done.</summary>
internal abstract record FxoAction
{
    private FxoAction()
    {
    }

    /// <summary>Closes the loop.</summary>
    public sealed record OffHook : FxoAction;

    /// <summary>Opens the loop.</summary>
    public sealed record OnHook : FxoAction;

    /// <summary>Sets what the line's channel listens for.</summary>
    public sealed record Listen(Detectors For) : FxoAction;

    /// <summary>Makes the leg of a caller and tells the house.</summary>
    public sealed record Announce(CallerIdentity Caller) : FxoAction;

    /// <summary>The far end can be heard.</summary>
    public sealed record MarkAudible : FxoAction;

    /// <summary>The far end counts as having answered.</summary>
    public sealed record MarkAnswered : FxoAction;

    /// <summary>Ends the leg because of what was seen on the line; the line gets a fresh channel.</summary>
    public sealed record EndLeg(Cause Cause) : FxoAction;

    /// <summary>The flow has ended the leg; the line gets a fresh channel.</summary>
    public sealed record ForgetLeg : FxoAction;

    /// <summary>Sends digits by tones or pulses.</summary>
    public sealed record SendDigits(string Digits) : FxoAction;

    /// <summary>Sends a register recall.</summary>
    public sealed record SendRecall : FxoAction;

    /// <summary>Starts a timer, anew if it runs.</summary>
    public sealed record Start(FxoTimer Timer, TimeSpan Delay) : FxoAction;

    /// <summary>Stops a timer.</summary>
    public sealed record Stop(FxoTimer Timer) : FxoAction;

    /// <summary>Writes what the line does now into the journal.</summary>
    public sealed record Tell(LineStatus Status, string Words) : FxoAction;
}
