using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

/// <summary>Supervisory tones of the whole country table, and at the limits that exchanges keep to.</summary>
public class CallProgressLimitTests
{
    // Where the table's busy and congestion tone differ by less than a detector's tolerance, either name is right.
    private static readonly ToneKind[] HangUpTones = [ToneKind.Busy, ToneKind.Congestion];

    [Fact]
    public void The_busy_tone_of_every_country_is_heard_and_is_nothing_else()
    {
        Assert.All(CountryTable.Codes, code =>
        {
            var heard = Heard(CountryTable.Get(code), ToneKind.Busy, 16);

            Assert.NotEmpty(heard);
            Assert.All(heard, kind => Assert.Contains(kind, HangUpTones));
        });
    }

    [Fact]
    public void The_dial_tone_of_every_country_is_heard_and_is_nothing_else()
    {
        Assert.All(CountryTable.Codes, code => Assert.Equal([ToneKind.Dial], Heard(CountryTable.Get(code), ToneKind.Dial, 6).Distinct()));
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

    private static IReadOnlyList<ToneKind> Heard(Country country, ToneKind kind, int seconds) =>
        Heard(country, country.Tones[kind], seconds, -20);

    private static List<ToneKind> Heard(Country country, Tone tone, int seconds, double dbm0)
    {
        var log = new DetectionLog(Detectors.CallProgress, country);
        log.HearSilence(TimeSpan.FromMilliseconds(500));
        log.Hear(ToneOf(tone, seconds, dbm0));
        return [.. log.Heard.OfType<Detection.ToneHeard>().Select(heard => heard.Kind)];
    }

    private static short[] ToneOf(Tone tone, int seconds, double dbm0)
    {
        var sound = new short[seconds * 8000];
        new ToneSource(tone, dbm0).Read(sound);
        return sound;
    }
}
