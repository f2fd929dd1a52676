using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Audio.Waiting;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio.Waiting;

/// <summary>Music of several pieces, to the sample.</summary>
public sealed class MusicProgramTests
{
    private const int Gap = 3200;
    private const int Fade = 160;

    [Fact]
    public void Parts_come_one_after_the_other_again_and_again()
    {
        var program = new MusicProgram([Part(1000, 500), Part(2000, 300), Part(3000, 0), Part(4000, 700)]);
        Assert.Equal(500 + 300 + 700 + (3 * Gap), program.Length);

        var heard = Read(program.Open(0), 2 * (int)program.Length);
        var gap = new short[Gap];
        short[] round = [.. Sound(1000, 500), .. gap, .. Sound(2000, 300), .. gap, .. Sound(4000, 700), .. gap];
        Assert.Equal([.. round[Fade..], .. round], heard[Fade..]);
        Assert.Equal([0, 100, 993], new[] { heard[0], heard[16], heard[159] });
    }

    [Fact]
    public void Who_comes_later_hears_what_the_others_hear()
    {
        var program = new MusicProgram([new MusicPart(Enumerable.Range(0, 20_000).Select(n => (short)n).ToArray(), false)]);
        var first = Read(program.Open(0), 12_000);
        var second = Read(program.Open(8000 + (3 * program.Length)), 4000);

        Assert.Equal(first[(8000 + Fade)..], second[Fade..]);
    }

    [Fact]
    public void Nobody_comes_into_the_middle_of_an_announcement()
    {
        var program = new MusicProgram([Part(1000, 500), new MusicPart(Sound(2000, 4000), IsAnnouncement: true)]);
        var heard = Read(program.Open(500 + Gap + 3000), 4001);

        Assert.Equal((2000, 0), (heard[3999], heard[4000]));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var source = new MusicProgram([Part(1000, 500), Part(2000, 333)]).Open(0);
        var frame = new short[160];
        source.Read(frame);

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                source.Read(frame);
            }
        }));
    }

    [Fact]
    public void A_piece_that_is_cut_hard_joins_without_a_click()
    {
        // The tone itself changes by 24 % of its peak from sample to sample at most; a cut in its middle would be a step of all of it.
        var hard = SoundMaker.Sines(TimeSpan.FromMilliseconds(501.3), (300, -9));
        var part = new MusicPart(SpeechLeveller.Level(hard), IsAnnouncement: false);
        var heard = Read(new MusicProgram([part]).Open(0), 20_000);
        var peak = heard.Max(sample => Math.Abs((int)sample));
        var step = heard.Zip(heard.Skip(1), (one, next) => Math.Abs(next - one)).Max();

        Assert.InRange(step, 0, 2 * Math.PI * 300 / 8000 * peak * 1.05);
    }

    private static MusicPart Part(short value, int length) => new(Sound(value, length), IsAnnouncement: false);

    private static short[] Sound(short value, int length) => [.. Enumerable.Repeat(value, length)];

    private static short[] Read(IFrameSource source, int samples)
    {
        var heard = new short[samples];
        for (var at = 0; at < samples; at += 160)
        {
            source.Read(heard.AsSpan(at, Math.Min(160, samples - at)));
        }

        return heard;
    }
}
