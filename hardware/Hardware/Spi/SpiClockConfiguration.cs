namespace Switchhook.Hardware.Spi;

/// <summary>The clock of an SPI bus.</summary>
/// <param name="Speed">Clock rate.</param>
/// <param name="SpiMode">Polarity and phase.</param>
public sealed record SpiClockConfiguration(Frequency Speed, SpiMode SpiMode = SpiMode.Mode0)
{
    /// <summary>True when the clock idles high (CPOL = 1).</summary>
    public bool IdlesHigh => SpiMode is SpiMode.Mode2 or SpiMode.Mode3;

    /// <summary>True when data is sampled at the second edge of the clock (CPHA = 1).</summary>
    public bool SamplesOnSecondEdge => SpiMode is SpiMode.Mode1 or SpiMode.Mode3;
}

/// <summary>Polarity and phase by their customary numbers: CPOL × 2 + CPHA.</summary>
public enum SpiMode
{
    /// <summary>Idles low, sampled at the first edge.</summary>
    Mode0 = 0,

    /// <summary>Idles low, sampled at the second edge.</summary>
    Mode1 = 1,

    /// <summary>Idles high, sampled at the first edge.</summary>
    Mode2 = 2,

    /// <summary>Idles high, sampled at the second edge.</summary>
    Mode3 = 3,
}
