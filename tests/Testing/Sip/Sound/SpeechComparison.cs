namespace Switchhook.Testing.Sip.Sound;

/// <summary>
/// How speech was heard at the other end of a network, piece by piece: a jitter buffer changes the delay in the middle, and packets get
/// lost, so one delay and one noise figure for the whole (<see cref="SoundComparison"/>) say little.
/// </summary>
/// <param name="Segments">The pieces in which something was said, in order.</param>
public sealed record SpeechComparison(IReadOnlyList<SpeechSegment> Segments)
{
    // At 8 kHz. Long enough to be told from any other piece of speech, short enough that few contain a jump.
    private const int SegmentSamples = 1600;
    private const int SearchSamples = 1600;
    private const int JumpSamples = 8;
    private const double SilenceBelowRms = 100;
    private const double LeastDb = -10;
    private const double MostDb = 50;

    /// <summary>Share of the pieces that were heard.</summary>
    public double HeardShare => Segments.Count == 0 ? 0 : (double)Heard.Count() / Segments.Count;

    /// <summary>The delay that half of the heard pieces stay within, in samples; null if nothing was heard.</summary>
    public int? MedianDelaySamples => (int?)Median(Heard.Select(one => (double)one.DelaySamples));

    /// <summary>Longest delay of a heard piece, in samples; null if nothing was heard.</summary>
    public int? LongestDelaySamples => Heard.Max(one => (int?)one.DelaySamples);

    /// <summary>How often the delay changed, by a millisecond or more.</summary>
    public int DelayJumps =>
        Heard.Zip(Heard.Skip(1)).Count(pair => Math.Abs(pair.First.DelaySamples - pair.Second.DelaySamples) >= JumpSamples);

    /// <summary>Median of the pieces' signal to noise; the pieces that were not heard count with the least.</summary>
    public double MedianSignalToNoiseDb => Median(Segments.Select(one => one.IsHeard ? one.SignalToNoiseDb : LeastDb)) ?? LeastDb;

    private IEnumerable<SpeechSegment> Heard => Segments.Where(one => one.IsHeard);

    /// <summary>Finds speech in what was heard, both at 8 kHz.</summary>
    /// <param name="said">What was said. Its silent pieces are left out.</param>
    /// <param name="heard">What was heard, from any time before it was said.</param>
    public static SpeechComparison Of(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        List<SpeechSegment> segments = [];
        int? delay = null;
        for (var at = 0; at + SegmentSamples <= said.Length; at += SegmentSamples)
        {
            var piece = said.Slice(at, SegmentSamples);
            if (Math.Sqrt(Dot(piece, piece) / SegmentSamples) < SilenceBelowRms)
            {
                continue;
            }

            // Until one is found, a piece may be anywhere; then each lies near the one before.
            var segment = Find(at, piece, heard, at + delay - SearchSamples ?? 0, at + delay + SearchSamples ?? heard.Length);
            segments.Add(segment);
            delay = segment.IsHeard ? segment.DelaySamples : delay;
        }

        return new SpeechComparison(segments);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Segments.Count} pieces, {HeardShare:P0} heard, delay {MedianDelaySamples / 8.0} ms (longest {LongestDelaySamples / 8.0}), "
        + $"{DelayJumps} jumps, {MedianSignalToNoiseDb:0.0} dB";

    private static SpeechSegment Find(int at, ReadOnlySpan<short> piece, ReadOnlySpan<short> heard, int from, int to)
    {
        var (place, best) = (0, 0.0);
        var power = Dot(piece, piece);
        var last = Math.Min(to, heard.Length - piece.Length);
        for (var lag = Math.Max(0, from); lag <= last; lag++)
        {
            var part = heard.Slice(lag, piece.Length);
            var likeness = Dot(piece, part);
            if (likeness > 0 && likeness * likeness > best * power * Dot(part, part))
            {
                (place, best) = (lag, likeness * likeness / power / Dot(part, part));
            }
        }

        // What is not explained by the piece itself, at the gain that explains most.
        var noise = Math.Max(1 - best, 1e-9);
        return new SpeechSegment(at, place - at, Math.Sqrt(best), Math.Clamp(10 * Math.Log10(best / noise), LeastDb, MostDb));
    }

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted[sorted.Count / 2];
    }

    private static double Dot(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
