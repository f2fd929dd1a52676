namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>The impedance that a telephone sees (Si3210 register 10).</summary>
internal static class TwoWireImpedance
{
    private const byte Synthesis = 0x08;

    // 600 Ω, 900 Ω, 600 Ω + 1 µF, 900 Ω + 2.16 µF, TBR 21, Australia and South Africa, Germany, New Zealand (TISS 0 to 7).
    private static readonly Dictionary<int, byte> ByTermination = new()
    {
        [0] = 0,
        [1] = 1,
        [2] = 4,
        [3] = 5,
        [4] = 7,
        [7] = 6,
        [11] = 2,
        [13] = 3,
    };

    /// <summary>The register's value.</summary>
    /// <param name="termination">
    /// AC termination of the country's lines, by its number at the Si3050 (ACIM); without a like it is 600 Ω.
    /// </param>
    public static byte Of(int termination) => (byte)(Synthesis | ByTermination.GetValueOrDefault(termination));
}
