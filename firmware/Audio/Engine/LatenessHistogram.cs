namespace Switchhook.Audio.Engine;

/// <summary>
/// Counts late ticks in steps of 10 µs up to 200 ms. One thread adds, any thread summarises; nothing is allocated by adding.
/// </summary>
internal sealed class LatenessHistogram
{
    private const long TicksPerStep = 10 * TimeSpan.TicksPerMicrosecond;

    private readonly int[] _counts = new int[20_001];
    private long _maxTicks;

    public void Add(TimeSpan late)
    {
        _counts[Math.Min(late.Ticks / TicksPerStep, _counts.Length - 1)]++;
        if (late.Ticks > _maxTicks)
        {
            Volatile.Write(ref _maxTicks, late.Ticks);
        }
    }

    public void Reset()
    {
        Array.Clear(_counts);
        Volatile.Write(ref _maxTicks, 0);
    }

    public LatenessSummary Summarise()
    {
        var total = _counts.Sum(count => (long)count);
        return new LatenessSummary(
            total,
            Quantile(total, 0.5),
            Quantile(total, 0.99),
            Quantile(total, 0.999),
            new TimeSpan(Volatile.Read(ref _maxTicks)),
            LaterThanBlock());
    }

    private TimeSpan Quantile(long total, double share)
    {
        var wanted = (long)Math.Ceiling(total * share);
        var seen = 0L;
        for (var step = 0; step < _counts.Length; step++)
        {
            seen += _counts[step];
            if (seen >= wanted)
            {
                return new TimeSpan(step * TicksPerStep);
            }
        }

        return TimeSpan.Zero;
    }

    private long LaterThanBlock() =>
        _counts.Skip((int)(Hardware.Lines.LineAudio.BlockDuration.Ticks / TicksPerStep)).Sum(count => (long)count);
}

/// <summary>How late the ticks of the media clock were.</summary>
/// <param name="Ticks">Ticks counted.</param>
/// <param name="Median">Half were later.</param>
/// <param name="P99">One in a hundred was later.</param>
/// <param name="P999">One in a thousand was later.</param>
/// <param name="Max">The latest.</param>
/// <param name="OverOneBlock">Ticks later than a block of 20 ms.</param>
public sealed record LatenessSummary(long Ticks, TimeSpan Median, TimeSpan P99, TimeSpan P999, TimeSpan Max, long OverOneBlock);
