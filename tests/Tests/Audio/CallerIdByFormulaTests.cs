using System.Text;
using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

/// <summary>The caller-ID receiver against bursts of a modulator of our own, and the burst's shape against GR-30.</summary>
public class CallerIdByFormulaTests
{
    private static readonly byte[] Message = [0x80, 12, 2, 10, .. Encoding.ASCII.GetBytes("3125550142")];

    [Theory]
    [InlineData(1200, 2200, "US", -13.5)]
    [InlineData(1200, 2200, "US", -34)]
    [InlineData(1212, 2222, "US", -20)]
    [InlineData(1300, 2100, "GB", -13.5)]
    [InlineData(1300, 2100, "GB", -34)]
    [InlineData(1300, 2100, "US", -20)]
    [InlineData(1200, 2200, "GB", -20)]
    public void A_burst_is_read_once(double mark, double space, string country, double dbm0)
    {
        var log = Hear(SoundMaker.CallerIdBurst([.. Message, Checksum()], mark, space, dbm0), country);

        Assert.Equal("3125550142", Assert.IsType<Detection.CallerId>(Assert.Single(log.Heard)).Message.Number);
    }

    [Fact]
    public void A_burst_is_read_in_noise()
    {
        var burst = SoundMaker.CallerIdBurst([.. Message, Checksum()], 1200, 2200, -20);
        var noise = SoundMaker.Noise(TimeSpan.FromSeconds(1), -35, new Random(2));

        Assert.Single(Hear(SoundMaker.Mix(burst, noise), "US").Heard);
    }

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        for (var flipped = 0; flipped < 8; flipped++)
        {
            var wrong = (byte)(Checksum() ^ (1 << flipped));

            Assert.Empty(Hear(SoundMaker.CallerIdBurst([.. Message, wrong], 1200, 2200, -13.5), "US").Heard);
        }
    }

    [Theory]
    [InlineData(CallerIdScheme.FskBell202)]
    [InlineData(CallerIdScheme.FskV23)]
    [InlineData(CallerIdScheme.Dtmf)]
    public void The_burst_fits_between_two_rings(CallerIdScheme scheme)
    {
        var longest = new CallerIdMessage(new string('9', 40), new string('W', 40), null, "11230915", scheme);

        Assert.InRange(new CallerIdSource(longest, scheme).Duration, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void The_burst_begins_with_the_seizure_at_the_level_of_the_standard()
    {
        const CallerIdScheme Scheme = CallerIdScheme.FskBell202;
        var source = new CallerIdSource(new CallerIdMessage("3125550142", null, null, null, Scheme), Scheme);
        var seizure = new short[LineAudio.SampleRate / 4];
        for (var at = 0; at < seizure.Length; at += source.Read(seizure.AsSpan(at, Math.Min(LineAudio.BlockSamples, seizure.Length - at))))
        {
            // Read block by block, as a channel does.
        }

        var power = seizure.Average(sample => (double)sample * sample);
        Assert.InRange(20 * Math.Log10(Math.Sqrt(2 * power) / LineAudio.Peak(0)), -14.5, -12.5);
    }

    private static DetectionLog Hear(short[] burst, string country)
    {
        var log = new DetectionLog(Detectors.CallerId, CountryTable.Get(country));
        log.HearSilence(TimeSpan.FromMilliseconds(500));
        log.Hear(burst);
        log.HearSilence(TimeSpan.FromSeconds(1));
        return log;
    }

    // The sum of all bytes and this one is 0.
    private static byte Checksum() => (byte)-Message.Sum(value => value);
}
