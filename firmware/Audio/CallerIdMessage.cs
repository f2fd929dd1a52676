using Switchhook.Hardware.Countries;

namespace Switchhook.Audio;

/// <summary>What the exchange tells of a caller (GR-30 MDMF, ETSI EN 300 659-3).</summary>
/// <param name="Number">Digits as sent; null when absent.</param>
/// <param name="Name">Name as sent; null when absent.</param>
/// <param name="NumberAbsence">Why there is no number; null when there is one.</param>
/// <param name="SentAt">Local date and time as the exchange gives it, <c>MMDDHHMM</c>; null when absent.</param>
/// <param name="Scheme">How it came.</param>
public sealed record CallerIdMessage(
    string? Number,
    string? Name,
    NumberAbsence? NumberAbsence,
    string? SentAt,
    CallerIdScheme Scheme);

/// <summary>Reasons for a missing number (parameter 4 of MDMF).</summary>
public enum NumberAbsence
{
    /// <summary>"O": out of area, unavailable.</summary>
    Unavailable,

    /// <summary>"P": the caller withheld it.</summary>
    Withheld,
}
