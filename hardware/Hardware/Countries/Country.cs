namespace Switchhook.Hardware.Countries;

/// <summary>
/// The telephony facts of a country: what its lines ring, sound and signal like. Starting values; a line's own measured values win.
/// </summary>
/// <param name="Code">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Name">English name.</param>
/// <param name="CallingCode">E.164 country code, digits only.</param>
/// <param name="EmergencyNumbers">Numbers that always go out.</param>
/// <param name="Tones">Supervisory tones; every kind is there.</param>
/// <param name="Ring">Ring voltage and cadence.</param>
/// <param name="CallerId">How the exchange sends the caller's number.</param>
/// <param name="Flash">Register recall.</param>
/// <param name="HangUp">How the exchange shows that the far end has hung up, most telling first.</param>
/// <param name="Law">Companding law of the national network (ITU-T G.711).</param>
public sealed record Country(
    string Code,
    string Name,
    string CallingCode,
    IReadOnlyList<string> EmergencyNumbers,
    IReadOnlyDictionary<ToneKind, Tone> Tones,
    RingSignal Ring,
    CallerIdSignal CallerId,
    FlashTiming Flash,
    IReadOnlyList<HangUpSignal> HangUp,
    CompandingLaw Law)
{
    /// <summary>What its exchanges ask of the set at the end of a line.</summary>
    public LineTermination Termination { get; init; } = LineTermination.NorthAmerica;
}

/// <summary>The ring signal of an exchange.</summary>
/// <param name="FrequencyHz">Ring frequency in hertz.</param>
/// <param name="Cadence">On, off, on, off …; begins with on, ends with off, repeats.</param>
public sealed record RingSignal(double FrequencyHz, IReadOnlyList<TimeSpan> Cadence)
{
    /// <summary>
    /// What a telephone is rung with where nothing else is known: 45 V RMS (Mediatrix 4100 for Germany; cards of the field too).
    /// </summary>
    public const double UsualVolts = 45;

    /// <summary>Ring voltage towards a telephone, RMS.</summary>
    public double VoltsRms { get; init; } = UsualVolts;
}

/// <summary>How a caller's number arrives on an analog line.</summary>
/// <param name="Scheme">The kind of modem or tones.</param>
/// <param name="BeforeFirstRing">True when it comes before the first ring, false when after it.</param>
/// <param name="Known">False when the table has no entry for the country, so that the scheme is a guess.</param>
public sealed record CallerIdSignal(CallerIdScheme Scheme, bool BeforeFirstRing, bool Known);

/// <summary>The ways of sending a caller's number.</summary>
public enum CallerIdScheme
{
    /// <summary>FSK by Bell 202 (1200/2200 Hz), GR-30 / SR-TSV-002476.</summary>
    FskBell202,

    /// <summary>FSK by ITU-T V.23 (1300/2100 Hz), ETSI EN 300 659-1.</summary>
    FskV23,

    /// <summary>DTMF digits between a start and a stop code, ETSI EN 300 659-1 annex B.</summary>
    Dtmf,

    /// <summary>The Japanese form with a primary answer (NTT).</summary>
    Jclip,
}

/// <summary>Times of the hook flash.</summary>
/// <param name="Send">Length of the break that the box sends to the exchange.</param>
/// <param name="ReceiveShortest">A shorter break of a telephone is a dial pulse or a bounce.</param>
/// <param name="ReceiveLongest">A longer break is a hang-up.</param>
public sealed record FlashTiming(TimeSpan Send, TimeSpan ReceiveShortest, TimeSpan ReceiveLongest);

/// <summary>The signs of a far end's hang-up on an exchange line.</summary>
public enum HangUpSignal
{
    /// <summary>Current disconnect (calling-party control): battery goes away for some hundred milliseconds.</summary>
    BatteryDrop,

    /// <summary>Tip and ring are turned round.</summary>
    PolarityReversal,

    /// <summary>Busy or congestion tone.</summary>
    BusyTone,

    /// <summary>Dial tone.</summary>
    DialTone,
}

/// <summary>The two laws of ITU-T G.711.</summary>
public enum CompandingLaw
{
    /// <summary>µ-law: North America, Japan and some others.</summary>
    MuLaw,

    /// <summary>A-law: everywhere else and on international links.</summary>
    ALaw,
}
