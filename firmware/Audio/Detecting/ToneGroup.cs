using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Detecting;

/// <summary>Tones of the same frequencies: one filter for all, and a watch for the cadence of each.</summary>
internal sealed class ToneGroup
{
    private const int CyclesOfHangUpTones = 3;
    private const double ShortestContinuousMs = 1000;

    /// <summary>A cadence as short as this is too common a sound for a single cycle to be sure.</summary>
    private const double ShortCycleMs = 1500;

    /// <summary>A filter also hears tones that are as near as this, as a share of the frequency.</summary>
    private const double Nearness = 0.1;

    private static readonly ToneKind[] Kinds = [ToneKind.Dial, ToneKind.Busy, ToneKind.Congestion, ToneKind.Ringback];

    private ToneGroup(IReadOnlyList<double> hertz, IReadOnlyList<ToneWatch> watches)
    {
        Filter = new ToneFilter(hertz);
        Watches = [.. watches];
    }

    public ToneFilter Filter { get; }

    public ToneWatch[] Watches { get; }

    /// <summary>Frames in a row that were neither the tone nor silence.</summary>
    public int StrangeFrames { get; set; }

    /// <summary>The groups of a country.</summary>
    public static ToneGroup[] Of(Country country)
    {
        var tones = Kinds.Where(country.Tones.ContainsKey)
            .Select(kind => (Kind: kind, Runs: Runs(country.Tones[kind]), Hertz: Frequencies(country.Tones[kind])))
            .ToList();
        return
        [
            .. tones.GroupBy(tone => string.Join('+', tone.Hertz.Select(hertz => (int)Math.Round(hertz))))
                .Select(group => new ToneGroup(group.First().Hertz, Watch(group, LongestBurstNear(group.First().Hertz)))),
        ];

        double LongestBurstNear(IReadOnlyList<double> hertz) => tones
            .Where(tone => tone.Runs.Count > 1 && tone.Hertz.All(other => hertz.Any(own => Math.Abs(own - other) < Nearness * own)))
            .SelectMany(tone => tone.Runs.Where((run, index) => index % 2 == 0))
            .DefaultIfEmpty(0)
            .Max();
    }

    // Where busy and congestion are one signal, it is called busy; a continuous tone must outlast the longest burst that sounds alike.
    private static List<ToneWatch> Watch(
        IEnumerable<(ToneKind Kind, List<double> Runs, IReadOnlyList<double> Hertz)> tones, double longestBurst)
    {
        var watches = new List<ToneWatch>();
        var cadences = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, runs, _) in tones)
        {
            if (runs.Count < 2)
            {
                watches.Add(new ToneWatch(kind, [Math.Max(ShortestContinuousMs, (longestBurst * 1.2) + 300)], cycles: 1));
            }
            else if (cadences.Add(string.Join(' ', runs)))
            {
                watches.Add(new ToneWatch(kind, runs, Cycles(kind, runs)));
            }
        }

        return watches;
    }

    private static int Cycles(ToneKind kind, List<double> runs) => kind switch
    {
        ToneKind.Busy or ToneKind.Congestion => CyclesOfHangUpTones,
        _ when runs.Count < 4 && runs.Sum() < ShortCycleMs => 2,
        _ => 1,
    };

    // A modulated tone is its carrier with a side tone above and below.
    private static IReadOnlyList<double> Frequencies(Tone tone) =>
    [
        .. tone.Steps.SelectMany(step => step.Hertz.Concat(
                step.ModulationHz is { } by && step.Hertz.Count > 0 ? [step.Hertz[0] - by, step.Hertz[0] + by] : []))
            .Distinct()
            .Order(),
    ];

    // Lengths of tone and silence in turn; steps of one kind that follow each other count as one.
    private static List<double> Runs(Tone tone)
    {
        var runs = new List<double>();
        bool? last = null;
        foreach (var step in tone.Steps.Skip(Math.Max(0, tone.RepeatFrom)))
        {
            if (step.Duration is not { } duration)
            {
                return [];
            }

            var on = step.Hertz.Count > 0;
            if (on == last)
            {
                runs[^1] += duration.TotalMilliseconds;
            }
            else
            {
                runs.Add(duration.TotalMilliseconds);
            }

            last = on;
        }

        return runs;
    }
}
