using System.Collections.Immutable;

namespace Switchhook.Hardware.Panel.Sounds;

/// <summary>What a buzzer says.</summary>
public enum BuzzerPattern
{
    /// <summary>One short beep: a button was understood.</summary>
    Beep,

    /// <summary>Two short beeps: on, or done.</summary>
    DoubleBeep,

    /// <summary>One long beep: off, or refused.</summary>
    LongBeep,

    /// <summary>Three long beeps: something needs a person.</summary>
    Alarm,
}

/// <summary>The patterns in time.</summary>
public static class BuzzerPatterns
{
    private static readonly ImmutableArray<TimeSpan> Beep = [Ms(80)];
    private static readonly ImmutableArray<TimeSpan> DoubleBeep = [Ms(80), Ms(120), Ms(80)];
    private static readonly ImmutableArray<TimeSpan> LongBeep = [Ms(600)];
    private static readonly ImmutableArray<TimeSpan> Alarm = [Ms(600), Ms(300), Ms(600), Ms(300), Ms(600)];

    /// <summary>Times of sound and silence in turn; the last one is sound.</summary>
    public static ImmutableArray<TimeSpan> Times(this BuzzerPattern pattern) => pattern switch
    {
        BuzzerPattern.Beep => Beep,
        BuzzerPattern.DoubleBeep => DoubleBeep,
        BuzzerPattern.LongBeep => LongBeep,
        BuzzerPattern.Alarm => Alarm,
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
