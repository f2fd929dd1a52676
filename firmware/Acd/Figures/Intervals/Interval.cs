namespace Switchhook.Acd.Figures.Intervals;

/// <summary>A stretch of time: its begin belongs to it, its end to the next. UTC.</summary>
/// <param name="From">The begin.</param>
/// <param name="To">The end, not before the begin.</param>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;

    /// <summary>Whether a moment belongs to it.</summary>
    public bool Contains(DateTimeOffset moment) => moment >= From && moment < To;

    /// <summary>The part of it that lies in another; empty when none does.</summary>
    internal Interval Within(Interval other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return new Interval(from, to > from ? to : from);
    }
}
