namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>Registers of the Si3050 with Si3018/19 (data sheet, "Control registers") and the bits that are used here.</summary>
internal static class Si3050
{
    /// <summary>Control 1: SR (bit 7) resets all registers.</summary>
    public const byte Control1 = 1;

    /// <summary>
    /// Control 2: INTE (7) drives the interrupt pin, RDI (2) tells the end of a ring too, HBE (1) hybrid, RXE (0) receive path.
    /// </summary>
    public const byte Control2 = 2;

    /// <summary>Interrupt mask: RDTM (7), ROVM (6), FDTM (5), BTDM (4), DODM (3), LCSOM (2), TGDM (1), POLM (0).</summary>
    public const byte InterruptMask = 3;

    /// <summary>Interrupt source, bits as in the mask; what is written 0 is cleared.</summary>
    public const byte InterruptSource = 4;

    /// <summary>
    /// DAA control 1: RDTN (6) and RDTP (5) ring voltage now, ONHM (3) on-hook line monitor, RDT (2) ring, OH (0) off-hook.
    /// </summary>
    public const byte Hook = 5;

    /// <summary>DAA control 2: PDL (4) powers the line side down; set after a reset.</summary>
    public const byte Power = 6;

    /// <summary>Line side and system side: LSID (7:4), the revision of the system side (3:0).</summary>
    public const byte Identity = 11;

    /// <summary>Line side status: FDT (6) frames come over the isolation link, LCS (4:0) loop current.</summary>
    public const byte LineSide = 12;

    /// <summary>Line side revision: REVB (5:2).</summary>
    public const byte LineSideRevision = 13;

    /// <summary>International control 1: OHS (6), RZ (1), RT (0).</summary>
    public const byte Ringer = 16;

    /// <summary>International control 3: RFWE (1) detects ring by both half waves.</summary>
    public const byte RingDetector = 18;

    /// <summary>
    /// International control 4: OVL (2) receive overload, DOD (1) line side without power, OPD (0) too much loop current.
    /// </summary>
    public const byte Overload = 19;

    /// <summary>DC termination: DCV (7:6), MINI (5:4), ILIM (1).</summary>
    public const byte DcTermination = 26;

    /// <summary>Loop current in steps of 1.1 mA.</summary>
    public const byte LoopCurrent = 28;

    /// <summary>Line voltage, signed, in steps of 1 V.</summary>
    public const byte LineVoltage = 29;

    /// <summary>AC termination: ACIM (3:0).</summary>
    public const byte AcTermination = 30;

    /// <summary>DAA control 5: FULL (7), FOH (6:5), OHS2 (3), FILT (1), LVFD (0).</summary>
    public const byte OnHookSpeed = 31;

    /// <summary>PCM: PCME (5) enables the highway, PCMF (4:3) is 3 for 16-bit linear.</summary>
    public const byte Pcm = 33;

    /// <summary>First bit of the transmit slot after the frame sync, low byte; the high bits follow.</summary>
    public const byte TransmitStart = 34;

    /// <summary>First bit of the receive slot after the frame sync, low byte; the high bits follow.</summary>
    public const byte ReceiveStart = 36;

    /// <summary>Transmit gain: bit 4 makes a loss of it, 3:0 in dB.</summary>
    public const byte TransmitGain = 38;

    /// <summary>Receive gain: bit 4 makes a loss of it, 3:0 in dB.</summary>
    public const byte ReceiveGain = 39;

    /// <summary>Transmit gain in tenths of a dB, coded as the whole ones.</summary>
    public const byte TransmitTenths = 40;

    /// <summary>Receive gain in tenths of a dB, coded as the whole ones.</summary>
    public const byte ReceiveTenths = 41;

    /// <summary>Spark quenching: SQ1 (6) and SQ0 (4).</summary>
    public const byte SparkQuenching = 59;

    /// <summary>Control 2 after a reset.</summary>
    public const byte Control2AfterReset = 0x03;

    /// <summary>PCM enabled, 16-bit linear.</summary>
    public const byte PcmLinear = 0x38;

    /// <summary>LSID of the Si3018, which has few of the AC terminations.</summary>
    public const int LineSideSi3018 = 1;

    /// <summary>LSID of the Si3019.</summary>
    public const int LineSideSi3019 = 3;

    /// <summary>Milliamperes of a step of <see cref="LoopCurrent"/>.</summary>
    public const double MilliampsPerStep = 1.1;
}
