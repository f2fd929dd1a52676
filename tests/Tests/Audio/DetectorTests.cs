using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

public class DetectorTests
{
    private static readonly Country UnitedStates = CountryTable.Get("US");

    [Fact]
    public void Digits_are_heard_once_each()
    {
        var log = new DetectionLog(Detectors.Dtmf, UnitedStates);

        log.Hear(new DtmfSource("1234567890*#ABCD"), TimeSpan.FromSeconds(3));

        Assert.Equal("1234567890*#ABCD", log.Digits);
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(-25)]
    [InlineData(-36)]
    public void Digits_are_heard_at_every_level_of_a_line(double dbm0)
    {
        var log = new DetectionLog(Detectors.Dtmf, UnitedStates);

        log.Hear(new DtmfSource("159D", dbm0: dbm0), TimeSpan.FromSeconds(1));

        Assert.Equal("159D", log.Digits);
    }

    [Fact]
    public void A_key_held_down_is_one_digit()
    {
        var log = new DetectionLog(Detectors.Dtmf, UnitedStates);

        log.Hear(new DtmfSource("5", on: TimeSpan.FromSeconds(2)), TimeSpan.FromSeconds(3));

        Assert.Equal("5", log.Digits);
    }

    [Theory]
    [InlineData("US", CallerIdScheme.FskBell202)]
    [InlineData("DE", CallerIdScheme.FskV23)]
    [InlineData("US", CallerIdScheme.Dtmf)]
    public void A_number_arrives_in_every_scheme(string country, CallerIdScheme scheme)
    {
        var log = new DetectionLog(Detectors.CallerId, CountryTable.Get(country));
        var sent = new CallerIdMessage("3125550142", null, null, null, scheme);

        log.Hear(new CallerIdSource(sent, scheme), TimeSpan.FromSeconds(3));
        log.HearSilence(TimeSpan.FromSeconds(1));

        var message = Assert.Single(log.Heard.OfType<Detection.CallerId>()).Message;
        Assert.Equal(sent, message);
    }

    [Fact]
    public void All_fields_arrive()
    {
        var log = new DetectionLog(Detectors.CallerId, UnitedStates);
        var sent = new CallerIdMessage("3125550142", "ALICE SMITH", null, "11230915", CallerIdScheme.FskBell202);

        log.Hear(new CallerIdSource(sent, CallerIdScheme.FskBell202), TimeSpan.FromSeconds(3));
        log.HearSilence(TimeSpan.FromSeconds(1));

        Assert.Equal(sent, Assert.Single(log.Heard.OfType<Detection.CallerId>()).Message);
    }

    [Theory]
    [InlineData(NumberAbsence.Withheld)]
    [InlineData(NumberAbsence.Unavailable)]
    public void The_reason_of_a_missing_number_arrives(NumberAbsence why)
    {
        var log = new DetectionLog(Detectors.CallerId, UnitedStates);
        var sent = new CallerIdMessage(null, null, why, "11230915", CallerIdScheme.FskBell202);

        log.Hear(new CallerIdSource(sent, CallerIdScheme.FskBell202), TimeSpan.FromSeconds(3));
        log.HearSilence(TimeSpan.FromSeconds(1));

        Assert.Equal(why, Assert.Single(log.Heard.OfType<Detection.CallerId>()).Message.NumberAbsence);
    }

    [Theory]
    [InlineData("US")]
    [InlineData("GB")]
    [InlineData("DE")]
    [InlineData("FR")]
    [InlineData("CN")]
    [InlineData("AU")]
    [InlineData("JP")]
    [InlineData("IT")]
    [InlineData("BR")]
    public void The_countrys_busy_tone_is_heard(string code)
    {
        var country = CountryTable.Get(code);
        var log = new DetectionLog(Detectors.CallProgress, country);

        log.HearSilence(TimeSpan.FromMilliseconds(500));
        log.Hear(new ToneSource(country.Tones[ToneKind.Busy], -20), TimeSpan.FromSeconds(6));
        log.HearSilence(TimeSpan.FromSeconds(3));

        Assert.Equal([new Detection.ToneHeard(ToneKind.Busy), new Detection.ToneEnded(ToneKind.Busy)], log.Heard);
    }

    [Theory]
    [InlineData("US")]
    [InlineData("GB")]
    [InlineData("DE")]
    [InlineData("FR")]
    [InlineData("CN")]
    public void The_countrys_dial_tone_is_heard(string code)
    {
        var country = CountryTable.Get(code);
        var log = new DetectionLog(Detectors.CallProgress, country);

        log.Hear(new ToneSource(country.Tones[ToneKind.Dial], -20), TimeSpan.FromSeconds(4));
        log.HearSilence(TimeSpan.FromSeconds(1));

        Assert.Equal([new Detection.ToneHeard(ToneKind.Dial), new Detection.ToneEnded(ToneKind.Dial)], log.Heard);
    }

    [Theory]
    [InlineData("US")]
    [InlineData("GB")]
    [InlineData("DE")]
    [InlineData("CN")]
    public void The_countrys_ringback_is_heard(string code)
    {
        var country = CountryTable.Get(code);
        var log = new DetectionLog(Detectors.CallProgress, country);

        log.Hear(new ToneSource(country.Tones[ToneKind.Ringback], -20), TimeSpan.FromSeconds(14));

        Assert.Equal(new Detection.ToneHeard(ToneKind.Ringback), log.Heard[0]);
    }

    [Fact]
    public void Two_cycles_of_busy_are_not_enough_right_after_speech()
    {
        var log = new DetectionLog(Detectors.CallProgress, UnitedStates);

        log.Hear(Noise(seconds: 1, dbm0: -20));
        log.Hear(new ToneSource(UnitedStates.Tones[ToneKind.Busy], -20), TimeSpan.FromSeconds(2));
        log.Hear(Noise(seconds: 1, dbm0: -20));

        Assert.Empty(log.Heard);
    }

    [Fact]
    public void Someone_who_talks_over_the_busy_tone_is_not_cut_off()
    {
        var log = new DetectionLog(Detectors.CallProgress, UnitedStates);
        var tone = new short[8000 * 8];
        var busy = new ToneSource(UnitedStates.Tones[ToneKind.Busy], -20);
        for (var at = 0; at < tone.Length; at += LineAudio.BlockSamples)
        {
            busy.Read(tone.AsSpan(at, LineAudio.BlockSamples));
        }

        var speech = Noise(seconds: 8, dbm0: -22);
        for (var i = 0; i < tone.Length; i++)
        {
            // Syllables: half a second of voice in every second and a bit.
            tone[i] += i % 9000 < 4000 ? speech[i] : (short)0;
        }

        log.Hear(tone);

        Assert.Empty(log.Heard);
    }

    // Coloured noise: what a voice is to a tone detector.
    private static short[] Noise(int seconds, double dbm0)
    {
        var random = new Random(5);
        var peak = LineAudio.Peak(dbm0) * 1.7;
        var state = 0.0;
        return
        [
            .. Enumerable.Range(0, seconds * LineAudio.SampleRate)
                .Select(_ => (short)(state = (0.6 * state) + (peak * ((random.NextDouble() * 2) - 1) * 0.8))),
        ];
    }
}
