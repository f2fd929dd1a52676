using Switchhook.Hardware.Countries;

namespace Switchhook.Tests.Hardware.Simulated;

/// <summary>Countries written by hand from FEATURES.md §4, so that these tests do not lean on the country table.</summary>
internal static class Lands
{
    public static readonly Country UnitedStates = new(
        "US", "United States", "1", ["911"],
        new Dictionary<ToneKind, Tone>
        {
            [ToneKind.Dial] = Steady(350, 440),
            [ToneKind.Ringback] = OnOff(2000, 4000, 440, 480),
            [ToneKind.Busy] = OnOff(500, 500, 480, 620),
            [ToneKind.Congestion] = OnOff(250, 250, 480, 620),
        },
        new RingSignal(20, [Ms(2000), Ms(4000)]),
        new CallerIdSignal(CallerIdScheme.FskBell202, BeforeFirstRing: false, Known: true),
        new FlashTiming(Ms(500), Ms(300), Ms(1100)),
        [HangUpSignal.BatteryDrop, HangUpSignal.BusyTone],
        CompandingLaw.MuLaw);

    public static readonly Country Britain = new(
        "GB", "United Kingdom", "44", ["112", "999"],
        new Dictionary<ToneKind, Tone>
        {
            [ToneKind.Dial] = Steady(350, 440),
            [ToneKind.Ringback] = new(
                [
                    new ToneStep([400, 450], Ms(400)), new ToneStep([], Ms(200)),
                    new ToneStep([400, 450], Ms(400)), new ToneStep([], Ms(2000)),
                ],
                0),
            [ToneKind.Busy] = OnOff(375, 375, 400),
            [ToneKind.Unobtainable] = Steady(400),
        },
        new RingSignal(25, [Ms(400), Ms(200), Ms(400), Ms(2000)]),
        new CallerIdSignal(CallerIdScheme.FskV23, BeforeFirstRing: true, Known: true),
        new FlashTiming(Ms(100), Ms(70), Ms(125)),
        [HangUpSignal.BusyTone],
        CompandingLaw.ALaw);

    public static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static Tone Steady(params double[] hertz) => new([new ToneStep(hertz, null)], 0);

    private static Tone OnOff(double on, double off, params double[] hertz) =>
        new([new ToneStep(hertz, Ms(on)), new ToneStep([], Ms(off))], 0);
}
