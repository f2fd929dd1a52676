using Switchhook.Audio.Detecting;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio.Detecting;

/// <summary>Keys by formula, at all places in a frame: nothing of them gets through, and speech does.</summary>
public sealed class KeyFilterTests
{
    private const int Delay = KeyFilter.DelayFrames * LineAudio.BlockSamples;

    [Theory]
    [InlineData(697, 1209, -6)]
    [InlineData(697, 1209, -25)]
    [InlineData(770, 1336, -10)]
    [InlineData(852, 1477, -10)]
    [InlineData(941, 1633, -20)]
    public void Nothing_of_a_key_gets_through(double low, double high, double dbm0)
    {
        for (var offset = 0; offset < LineAudio.BlockSamples; offset += 13)
        {
            short[] said =
            [
                .. new short[800 + offset],
                .. SoundMaker.Sines(TimeSpan.FromMilliseconds(237), (low, dbm0), (high, dbm0)),
                .. new short[1600],
            ];

            Assert.All(Filter(said), sample => Assert.Equal(0, sample));
        }
    }

    [Fact]
    public void Other_sound_comes_later_and_as_it_was()
    {
        var said = SoundMaker.Noise(TimeSpan.FromSeconds(10), -20, new Random(1));

        var heard = Filter(said);

        Assert.Equal(new short[Delay], heard[..Delay]);
        Assert.Equal(said[..^Delay], heard[Delay..]);
    }

    [Fact]
    public void Speech_before_and_after_a_key_gets_through()
    {
        var word = SoundMaker.Sines(TimeSpan.FromMilliseconds(400), (300, -15));
        short[] said =
        [
            .. word,
            .. new short[800],
            .. SoundMaker.Sines(TimeSpan.FromMilliseconds(100), (770, -10), (1336, -10)),
            .. new short[800],
            .. word,
            .. new short[800],
        ];

        var heard = Filter(said);

        Assert.Equal(word, heard[Delay..(Delay + word.Length)]);
        Assert.Equal(word, heard[(said.Length - 800 - word.Length + Delay)..(said.Length - 800 + Delay)]);
    }

    private static short[] Filter(short[] said)
    {
        using var filter = new KeyFilter();
        var heard = said[..(said.Length / LineAudio.BlockSamples * LineAudio.BlockSamples)];
        for (var frame = 0; frame < heard.Length; frame += LineAudio.BlockSamples)
        {
            filter.Process(heard.AsSpan(frame, LineAudio.BlockSamples));
        }

        return heard;
    }
}
