namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>The indirect registers of the Si3210 and what they are set to (data sheet, "Indirect registers").</summary>
internal static class IndirectRegisters
{
    /// <summary>Coefficient of the ringing oscillator (RCO).</summary>
    public const byte RingCoefficient = 20;

    /// <summary>Amplitude of the ringing oscillator (RNGX).</summary>
    public const byte RingAmplitude = 21;

    /// <summary>First of the filters that are flushed while the converter starts: loop closure, ring trip, three thermal ones.</summary>
    public const byte FirstFilter = 35;

    /// <summary>Last of these filters.</summary>
    public const byte LastFilter = 39;

    /// <summary>A filter that is flushed.</summary>
    public const ushort Flushed = 0x8000;

    /// <summary>Scratch register that calibration wants cleared.</summary>
    public const byte Scratch = 97;

    /// <summary>Address and value of each register that is set.</summary>
    /// <remarks>
    /// The reset values of these registers are undefined. The values are those that cards of the field use with discrete linefeed
    /// transistors; gains of 0 dB, thresholds of loop closure and ring trip, power alarms and thermal poles of the transistors.
    /// </remarks>
    public static readonly IReadOnlyList<(byte Address, ushort Value)> Settings =
    [
        // DTMF detector: row and column peaks, twist, ratios, least power.
        (0, 0x55C2), (1, 0x51E6), (2, 0x4B85), (3, 0x4937), (4, 0x3333), (5, 0x0202), (6, 0x0202),
        (7, 0x0198), (8, 0x0198), (9, 0x0611), (10, 0x0202), (11, 0x00E5), (12, 0x0A1C),

        // Tone oscillators, ring offset, ring oscillator, pulse metering.
        (13, 0x7B30), (14, 0x0063), (15, 0x0000), (16, 0x7870), (17, 0x007D), (18, 0x0000),
        (19, 0x0000), (20, 0x7EF0), (21, 0x0160), (22, 0x0000), (23, 0x2000), (24, 0x2000), (25, 0x0000),

        // Gains towards the telephone and from it: 0 dB.
        (26, 0x4000), (27, 0x4000),

        // Thresholds: loop closure, ring trip, common mode, power alarms of Q1/Q2, Q3/Q4, Q5/Q6.
        (28, 0x1000), (29, 0x3600), (30, 0x1000), (31, 0x0200), (32, 0x07C0), (33, 0x2600), (34, 0x1B80),

        // Filters: loop closure, ring trip, thermal poles of Q1/Q2, Q3/Q4, Q5/Q6; bias while ringing; converter; hysteresis.
        (35, 0x8000), (36, 0x0320), (37, 0x008C), (38, 0x0100), (39, 0x0010),
        (40, 0x0C00), (41, 0x0C00), (42, 0x1000), (43, 0x1000),
    ];
}
