using Switchhook.Hardware.Countries;

namespace Switchhook.Lines;

/// <summary>Which signal stands for a tone in a country, also where the table has no entry for it.</summary>
internal static class CountryTones
{
    /// <summary>Level of supervisory tones to a phone; ITU-T E.180 recommends −10 ± 5 dBm0.</summary>
    public const double Level = -13;

    /// <summary>Level of the call-waiting beep: heard over speech without hurting.</summary>
    public const double BeepLevel = -20;

    /// <summary>Level of each frequency of the howler: the loudest that four of them allow without clipping.</summary>
    public const double HowlerLevel = -12;

    private const int Stutters = 10;

    private static readonly TimeSpan Stutter = TimeSpan.FromMilliseconds(100);

    private static readonly Tone Plain = new([new ToneStep([425], null)], 0);

    private static readonly Tone Interrupted =
        new([new ToneStep([425], TimeSpan.FromMilliseconds(250)), new ToneStep([], TimeSpan.FromMilliseconds(250))], 0);

    private static readonly Tone Beep =
        new([new ToneStep([440], TimeSpan.FromMilliseconds(300)), new ToneStep([], TimeSpan.FromSeconds(9.7))], 0);

    /// <summary>Receiver-off-hook tone: four frequencies, 100 ms on and off (GR-506 gives 1400, 2060, 2450 and 2600 Hz).</summary>
    public static Tone Howler { get; } = new(
        [new ToneStep([1400, 2060, 2450, 2600], TimeSpan.FromMilliseconds(100)), new ToneStep([], TimeSpan.FromMilliseconds(100))], 0);

    /// <summary>
    /// Dual-tone alerting signal before on-hook data of BT: 2130 + 2750 Hz for 100 ms, then 60 ms of silence (SIN 227: 88–110 ms, ≥ 45 ms).
    /// </summary>
    public static Tone DualToneAlert { get; } = new(
        [new ToneStep([2130, 2750], TimeSpan.FromMilliseconds(100)), new ToneStep([], TimeSpan.FromMilliseconds(60))], -1);

    /// <summary>The tone of a country, else the one that a user of that country would understand best.</summary>
    public static Tone Get(Country country, ToneKind kind)
    {
        ReadOnlySpan<ToneKind> choice = kind switch
        {
            ToneKind.DialRecall => [ToneKind.DialRecall, ToneKind.Stutter, ToneKind.Dial],
            ToneKind.Congestion => [ToneKind.Congestion, ToneKind.Unobtainable, ToneKind.Busy],
            ToneKind.Busy => [ToneKind.Busy, ToneKind.Congestion],
            _ => [kind],
        };
        foreach (var candidate in choice)
        {
            if (country.Tones.TryGetValue(candidate, out var tone))
            {
                return tone;
            }
        }

        return kind switch
        {
            ToneKind.Stutter => Stuttering(Get(country, ToneKind.Dial)),
            ToneKind.CallWaiting => Beep,
            ToneKind.Dial or ToneKind.DialRecall or ToneKind.Ringback => Plain,
            _ => Interrupted,
        };
    }

    // GR-506: dial tone, ten times on and off for 100 ms, then steady.
    private static Tone Stuttering(Tone dial)
    {
        var (on, off) = (dial.Steps[0] with { Duration = Stutter }, new ToneStep([], Stutter));
        return new(
            [.. Enumerable.Repeat<ToneStep[]>([on, off], Stutters).SelectMany(pair => pair), .. dial.Steps],
            (2 * Stutters) + Math.Max(dial.RepeatFrom, 0));
    }
}
