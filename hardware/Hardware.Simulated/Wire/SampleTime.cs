using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>Converts between times and sample counts, and names the moment that never comes.</summary>
internal static class SampleTime
{
    /// <summary>A deadline that is never reached.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Samples in a time, to the nearest one.</summary>
    public static long Of(TimeSpan time) => (long)Math.Round(time.TotalSeconds * LineAudio.SampleRate);

    /// <summary>Samples in a number of milliseconds.</summary>
    public static long Milliseconds(int milliseconds) => milliseconds * (long)LineAudio.SampleRate / 1000;
}
