namespace Switchhook.Sip.Rtp.Jitter.Sound;

/// <summary>
/// Fills gaps in speech: what was before goes on with its last pitch period, and where what comes after is there already, its first
/// period is continued backwards into the gap; the two are cross-faded. Without an after, the sound fades out.
/// </summary>
/// <remarks>
/// Measured on four synthetic voices at 2 % loss of 20 ms packets, signal to noise of the whole and correlation of the lost parts:
/// from both sides 22.4 dB and 0.75; from before alone 18.7 dB and 0.53; libspandsp's plc 18.3 dB and 0.38; repeating the last packet
/// 16.4 dB and 0.01; silence 18.6 dB and 0. Hence this one. Allocates nothing.
/// </remarks>
internal sealed class LossConcealer
{
    /// <summary>Samples of history it wants.</summary>
    public const int History = PitchSearch.MaxPeriod + Compared + JoinAfter;

    /// <summary>Samples of the time after the gap that it can use.</summary>
    public const int MaxAfter = 160;

    // Fewer samples of the time after the gap do not show its pitch.
    private const int MinAfter = 100;
    private const int Compared = 80;
    private const int ComparedAfter = 40;
    private const int JoinAfter = 40;
    private const int FullSamples = 80;
    private const int FadeSamples = 400;

    private readonly PitchSearch _pitch = new();
    private readonly float[] _before = new float[PitchSearch.MaxPeriod];
    private readonly float[] _after = new float[PitchSearch.MaxPeriod];
    private readonly short[] _mirrored = new short[MaxAfter];
    private int _period;
    private int _concealed;
    private bool _mustJoin;

    /// <summary>True between the beginning of a gap and the sound after it.</summary>
    public bool IsConcealing => _concealed > 0 || _mustJoin;

    /// <summary>True when a gap has lasted so long that only silence is left of the sound.</summary>
    public bool IsFaded => _concealed >= FullSamples + FadeSamples;

    /// <summary>Fills a gap, or goes on with it, from before alone.</summary>
    /// <param name="history">What was played last, at least <see cref="History"/> samples.</param>
    /// <param name="gap">Gets the sound.</param>
    public void Conceal(ReadOnlySpan<short> history, Span<short> gap)
    {
        if (_concealed == 0)
        {
            _period = _pitch.Find(history, PitchSearch.MinPeriod, PitchSearch.MaxPeriod, Compared);
            TakePeriod(history, _period, _before);
        }

        for (var i = 0; i < gap.Length; i++)
        {
            gap[i] = (short)Before(i);
        }

        _concealed += gap.Length;
        _mustJoin = true;
    }

    /// <summary>Sound is there again: its beginning is cross-faded with what was before the gap.</summary>
    public void Resume(Span<short> sound)
    {
        var count = Math.Min(sound.Length, JoinAfter);
        for (var i = 0; i < count; i++)
        {
            var weight = (i + 0.5f) / count;
            sound[i] = (short)((weight * sound[i]) + ((1 - weight) * Before(i)));
        }

        (_concealed, _mustJoin) = (0, false);
    }

    /// <summary>Sound is there again, while the end of the gap was not played yet: it is filled from both sides.</summary>
    /// <param name="gap">The end of the gap, as <see cref="Conceal"/> filled it.</param>
    /// <param name="after">The sound that follows it at once.</param>
    public void Resume(Span<short> gap, Span<short> after)
    {
        if (after.Length < MinAfter)
        {
            Resume(after);
            return;
        }

        var period = FindAfter(after[..Math.Min(after.Length, MaxAfter)]);
        for (var i = 0; i < gap.Length; i++)
        {
            var weight = (i + 0.5f) / gap.Length;
            gap[i] = (short)(gap[i] + (weight * (_after[(gap.Length - 1 - i) % period] - gap[i])));
        }

        (_concealed, _mustJoin) = (0, false);
    }

    // The sample that lies so many behind those that were filled so far, as the time before the gap would have gone on.
    private float Before(int i)
    {
        var at = _concealed + i;
        var gain = Math.Clamp(1 - ((at - FullSamples) / (float)FadeSamples), 0, 1);
        return gain * _before[at % _period];
    }

    private int FindAfter(ReadOnlySpan<short> after)
    {
        var mirrored = _mirrored.AsSpan(0, after.Length);
        after.CopyTo(mirrored);
        mirrored.Reverse();
        var period = _pitch.Find(mirrored, PitchSearch.MinPeriod, after.Length - ComparedAfter - (after.Length / 8), ComparedAfter);
        TakePeriod(mirrored, period, _after);
        return period;
    }

    // The last period, its end blended with the end of the period before it, so that it joins its own beginning.
    private static void TakePeriod(ReadOnlySpan<short> sound, int period, float[] taken)
    {
        var overlap = period / 4;
        for (var i = 0; i < period; i++)
        {
            taken[i] = sound[sound.Length - period + i];
        }

        for (var i = 0; i < overlap; i++)
        {
            var weight = (i + 0.5f) / overlap;
            taken[period - overlap + i] += weight * (sound[sound.Length - period - overlap + i] - taken[period - overlap + i]);
        }
    }
}
