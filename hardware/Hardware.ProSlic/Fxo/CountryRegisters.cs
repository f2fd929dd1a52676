using Switchhook.Hardware.Countries;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>The registers of an Si3050 by which it suits the exchanges of a country.</summary>
internal static class CountryRegisters
{
    // FOH = 1 (off-hook counter of 128 ms), FILT (high pass of 200 Hz), LVFD (line voltage is told below 3 V too).
    private const int LineControl = 0x23;
    private const int FullScale = 0x80;
    private const int HighestTipRingVolts = 3;
    private const byte Loss = 0x10;
    private const int GlobalImpedance = 15;

    // The AC terminations that an Si3018 has (data sheet, register 30).
    private static readonly int[] ImpedancesOfSi3018 = [0, 3, 4, GlobalImpedance];

    /// <summary>The registers and their values, in the order of writing.</summary>
    /// <remarks>
    /// FULL moves the scale from 0 to +3.2 dBm, as G.711 has it; it needs DCV = 3, or it distorts at low loop current (register 31).
    /// Where the country wants another DCV, the digital gains make up for the 3.2 dB.
    /// </remarks>
    /// <param name="country">What its exchanges ask.</param>
    /// <param name="lineSide">Type of the line side (LSID).</param>
    public static IReadOnlyList<RegisterWrite> Of(LineTermination country, int lineSide)
    {
        var full = country.TipRingVolts == HighestTipRingVolts;
        var impedance = lineSide == Si3050.LineSideSi3018 && !ImpedancesOfSi3018.Contains(country.Impedance)
            ? GlobalImpedance
            : country.Impedance;
        return
        [
            new(Si3050.Ringer, (byte)(Bit(country.SlowOnHook, 6) | Bit(country.RingerImpedance, 1) | Bit(country.HighRingThreshold, 0))),
            new(Si3050.DcTermination,
                (byte)((country.TipRingVolts << 6) | (country.MinimumCurrent << 4) | Bit(country.LimitsCurrent, 1))),
            new(Si3050.AcTermination, (byte)impedance),
            new(Si3050.OnHookSpeed, (byte)((full ? FullScale : 0) | LineControl | Bit(country.EtsiOnHook, 3))),
            new(Si3050.TransmitGain, (byte)(full ? 0 : 3)),
            new(Si3050.TransmitTenths, (byte)(full ? 0 : 2)),
            new(Si3050.ReceiveGain, (byte)(full ? 0 : Loss | 3)),
            new(Si3050.ReceiveTenths, (byte)(full ? 0 : Loss | 2)),

            // 26 ms on-hook speed wants SQ = 3 beside OHS (register 31, table of on-hook speeds).
            new(Si3050.SparkQuenching, (byte)(Bit(country.SlowOnHook, 6) | Bit(country.SlowOnHook, 4))),
        ];
    }

    private static int Bit(bool set, int place) => set ? 1 << place : 0;
}
