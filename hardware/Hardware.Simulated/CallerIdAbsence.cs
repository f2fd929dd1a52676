namespace Switchhook.Hardware.Simulated;

/// <summary>Why a caller has no number or name (parameters 4 and 8 of the call set-up message).</summary>
public enum CallerIdAbsence
{
    /// <summary>"O": out of area, not available.</summary>
    Unavailable,

    /// <summary>"P": withheld by the caller.</summary>
    Withheld,
}
