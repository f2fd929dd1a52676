using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>One step of ringing a phone.</summary>
internal abstract record RingStep
{
    private RingStep()
    {
    }

    /// <summary>Feeds the line in one way for a time.</summary>
    public sealed record Feed(LineFeed How, TimeSpan For) : RingStep;

    /// <summary>Sends the caller's number.</summary>
    /// <param name="AlertFirst">True when the phone needs the dual-tone alerting signal before it.</param>
    public sealed record CallerId(bool AlertFirst) : RingStep;

    /// <summary>Lengthens the pause in which the caller's number was sent.</summary>
    /// <param name="AtLeast">Silence after the data.</param>
    /// <param name="Whole">Length of the whole pause, if the data leave room.</param>
    public sealed record Rest(TimeSpan AtLeast, TimeSpan Whole) : RingStep;
}
