namespace Switchhook.Sip.Rtp.Jitter.Sound;

/// <summary>Makes speech a little longer or shorter, its pitch as it is: whole periods are repeated or left out, cross-faded.</summary>
internal sealed class TimeScaler
{
    /// <summary>The most that one step adds or takes away.</summary>
    public const int MaxStep = 120;

    /// <summary>The least.</summary>
    public const int MinStep = 40;

    /// <summary>Length of the cross-fade.</summary>
    public const int Compared = 80;

    private readonly PitchSearch _pitch = new();

    /// <summary>Repeats a period at the beginning of what waits, which is exactly <see cref="Compared"/> long.</summary>
    /// <returns>Samples that were added.</returns>
    public int Stretch(PlayoutLine line)
    {
        var period = _pitch.Find(line.All, MinStep, MaxStep, Compared);

        // All that waits is cross-faded to what was a period before it; behind that, time has gone back by a period.
        line.Append(period);
        var sound = line.All;
        var start = sound.Length - period - Compared;
        sound.Slice(start + Compared - period, period).CopyTo(sound[(start + Compared)..]);
        for (var i = Compared - 1; i >= 0; i--)
        {
            sound[start + i] = Blend(sound[start + i], sound[start + i - period], i);
        }

        return period;
    }

    /// <summary>Leaves out a period at the beginning of what waits.</summary>
    /// <param name="line">What waits is at least <see cref="Compared"/> and <paramref name="most"/> long.</param>
    /// <param name="most">From <see cref="MinStep"/> to <see cref="MaxStep"/>.</param>
    /// <returns>Samples that were left out.</returns>
    public int Shrink(PlayoutLine line, int most)
    {
        var sound = line.Waiting;
        var period = _pitch.Find(sound[..(most + Compared)], MinStep, most, Compared);
        for (var i = 0; i < Compared; i++)
        {
            sound[i] = Blend(sound[i], sound[i + period], i);
        }

        sound[(Compared + period)..].CopyTo(sound[Compared..]);
        line.Cut(period);
        return period;
    }

    private static short Blend(short from, short to, int i)
    {
        var weight = (i + 0.5f) / Compared;
        return (short)(from + (weight * (to - from)));
    }
}
