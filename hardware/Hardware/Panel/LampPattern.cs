using System.Collections.Immutable;

namespace Switchhook.Hardware.Panel;

/// <summary>How a lamp lights. The patterns can be told apart without colours and from the corner of an eye.</summary>
public enum LampPattern
{
    /// <summary>Dark.</summary>
    Off,

    /// <summary>Steady.</summary>
    On,

    /// <summary>On and off for a second each.</summary>
    SlowBlink,

    /// <summary>Four times a second.</summary>
    FastBlink,

    /// <summary>Two short flashes, then a pause.</summary>
    Flash,

    /// <summary>Lit, with a short gap every two seconds.</summary>
    Wink,

    /// <summary>Four quick flashes, then a short pause.</summary>
    Burst,
}

/// <summary>The patterns in time.</summary>
public static class LampPatterns
{
    private static readonly ImmutableArray<TimeSpan> Slow = [Ms(1000), Ms(1000)];
    private static readonly ImmutableArray<TimeSpan> Fast = [Ms(125), Ms(125)];
    private static readonly ImmutableArray<TimeSpan> Flashes = [Ms(100), Ms(200), Ms(100), Ms(1600)];
    private static readonly ImmutableArray<TimeSpan> Winks = [Ms(1750), Ms(250)];
    private static readonly ImmutableArray<TimeSpan> Bursts = [Ms(80), Ms(80), Ms(80), Ms(80), Ms(80), Ms(80), Ms(80), Ms(440)];

    /// <summary>Times of light and dark in turn, again and again; empty for a pattern that does not change.</summary>
    public static ImmutableArray<TimeSpan> Times(this LampPattern pattern) => pattern switch
    {
        LampPattern.SlowBlink => Slow,
        LampPattern.FastBlink => Fast,
        LampPattern.Flash => Flashes,
        LampPattern.Wink => Winks,
        LampPattern.Burst => Bursts,
        LampPattern.Off or LampPattern.On => [],
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
