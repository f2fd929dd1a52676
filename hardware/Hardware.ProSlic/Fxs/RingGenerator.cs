using Switchhook.Hardware.Countries;

namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>The ring generator of an Si3210, a sine (data sheet, "Ringing generation").</summary>
/// <param name="Coefficient">RCO: the cosine of the angle of a step of 1 ms, in 15 bits.</param>
/// <param name="Amplitude">RNGX.</param>
/// <param name="Battery">VBATH: the battery while ringing, in steps of 1.5 V.</param>
internal readonly record struct RingGenerator(ushort Coefficient, ushort Amplitude, byte Battery)
{
    // The converter gives up to 94.5 V; the line driver needs some of it.
    private const int LargestBattery = 0x3F;
    private const double HeadroomVolts = 9;
    private const double FullScaleVolts = 96;
    private const double StepsPerSecond = 1000;
    private const double OneIn15Bits = 32768;

    /// <summary>The highest peak voltage that the chip can ring with.</summary>
    public const double HighestPeakVolts = (LargestBattery * Si3210.VoltsPerStep) - HeadroomVolts;

    /// <summary>The generator for a country's ring; a voltage that is too high for the chip becomes its highest.</summary>
    public static RingGenerator For(RingSignal ring)
    {
        var peak = Math.Min(ring.VoltsRms * Math.Sqrt(2), HighestPeakVolts);
        var coefficient = Math.Cos(2 * Math.PI * ring.FrequencyHz / StepsPerSecond);
        var amplitude = Math.Sqrt((1 - coefficient) / (1 + coefficient)) / 4 * OneIn15Bits * (peak / FullScaleVolts);
        var battery = Math.Ceiling((peak + HeadroomVolts) / Si3210.VoltsPerStep);
        return new RingGenerator(
            (ushort)Math.Round(coefficient * OneIn15Bits), (ushort)Math.Round(amplitude), (byte)Math.Min(battery, LargestBattery));
    }
}
