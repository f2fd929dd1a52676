namespace Switchhook.Web.Seams;

/// <summary>How the audio clock is; a part of the answer of <c>/health</c>, which is given without a login.</summary>
public interface IAudioHealth
{
    /// <summary>True while the 20 ms clock ticks. Any thread; returns at once.</summary>
    bool IsTicking { get; }
}
