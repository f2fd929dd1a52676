using Switchhook.Hardware.Countries;

namespace Switchhook.Testing;

/// <summary>Countries with the facts of the country table that tests lean on, so that a change of the table changes no test.</summary>
public static class TestCountries
{
    /// <summary>Long rings, caller ID after the first one, long flash, current disconnect.</summary>
    public static Country UnitedStates { get; } = Make(
        "US", [350, 440], [2000, 4000], new CallerIdSignal(CallerIdScheme.FskBell202, false, true), (500, 300, 1100),
        [HangUpSignal.BatteryDrop, HangUpSignal.DialTone, HangUpSignal.BusyTone], CompandingLaw.MuLaw, "911");

    /// <summary>Double rings, caller ID before the first one, timed break recall, current disconnect.</summary>
    public static Country UnitedKingdom { get; } = Make(
        "GB", [350, 440], [400, 200, 400, 2000], new CallerIdSignal(CallerIdScheme.FskV23, true, true), (100, 70, 125),
        [HangUpSignal.BatteryDrop, HangUpSignal.BusyTone], CompandingLaw.ALaw, "999", "112");

    /// <summary>Caller ID after the first ring, flash window close to dial pulses, hang-up by busy tone only.</summary>
    public static Country Germany { get; } = Make(
        "DE", [425], [1000, 4000], new CallerIdSignal(CallerIdScheme.FskV23, false, true), (100, 70, 310),
        [HangUpSignal.BusyTone], CompandingLaw.ALaw, "110", "112");

    /// <summary>Answer and hang-up by polarity, the kind of caller ID that needs a primary answer.</summary>
    public static Country Japan { get; } = Make(
        "JP", [400], [1000, 2000], new CallerIdSignal(CallerIdScheme.Jclip, true, true), (600, 300, 1200),
        [HangUpSignal.PolarityReversal, HangUpSignal.BusyTone], CompandingLaw.MuLaw, "110", "119");

    private static Country Make(
        string code, double[] dial, int[] ring, CallerIdSignal callerId, (int Send, int Shortest, int Longest) flash,
        HangUpSignal[] hangUp, CompandingLaw law, params string[] emergency) => new(
        code,
        code,
        "1",
        emergency,
        new Dictionary<ToneKind, Tone>
        {
            [ToneKind.Dial] = Steady(dial),
            [ToneKind.Ringback] = OnOff(440, 1000, 4000),
            [ToneKind.Busy] = OnOff(480, 500, 500),
            [ToneKind.Congestion] = OnOff(620, 250, 250),
            [ToneKind.CallWaiting] = OnOff(1000, 200, 9800),
            [ToneKind.DialRecall] = OnOff(dial[0], 100, 100),
        },
        new RingSignal(25, [.. ring.Select(ms => TimeSpan.FromMilliseconds(ms))]),
        callerId,
        new FlashTiming(
            TimeSpan.FromMilliseconds(flash.Send), TimeSpan.FromMilliseconds(flash.Shortest), TimeSpan.FromMilliseconds(flash.Longest)),
        hangUp,
        law);

    private static Tone Steady(double[] hertz) => new([new ToneStep(hertz, null)], 0);

    private static Tone OnOff(double hertz, int on, int off) => new(
        [new ToneStep([hertz], TimeSpan.FromMilliseconds(on)), new ToneStep([], TimeSpan.FromMilliseconds(off))], 0);
}
