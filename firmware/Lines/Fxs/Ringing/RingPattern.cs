using System.Collections.Immutable;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>How a phone is rung in a country: the steps, and from which of them on they repeat.</summary>
/// <remarks>
/// Caller ID after the first ring begins 600 ms after it (GR-30: ≥ 500; ETSI: 500–2000) and ends at least 250 ms before the second (≥ 200).
/// Before the first ring it follows a reversal: FSK with the alerting tone ≥ 100 ms after it and the ring ≥ 200 ms behind it (BT SIN 227),
/// DTMF ≥ 200 ms after it and the ring 200–500 ms behind the last digit (ETSI EN 300 659-1).
/// </remarks>
internal sealed record RingPattern(ImmutableArray<RingStep> Steps, int RepeatFrom)
{
    private static readonly TimeSpan RingToData = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan DataToRing = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ReversalToData = TimeSpan.FromMilliseconds(250);

    /// <summary>The pattern of a country.</summary>
    /// <param name="country">The country.</param>
    /// <param name="withCallerId">True when there is something to tell the phone.</param>
    public static RingPattern For(Country country, bool withCallerId)
    {
        var cadence = country.Ring.Cadence;
        ImmutableArray<RingStep> ring =
        [
            .. cadence.Select((length, index) => new RingStep.Feed(index % 2 == 0 ? LineFeed.Ringing : LineFeed.Forward, length)),
        ];
        ImmutableArray<RingStep> first = (withCallerId, country.CallerId) switch
        {
            // The Japanese kind wants a phone that answers a first time for it.
            (false, _) or (_, { Scheme: CallerIdScheme.Jclip }) => [],
            (_, { BeforeFirstRing: true, Scheme: var scheme }) =>
            [
                new RingStep.Feed(LineFeed.Reverse, ReversalToData),
                new RingStep.CallerId(AlertFirst: scheme == CallerIdScheme.FskV23),
                new RingStep.Feed(LineFeed.Reverse, DataToRing),
            ],
            _ =>
            [
                new RingStep.Feed(LineFeed.Ringing, cadence[0]),
                new RingStep.Feed(LineFeed.Forward, RingToData),
                new RingStep.CallerId(AlertFirst: false),
                new RingStep.Rest(DataToRing, LongestPause(cadence)),
            ],
        };
        return new RingPattern([.. first, .. ring], first.Length);
    }

    private static TimeSpan LongestPause(IReadOnlyList<TimeSpan> cadence) => cadence.Where((_, index) => index % 2 == 1).Max();
}
