namespace Switchhook.Hardware.Countries;

/// <summary>Tones of countries without a table of their own.</summary>
internal static class DefaultTones
{
    /// <summary>The frequencies and cadences that ITU-T E.180 recommends: 425 Hz for everything.</summary>
    public static readonly IReadOnlyDictionary<ToneKind, Tone> International = Set([425], [425], [425], (1000, 4000));

    /// <summary>The precise tone plan of North America.</summary>
    public static readonly IReadOnlyDictionary<ToneKind, Tone> NorthAmerican = Set([350, 440], [440, 480], [480, 620], (2000, 4000));

    private static Dictionary<ToneKind, Tone> Set(double[] dial, double[] ringback, double[] busy, (int On, int Off) ring)
    {
        var dialTone = new Tone([new ToneStep(dial, null)], 0);
        var congestion = OnOff(busy, 250, 250);
        return new Dictionary<ToneKind, Tone>
        {
            [ToneKind.Dial] = dialTone,
            [ToneKind.Ringback] = OnOff(ringback, ring.On, ring.Off),
            [ToneKind.Busy] = OnOff(busy, 500, 500),
            [ToneKind.Congestion] = congestion,
            [ToneKind.CallWaiting] = OnOff([dial[^1]], 300, 10_000),
            [ToneKind.DialRecall] = dialTone,
            [ToneKind.Record] = OnOff([1400], 500, 15_000),
            [ToneKind.Info] = new Tone([Step([950], 330), Step([1400], 330), Step([1800], 330), Step([], 1000)], 0),
            [ToneKind.Stutter] = dialTone,
            [ToneKind.Unobtainable] = congestion,
        };
    }

    private static Tone OnOff(double[] hertz, int on, int off) => new([Step(hertz, on), Step([], off)], 0);

    private static ToneStep Step(double[] hertz, int milliseconds) => new(hertz, TimeSpan.FromMilliseconds(milliseconds));
}
