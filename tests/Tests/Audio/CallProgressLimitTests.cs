using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

/// <summary>Supervisory tones of the whole country table, and at the limits that exchanges keep to.</summary>
public class CallProgressLimitTests
{
    // Where the table's busy and congestion tone differ by less than a detector's tolerance, either name is right.
    private static readonly ToneKind[] HangUpTones = [ToneKind.Busy, ToneKind.Congestion];

    /// <summary>A line may be seized, or a far end hang up, at any point of a cadence.</summary>
    [Theory]
    [InlineData(ToneKind.Dial)]
    [InlineData(ToneKind.Ringback)]
    [InlineData(ToneKind.Busy)]
    [InlineData(ToneKind.Congestion)]
    public void Every_tone_of_every_country_is_heard_from_any_point_of_its_cadence_and_is_nothing_else(ToneKind kind)
    {
        var wanted = HangUpTones.Contains(kind) ? HangUpTones : [kind];
        double[] points = [0, 0.37, 0.81];
        var wrong =
            from code in CountryTable.Codes
            from point in points
            let heard = HeardFrom(point, CountryTable.Get(code), kind)
            where heard.Count == 0 || heard.Except(wanted).Any()
            select $"{code} from {point}: {string.Join(", ", heard)}";

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(1.04, 1, -20)]
    [InlineData(0.96, 1, -20)]
    [InlineData(1, 1.13, -20)]
    [InlineData(1, 0.87, -20)]
    [InlineData(1, 1, -36)]
    [InlineData(1, 1, -3)]
    public void Busy_tones_are_heard_at_the_limits(double detuning, double stretch, double dbm0)
    {
        string[] countries = ["US", "CA", "GB", "DE", "FR", "IT", "ES", "CN", "AU", "BR", "IN", "JP"];
        Assert.All(countries, code =>
        {
            var country = CountryTable.Get(code);
            var busy = country.Tones[ToneKind.Busy];
            var changed = busy with
            {
                Steps =
                [
                    .. busy.Steps.Select(step => step with
                    {
                        Hertz = [.. step.Hertz.Select(hertz => hertz * detuning)],
                        Duration = step.Duration * stretch,
                    }),
                ],
            };

            Assert.Equal([ToneKind.Busy], Heard(country, changed, 8, dbm0));
        });
    }

    [Fact]
    public void Busy_tone_is_heard_on_a_noisy_line()
    {
        var country = CountryTable.Get("DE");
        var log = new DetectionLog(Detectors.CallProgress, country);
        var busy = ToneOf(country.Tones[ToneKind.Busy], 6, -15);

        log.Hear(SoundMaker.Mix(busy, SoundMaker.Noise(TimeSpan.FromSeconds(6), -43, new Random(4))));

        Assert.Contains(new Detection.ToneHeard(ToneKind.Busy), log.Heard);
    }

    [Fact]
    public void A_tone_between_the_countrys_is_not_heard()
    {
        var country = CountryTable.Get("DE");
        var busy = new Tone([new ToneStep([520], TimeSpan.FromMilliseconds(480)), new ToneStep([], TimeSpan.FromMilliseconds(480))], 0);

        Assert.Empty(Heard(country, busy, 8, -20));
    }

    private static List<ToneKind> HeardFrom(double point, Country country, ToneKind kind)
    {
        var tone = country.Tones[kind];
        var period = tone.Steps.Sum(step => step.Duration?.TotalSeconds ?? 1);
        var seconds = kind == ToneKind.Dial ? FxoTimings.For(country).DialTone.TotalSeconds : Math.Max(8, period * 4.5);
        var sound = ToneOf(tone, seconds + (point * period), -20);
        return Heard(country, sound.AsSpan((int)(point * period * LineAudio.SampleRate)));
    }

    private static List<ToneKind> Heard(Country country, Tone tone, double seconds, double dbm0) =>
        Heard(country, ToneOf(tone, seconds, dbm0));

    private static List<ToneKind> Heard(Country country, ReadOnlySpan<short> sound)
    {
        var log = new DetectionLog(Detectors.CallProgress, country);
        log.HearSilence(TimeSpan.FromMilliseconds(500));
        log.Hear(sound);
        return [.. log.Heard.OfType<Detection.ToneHeard>().Select(heard => heard.Kind)];
    }

    private static short[] ToneOf(Tone tone, double seconds, double dbm0)
    {
        var sound = new short[(int)(seconds * LineAudio.SampleRate)];
        new ToneSource(tone, dbm0).Read(sound);
        return sound;
    }
}
