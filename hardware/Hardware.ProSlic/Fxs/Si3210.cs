namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>Direct registers of the Si3210 (data sheet, "Control registers") and the bits that are used here.</summary>
internal static class Si3210
{
    /// <summary>SPI mode: SPIDC (7) daisy chain, PNI (5:4) part, RNI (3:0) revision.</summary>
    public const byte SpiMode = 0;

    /// <summary>PCM: PCME (5) enables the highway, PCMF (4:3) is 3 for 16-bit linear.</summary>
    public const byte Pcm = 1;

    /// <summary>First bit of the transmit slot after the frame sync, low byte; the high bits follow.</summary>
    public const byte TransmitStart = 2;

    /// <summary>First bit of the receive slot after the frame sync, low byte; the high bits follow.</summary>
    public const byte ReceiveStart = 4;

    /// <summary>Audio loopback; on after a reset.</summary>
    public const byte Loopback = 8;

    /// <summary>Two-wire impedance: TISE (3) enables the synthesis, TISS (2:0) chooses.</summary>
    public const byte Impedance = 10;

    /// <summary>Power down 1: DCOF (4) switches the DC-DC converter off.</summary>
    public const byte PowerDown = 14;

    /// <summary>Interrupt status 1 of three: oscillators. What is written 1 is cleared.</summary>
    public const byte InterruptStatus1 = 18;

    /// <summary>Interrupt status 2: power alarms Q6 (7) to Q1 (2), loop closure (1), ring trip (0).</summary>
    public const byte InterruptStatus2 = 19;

    /// <summary>Interrupt status 3: common mode, indirect register, DTMF.</summary>
    public const byte InterruptStatus3 = 20;

    /// <summary>Interrupt enable 1 of three.</summary>
    public const byte InterruptEnable1 = 21;

    /// <summary>Low byte of indirect data; the high byte follows.</summary>
    public const byte IndirectData = 28;

    /// <summary>Indirect address: writing it writes the data that was set, or else fetches.</summary>
    public const byte IndirectAddress = 30;

    /// <summary>Indirect access: IAS (0) while one is under way.</summary>
    public const byte IndirectStatus = 31;

    /// <summary>Ringing oscillator: TSWS (0) trapezoid; RTAE (4), RTIE (3) timers of a cadence.</summary>
    public const byte RingingOscillator = 34;

    /// <summary>Linefeed: LF (2:0) wanted, LFS (6:4) real.</summary>
    public const byte Linefeed = 64;

    /// <summary>Battery feed: TRACK (0) lets the battery follow the line.</summary>
    public const byte BatteryFeed = 66;

    /// <summary>Automatic: AORD (2) ring trip, AOLD (1) loop closure, AOPN (0) opens the line at a power alarm.</summary>
    public const byte Automatic = 67;

    /// <summary>Hook: RTP (1) ring trip, LCR (0) loop closed, both debounced.</summary>
    public const byte Hook = 68;

    /// <summary>Loop closure debounce in steps of 1.25 ms; that of ring trip follows.</summary>
    public const byte LoopDebounce = 69;

    /// <summary>Loop current limit: 20 mA and 3 mA a step.</summary>
    public const byte LoopCurrentLimit = 71;

    /// <summary>On-hook voltage (VOC), 1.5 V a step.</summary>
    public const byte OnHookVoltage = 72;

    /// <summary>Common mode voltage, 1.5 V a step.</summary>
    public const byte CommonVoltage = 73;

    /// <summary>Battery while ringing (VBATH), 1.5 V a step.</summary>
    public const byte RingBattery = 74;

    /// <summary>Loop voltage: LVSP (6) sign, LVS (5:0) in steps of 1.5 V.</summary>
    public const byte LoopVoltage = 78;

    /// <summary>Loop current: LCSP (6) sign, LCS (5:0) in steps of 1.25 mA.</summary>
    public const byte LoopCurrent = 79;

    /// <summary>Battery in steps of 0.376 V.</summary>
    public const byte Battery = 82;

    /// <summary>Period of the DC-DC converter in steps of 61 ns.</summary>
    public const byte ConverterPeriod = 92;

    /// <summary>DC-DC converter: DCCAL (7) calibrates, DCTOF (4:0) shortest off time.</summary>
    public const byte ConverterDelay = 93;

    /// <summary>Calibration 1: CAL (6) begins and is 0 when all is done; the kinds in the other bits.</summary>
    public const byte Calibration1 = 96;

    /// <summary>Calibration 2: further kinds.</summary>
    public const byte Calibration2 = 97;

    /// <summary>Result of the DC-DC calibration.</summary>
    public const byte ConverterResult = 107;

    /// <summary>Enhancements of revision C and later.</summary>
    public const byte Enhancements = 108;

    /// <summary>PCM enabled, 16-bit linear.</summary>
    public const byte PcmLinear = 0x38;

    /// <summary>The power alarms in <see cref="InterruptStatus2"/>.</summary>
    public const byte PowerAlarms = 0xFC;

    /// <summary>Volts of a step of <see cref="LoopVoltage"/>, <see cref="OnHookVoltage"/> and <see cref="RingBattery"/>.</summary>
    public const double VoltsPerStep = 1.5;

    /// <summary>Milliamperes of a step of <see cref="LoopCurrent"/>.</summary>
    public const double MilliampsPerStep = 1.25;

    /// <summary>Volts of a step of <see cref="Battery"/>.</summary>
    public const double BatteryVoltsPerStep = 0.376;
}
