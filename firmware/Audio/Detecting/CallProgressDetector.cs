using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>
/// Hears the country's dial, ringback, busy and congestion tone. Each needs its cadence, and a time in which nothing else was heard: speech
/// over a tone breaks it, because a detector must never hang up on someone who talks.
/// </summary>
internal sealed class CallProgressDetector : IFrameDetector
{
    /// <summary>Two cycles instead of three are enough after so long without a sound: nobody is talking.</summary>
    private const int QuietFramesForTrust = 75;
    private const int CyclesOfHangUpTones = 3;

    /// <summary>A single frame between tone and silence holds the edge.</summary>
    private const int FramesOfEdge = 1;
    private const float ExplainedShare = 0.65f;

    private static readonly float WeakestTone = Power(-36);
    private static readonly float LoudestSilence = Power(-44);

    private readonly ToneFilter[] _filters;
    private readonly ToneWatch[][] _watches;
    private readonly float[] _frame = new float[LineAudio.BlockSamples];
    private readonly int[] _strangeFrames;
    private int _otherFrames;
    private int _quietFrames;
    private ToneKind? _reported;

    public CallProgressDetector(Country country)
    {
        var tones = new[] { ToneKind.Dial, ToneKind.Busy, ToneKind.Congestion, ToneKind.Ringback }
            .Where(country.Tones.ContainsKey)
            .Select(kind => (Kind: kind, Tone: country.Tones[kind]))
            .GroupBy(entry => string.Join('+', Frequencies(entry.Tone).Select(hertz => (int)Math.Round(hertz))))
            .ToList();
        _filters = [.. tones.Select(group => new ToneFilter(Frequencies(group.First().Tone)))];
        _watches = [.. tones.Select(group => Watches([.. group]))];
        _strangeFrames = new int[_filters.Length];
    }

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<short> frame, IDetectionSink sink)
    {
        var power = 0f;
        for (var i = 0; i < frame.Length; i++)
        {
            _frame[i] = frame[i];
            power += _frame[i] * _frame[i];
        }

        if (power <= LoudestSilence)
        {
            Silence();
        }
        else
        {
            Sound(power);
        }

        Report(sink);
    }

    public void Dispose()
    {
        // Nothing of the system is held.
    }

    private void Silence()
    {
        _quietFrames++;
        _otherFrames = 0;
        Array.Clear(_strangeFrames);
        foreach (var watches in _watches)
        {
            foreach (var watch in watches)
            {
                watch.Frame(on: false, cyclesSpared: 0);
            }
        }
    }

    private void Sound(float power)
    {
        var any = false;
        var spared = _quietFrames >= QuietFramesForTrust ? 1 : 0;
        for (var i = 0; i < _filters.Length; i++)
        {
            var isTone = power >= WeakestTone && _filters[i].ExplainedPower(_frame) >= ExplainedShare * power;
            _strangeFrames[i] = isTone ? 0 : _strangeFrames[i] + 1;
            any |= isTone;
            Tell(_watches[i], isTone, spared, _strangeFrames[i]);
        }

        _otherFrames = any ? 0 : _otherFrames + 1;
        if (_otherFrames > FramesOfEdge)
        {
            _quietFrames = 0;
        }
    }

    private static void Tell(ToneWatch[] watches, bool isTone, int cyclesSpared, int strangeFrames)
    {
        foreach (var watch in watches)
        {
            if (isTone)
            {
                watch.Frame(on: true, cyclesSpared);
            }
            else if (strangeFrames > FramesOfEdge)
            {
                watch.Break();
            }
        }
    }

    private void Report(IDetectionSink sink)
    {
        var heard = Heard();
        if (heard == _reported)
        {
            return;
        }

        if (_reported is { } ended)
        {
            sink.Report(new Detection.ToneEnded(ended));
        }

        _reported = heard;
        if (heard is { } begun)
        {
            sink.Report(new Detection.ToneHeard(begun));
        }
    }

    private ToneKind? Heard()
    {
        foreach (var watches in _watches)
        {
            foreach (var watch in watches)
            {
                if (watch.IsHeard)
                {
                    return watch.Kind;
                }
            }
        }

        return null;
    }

    private static IReadOnlyList<double> Frequencies(Tone tone) => tone.Steps.First(step => step.Hertz.Count > 0).Hertz;

    // Where busy and congestion are one signal, it is called busy; a continuous tone must outlast the longest burst of its frequencies.
    private static ToneWatch[] Watches(IReadOnlyList<(ToneKind Kind, Tone Tone)> tones)
    {
        var longestBurst = tones.SelectMany(entry => Runs(entry.Tone).Where((_, index) => index % 2 == 0)).DefaultIfEmpty(0).Max();
        var watches = new List<ToneWatch>();
        var cadences = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, tone) in tones)
        {
            var runs = Runs(tone);
            if (runs.Count < 2)
            {
                watches.Add(new ToneWatch(kind, [Math.Max(1000, (longestBurst * 1.2) + 300)], cycles: 1));
            }
            else if (cadences.Add(string.Join(' ', runs)))
            {
                watches.Add(new ToneWatch(kind, runs, kind == ToneKind.Ringback ? 1 : CyclesOfHangUpTones));
            }
        }

        return [.. watches];
    }

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

    private static float Power(double dbm0) => (float)(LineAudio.BlockSamples * Math.Pow(LineAudio.Peak(dbm0), 2) / 2);
}
