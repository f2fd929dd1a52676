namespace Switchhook.Hardware.Countries;

/// <summary>What holds for a country where the table is silent: the values of its numbering plan or of the ITU.</summary>
/// <param name="BaseTones">Tones by ITU-T E.180, or of North America.</param>
/// <param name="Ring">Ring signal.</param>
/// <param name="CallerId">A guess: the receiver tries the other schemes too.</param>
/// <param name="Flash">Register recall.</param>
/// <param name="HangUp">Signs of hang-up; by far the most exchanges send busy tone.</param>
/// <param name="Law">Companding law.</param>
internal sealed record CountryDefaults(
    IReadOnlyDictionary<ToneKind, Tone> BaseTones,
    RingSignal Ring,
    CallerIdSignal CallerId,
    FlashTiming Flash,
    IReadOnlyList<HangUpSignal> HangUp,
    CompandingLaw Law)
{
    /// <summary>What exchanges ask of the set at the end of a line.</summary>
    public LineTermination Termination { get; private init; } = LineTermination.Etsi;

    /// <summary>The number that most countries take (ITU-T E.161.1), for the three countries of which the table knows none.</summary>
    public static readonly IReadOnlyList<string> EmergencyNumbers = ["112"];

    /// <summary>Calling code of the North American numbering plan.</summary>
    private const string NorthAmerica = "1";

    // Networks built on 24-channel systems (ITU-T G.733), which use µ-law, outside of North America.
    private static readonly string[] MuLawElsewhere = ["HK", "JP", "TW"];

    private static readonly CountryDefaults NorthAmerican = new(
        DefaultTones.NorthAmerican,
        new RingSignal(20, [Ms(2000), Ms(4000)]),
        new CallerIdSignal(CallerIdScheme.FskBell202, BeforeFirstRing: false, Known: false),
        new FlashTiming(Ms(500), Ms(300), Ms(1100)),
        [HangUpSignal.BatteryDrop, HangUpSignal.DialTone, HangUpSignal.BusyTone],
        CompandingLaw.MuLaw)
    {
        Termination = LineTermination.NorthAmerica,
    };

    // A recall of 70 to 125 ms comes from a key; the upper limit leaves room for a person who taps the hook.
    private static readonly CountryDefaults International = new(
        DefaultTones.International,
        new RingSignal(25, [Ms(1000), Ms(4000)]),
        new CallerIdSignal(CallerIdScheme.FskV23, BeforeFirstRing: false, Known: false),
        new FlashTiming(Ms(100), Ms(70), Ms(600)),
        [HangUpSignal.BusyTone, HangUpSignal.BatteryDrop],
        CompandingLaw.ALaw);

    /// <summary>The defaults of a country.</summary>
    public static CountryDefaults For(string code, string callingCode) =>
        callingCode == NorthAmerica ? NorthAmerican
        : MuLawElsewhere.Contains(code) ? International with { Law = CompandingLaw.MuLaw }
        : International;

    /// <summary>Adds the tones that a country's table does not have, so that every kind is there.</summary>
    public void FillIn(Dictionary<ToneKind, Tone> tones)
    {
        // These sound like another tone of the same country where they have no sound of their own.
        Same(ToneKind.DialRecall, ToneKind.Dial);
        Same(ToneKind.Stutter, ToneKind.Dial);
        Same(ToneKind.Unobtainable, ToneKind.Congestion);
        foreach (var (kind, tone) in BaseTones)
        {
            tones.TryAdd(kind, tone);
        }

        void Same(ToneKind kind, ToneKind other)
        {
            if (tones.TryGetValue(other, out var tone))
            {
                tones.TryAdd(kind, tone);
            }
        }
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
