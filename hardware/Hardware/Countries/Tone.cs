namespace Switchhook.Hardware.Countries;

/// <summary>A supervisory tone: steps played in order.</summary>
/// <param name="Steps">At least one step.</param>
/// <param name="RepeatFrom">Index of the first step of the endless loop; −1 plays the steps once.</param>
public sealed record Tone(IReadOnlyList<ToneStep> Steps, int RepeatFrom);

/// <summary>One step of a tone.</summary>
/// <param name="Hertz">Frequencies that sound together; none is silence.</param>
/// <param name="Duration">Length; null goes on without end.</param>
/// <param name="ModulationHz">When set, the first frequency is amplitude-modulated by this one.</param>
/// <param name="RelativeDb">Level relative to the tone's nominal level.</param>
public sealed record ToneStep(IReadOnlyList<double> Hertz, TimeSpan? Duration, double? ModulationHz = null, double RelativeDb = 0);

/// <summary>The tones of the country table (ITU-T E.180).</summary>
public enum ToneKind
{
    /// <summary>Ready to dial.</summary>
    Dial,

    /// <summary>The far end rings.</summary>
    Ringback,

    /// <summary>The far end is in use.</summary>
    Busy,

    /// <summary>No path (fast busy, reorder).</summary>
    Congestion,

    /// <summary>Another call waits.</summary>
    CallWaiting,

    /// <summary>Dial tone after a hook flash.</summary>
    DialRecall,

    /// <summary>The call is recorded.</summary>
    Record,

    /// <summary>Special information tone.</summary>
    Info,

    /// <summary>Dial tone that tells of a message.</summary>
    Stutter,

    /// <summary>The number does not exist.</summary>
    Unobtainable,
}
