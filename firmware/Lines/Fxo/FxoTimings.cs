using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxo;

/// <summary>The times by which an exchange line is judged.</summary>
internal sealed record FxoTimings
{
    /// <summary>Ring voltage must last so long to be a ring; splashes of other sets and of the exchange are shorter.</summary>
    public required TimeSpan RingShortest { get; init; }

    /// <summary>A pause at least so long stands between two rings, a shorter one inside a ring (the 200 of 400–200–400–2000).</summary>
    public required TimeSpan RingPause { get; init; }

    /// <summary>Without ring voltage for so long, the caller has given up.</summary>
    public required TimeSpan RingGone { get; init; }

    /// <summary>The caller is announced at the latest so long after the ring was recognised.</summary>
    public required TimeSpan CallerIdLimit { get; init; }

    /// <summary>How the country's exchanges send a caller's number.</summary>
    public required CallerIdSignal CallerId { get; init; }

    /// <summary>A caller ID belongs to the ring that follows within this time.</summary>
    public TimeSpan CallerIdKept { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After going off-hook the exchange may reverse the line and cut its battery for a moment.</summary>
    public TimeSpan SetUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A loss of battery that means hang-up in a call (default of the field: 200 ms; never below 60).</summary>
    public TimeSpan HangUpBreak { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A loss of battery that means hang-up while a call is set up: exchanges may cut it for 300 ms (AS/CA S002).</summary>
    public TimeSpan SetUpBreak { get; init; } = TimeSpan.FromMilliseconds(350);

    /// <summary>A loss of battery on-hook that is a fault.</summary>
    public TimeSpan BatteryAlarm { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Battery back for so long that the line can be used.</summary>
    public TimeSpan BatterySettled { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A reversal that turns back within this time is a pulse (AS/CA S002: 40–200 ms).</summary>
    public TimeSpan PolarityPulse { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A reversal sooner after the answer than this is no hang-up.</summary>
    public TimeSpan AnswerToHangUp { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Dial tone must be recognised within this time: 5 s, longer where its cadence takes longer to be sure of (GR, IT).</summary>
    public required TimeSpan DialTone { get; init; }

    /// <summary>A ring that began before, or so soon after, going off-hook belongs to a caller whom we may have answered.</summary>
    public TimeSpan Glare { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>After such a ring, silence for so long instead of dial tone means that the caller is on the line.</summary>
    public TimeSpan GlareSilence { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>The exchange's country shows an answer by polarity.</summary>
    public bool ShowsAnswer { get; init; }

    /// <summary>How long a line that shows answers may go without showing one, before the call counts as answered all the same.</summary>
    public TimeSpan AnswerSign { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>A busy tone within this time after dialling means that the number is busy; later, that the far end hung up.</summary>
    public TimeSpan AnswerAssumed { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After ringback has stopped for so long without busy tone, the far end has answered.</summary>
    public TimeSpan RingbackOver { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Dial tone after a register recall is expected for so long.</summary>
    public TimeSpan Recall { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>On-hook so long before the line counts as free: the exchange needs it to clear the call.</summary>
    public TimeSpan Guard { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The times of a country.</summary>
    public static FxoTimings For(Country country)
    {
        var cadence = country.Ring.Cadence;
        var bursts = cadence.Where((_, index) => index % 2 == 0).ToList();
        var longestPause = cadence.Where((_, index) => index % 2 == 1).Max();
        return new FxoTimings
        {
            RingShortest = Min(TimeSpan.FromMilliseconds(150), bursts.Min() * 0.6),
            RingPause = longestPause * 0.6,

            // A line behind another exchange may ring slower than its country: 5 s is a floor.
            RingGone = Max(TimeSpan.FromSeconds(5), (longestPause * 1.25) + TimeSpan.FromSeconds(1)),
            CallerIdLimit = bursts.Max() + longestPause + TimeSpan.FromSeconds(1),
            CallerId = country.CallerId,
            DialTone = Max(TimeSpan.FromSeconds(5), (PeriodOf(country, ToneKind.Dial) * 3) + TimeSpan.FromSeconds(2)),

            // On-hook for less than the longest flash is a flash: the exchange would take the next off-hook for its end.
            Guard = Max(TimeSpan.FromSeconds(1), country.Flash.ReceiveLongest + TimeSpan.FromMilliseconds(500)),
            ShowsAnswer = country.HangUp is [HangUpSignal.PolarityReversal, ..],
        };
    }

    // Zero for a steady tone.
    private static TimeSpan PeriodOf(Country country, ToneKind kind) =>
        country.Tones.TryGetValue(kind, out var tone) && tone.Steps.Count > 1
            ? tone.Steps.Skip(Math.Max(tone.RepeatFrom, 0)).Aggregate(TimeSpan.Zero, (sum, step) => sum + (step.Duration ?? TimeSpan.Zero))
            : TimeSpan.Zero;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
