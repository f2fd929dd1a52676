namespace Switchhook.Hardware.Lines;

/// <summary>A change on the wire.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">
/// When, monotonic: the same origin for all ports of the box, <c>TimeProvider.GetElapsedTime(0)</c>. As exact as the card's audio clock.
/// </param>
public readonly record struct LineEvent(LineEventKind Kind, TimeSpan At);

/// <summary>The changes that a port reports.</summary>
public enum LineEventKind
{
    /// <summary>FXO: ring voltage began.</summary>
    RingBegan,

    /// <summary>FXO: ring voltage ended.</summary>
    RingEnded,

    /// <summary>FXO: the exchange's battery went away.</summary>
    BatteryLost,

    /// <summary>FXO: the exchange's battery came back.</summary>
    BatteryRestored,

    /// <summary>FXO: the exchange turned tip and ring round.</summary>
    PolarityReversed,

    /// <summary>FXO: the digits of <see cref="IFxoPort.SendPulses"/> are out.</summary>
    PulsesSent,

    /// <summary>FXS: the telephone closed the loop.</summary>
    LoopClosed,

    /// <summary>FXS: the telephone opened the loop (on-hook, flash or a dial pulse; the timing tells).</summary>
    LoopOpened,

    /// <summary>The card cannot serve the port: <see cref="IAnalogPort.Fault"/> says why.</summary>
    FaultBegan,

    /// <summary>The port works again.</summary>
    FaultCleared,
}
