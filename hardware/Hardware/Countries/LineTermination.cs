using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Countries;

/// <summary>
/// What a country's exchanges ask of the set at the end of a line, in the choices that direct access arrangements of the field offer
/// (Silicon Labs Si3050 with Si3018/19, registers 16, 26, 30 and 31; the table <c>fxo_si3050</c>).
/// </summary>
/// <param name="Impedance">AC termination, 0 to 15 (ACIM): 0 is 600 Ω, 2 the complex one of ETSI TBR 21, 15 the global one.</param>
/// <param name="TipRingVolts">DC voltage off-hook, 0 (3.1 V) to 3 (3.5 V) (DCV).</param>
/// <param name="MinimumCurrent">Least loop current, 0 (10 mA) to 3 (16 mA) (MINI).</param>
/// <param name="LimitsCurrent">True to hold the loop current below 60 mA, as TBR 21 asks (ILIM).</param>
/// <param name="HighRingThreshold">True when a ring has at least 21.5 V RMS, false for 15 V (RT).</param>
/// <param name="RingerImpedance">True to put the impedance of a bell on the line (RZ).</param>
/// <param name="SlowOnHook">True to open the loop in 26 ms, as AS/CA S002 asks of spark quenching (OHS).</param>
/// <param name="EtsiOnHook">True to open the loop in 3 ms, as ETSI asks (OHS2).</param>
public sealed record LineTermination(
    int Impedance,
    int TipRingVolts,
    int MinimumCurrent,
    bool LimitsCurrent,
    bool HighRingThreshold,
    bool RingerImpedance,
    bool SlowOnHook,
    bool EtsiOnHook)
{
    /// <summary>North America (FCC part 68): 600 Ω.</summary>
    public static readonly LineTermination NorthAmerica = new(0, 3, 0, false, true, false, false, false);

    /// <summary>ETSI TBR 21, which most countries took over.</summary>
    public static readonly LineTermination Etsi = new(2, 3, 0, true, false, false, false, false);

    /// <summary>Reads the entry of a country.</summary>
    /// <param name="table">The entry; null without one.</param>
    /// <param name="otherwise">What holds where the entry is silent.</param>
    internal static LineTermination Read(YamlMap? table, LineTermination otherwise)
    {
        return table is null
            ? otherwise
            : new LineTermination(
                Number("acim", otherwise.Impedance),
                Number("dcv", otherwise.TipRingVolts),
                Number("mini", otherwise.MinimumCurrent),
                Flag("ilim", otherwise.LimitsCurrent),
                Flag("rt", otherwise.HighRingThreshold),
                Flag("rz", otherwise.RingerImpedance),
                Flag("ohs", otherwise.SlowOnHook),
                Flag("ohs2", otherwise.EtsiOnHook));

        int Number(string key, int missing) => (int)(table.NumberOf(key) ?? missing);

        bool Flag(string key, bool missing) => table.NumberOf(key) is { } bit ? bit > 0 : missing;
    }
}
