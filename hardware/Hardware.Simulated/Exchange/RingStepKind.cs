namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>What the exchange puts on the line for a time while a caller rings.</summary>
internal enum RingStepKind
{
    /// <summary>Ring voltage.</summary>
    Ring,

    /// <summary>Nothing.</summary>
    Pause,

    /// <summary>The caller's number as modem sound.</summary>
    CallerId,
}
