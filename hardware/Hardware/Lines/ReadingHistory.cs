namespace Switchhook.Hardware.Lines;

/// <summary>What a port measured in the last minutes, a sample a second; older ones are dropped.</summary>
/// <remarks>One thread adds, any thread takes snapshots.</remarks>
public sealed class ReadingHistory
{
    /// <summary>Samples that are kept: ten minutes.</summary>
    public const int Length = 600;

    /// <summary>Time that a sample sums up.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ReadingSample[] _samples = new ReadingSample[Length];
    private int _count;

    /// <summary>Adds a reading.</summary>
    /// <param name="at">When it was taken, on the scale of <c>TimeProvider.GetElapsedTime(0)</c>; not before the last one.</param>
    /// <param name="reading">The reading.</param>
    public void Add(TimeSpan at, LineReadings reading)
    {
        lock (_gate)
        {
            var begin = TimeSpan.FromTicks(at.Ticks / Period.Ticks * Period.Ticks);
            ref var last = ref _samples[(_count + Length - 1) % Length];
            if (_count > 0 && last.At == begin)
            {
                last = last.With(reading);
            }
            else
            {
                _samples[_count++ % Length] = new ReadingSample(begin, reading, reading, reading);
            }
        }
    }

    /// <summary>The samples, oldest first; seconds in which nothing was measured are missing.</summary>
    public IReadOnlyList<ReadingSample> Snapshot()
    {
        lock (_gate)
        {
            var kept = Math.Min(_count, Length);
            var copy = new ReadingSample[kept];
            for (var i = 0; i < kept; i++)
            {
                copy[i] = _samples[(_count - kept + i) % Length];
            }

            return copy;
        }
    }
}

/// <summary>What a port measured in a second.</summary>
/// <param name="At">When the second began, on the scale of <c>TimeProvider.GetElapsedTime(0)</c>.</param>
/// <param name="Least">Lowest voltage and lowest current, not necessarily of the same moment.</param>
/// <param name="Most">Highest voltage and highest current, not necessarily of the same moment.</param>
/// <param name="Last">The last reading.</param>
public readonly record struct ReadingSample(TimeSpan At, LineReadings Least, LineReadings Most, LineReadings Last)
{
    /// <summary>The same second with one reading more.</summary>
    internal ReadingSample With(LineReadings reading) => this with
    {
        Least = new LineReadings(Math.Min(Least.Volts, reading.Volts), Math.Min(Least.Milliamps, reading.Milliamps)),
        Most = new LineReadings(Math.Max(Most.Volts, reading.Volts), Math.Max(Most.Milliamps, reading.Milliamps)),
        Last = reading,
    };
}
