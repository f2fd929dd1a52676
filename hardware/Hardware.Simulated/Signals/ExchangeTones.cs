using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>The tones of the exchange: those of the country, and where its table is silent the nearest relative.</summary>
internal sealed class ExchangeTones(Country country, double levelDbm0)
{
    private static readonly Tone PlainDial = new([new ToneStep([425], null)], 0);
    private static readonly Tone PlainRingback = Interrupted(1000, 4000);
    private static readonly Tone PlainBusy = Interrupted(500, 500);

    /// <summary>Level of a tone in dBm0: the power of all its frequencies together.</summary>
    public double LevelDbm0 => levelDbm0;

    /// <summary>Dial tone.</summary>
    public Tone Dial { get; } = First(country, PlainDial, ToneKind.Dial);

    /// <summary>Ringback tone.</summary>
    public Tone Ringback { get; } = First(country, PlainRingback, ToneKind.Ringback);

    /// <summary>Busy tone.</summary>
    public Tone Busy { get; } = First(country, PlainBusy, ToneKind.Busy);

    /// <summary>Congestion tone, else busy tone.</summary>
    public Tone Congestion { get; } = First(country, PlainBusy, ToneKind.Congestion, ToneKind.Busy);

    /// <summary>The tone for a number that does not exist, else the special information tone, else congestion.</summary>
    public Tone Unobtainable { get; } =
        First(country, PlainBusy, ToneKind.Unobtainable, ToneKind.Info, ToneKind.Congestion, ToneKind.Busy);

    /// <summary>Samples from the first ring to the end of the given one: its pause is not waited for.</summary>
    public long RingbackUntilAnswer(int rings)
    {
        if (rings == 0)
        {
            return 0;
        }

        var cycle = Ringback.Steps.Skip(Math.Max(0, Ringback.RepeatFrom)).Select(Length).ToList();
        var pause = Ringback.Steps[^1].Hertz.Count == 0 ? cycle[^1] : 0;
        return (rings * cycle.Sum()) - pause;
    }

    private static long Length(ToneStep step) => SampleTime.Of(step.Duration ?? TimeSpan.FromSeconds(5));

    private static Tone First(Country country, Tone fallback, params ReadOnlySpan<ToneKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (country.Tones.TryGetValue(kind, out var tone))
            {
                return tone;
            }
        }

        return fallback;
    }

    private static Tone Interrupted(int onMilliseconds, int offMilliseconds) => new(
        [
            new ToneStep([425], TimeSpan.FromMilliseconds(onMilliseconds)),
            new ToneStep([], TimeSpan.FromMilliseconds(offMilliseconds)),
        ],
        0);
}
