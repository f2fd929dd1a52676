namespace Switchhook.Hardware.Lines;

/// <summary>The one audio format of a line: 8 kHz, 16-bit linear, moved in blocks of 20 ms.</summary>
/// <remarks>
/// A sine of 0 dBm0 peaks at 22,655 for both laws within 0.03 dB: G.711 puts the largest code at +3.17 dBm0 (µ) or +3.14 dBm0 (A).
/// </remarks>
public static class LineAudio
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 8000;

    /// <summary>Samples in one block of one port.</summary>
    public const int BlockSamples = 160;

    /// <summary>Length of a block.</summary>
    public static readonly TimeSpan BlockDuration = TimeSpan.FromMilliseconds(20);

    /// <summary>Peak amplitude of a sine of 0 dBm0 on the 16-bit scale (32,635 at +3.17 dBm0, ITU-T G.711).</summary>
    public const double PeakOf0Dbm0 = 22_655;

    /// <summary>Peak amplitude of a sine of the given level.</summary>
    /// <param name="dbm0">Level in dBm0.</param>
    public static double Peak(double dbm0) => PeakOf0Dbm0 * Math.Pow(10, dbm0 / 20);
}
