using Switchhook.Flows.Prompts.Recording;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Prompts.Recording;

/// <summary>Silence is taken off a recording, and nothing of what was said.</summary>
public sealed class PromptTrimTests
{
    private static readonly short[] Speech = SpeechMaker.Speech(TimeSpan.FromSeconds(3), 140, new Random(5));

    [Theory]
    [InlineData(-90)]
    [InlineData(-50)]
    [InlineData(-38)]
    public void Both_ends_are_trimmed_in_quiet_rooms_and_in_noisy_ones(double noiseDbm0)
    {
        var sound = SoundMaker.Mix(
            SoundMaker.Noise(TimeSpan.FromSeconds(8), noiseDbm0, new Random(2)), [.. new short[16_000], .. Speech]);
        var kept = PromptTrim.Of(sound);

        Assert.InRange(kept.Length, Speech.Length - 2400, Speech.Length + 5000);
        Assert.True(sound.AsSpan(14_000, 20_000).IndexOf(kept.Span[..400]) >= 0, "it begins just before the first word");
    }

    [Fact]
    public void Speech_without_any_silence_stays_whole() =>
        Assert.InRange(PromptTrim.Of(Speech).Length, Speech.Length - 2400, Speech.Length);

    [Fact]
    public void Nothing_is_left_of_silence()
    {
        Assert.Equal(0, PromptTrim.Of(new short[8000]).Length);
        Assert.Equal(0, PromptTrim.Of(Array.Empty<short>()).Length);
    }
}
