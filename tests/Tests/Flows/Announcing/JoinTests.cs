using System.Collections.Immutable;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Announcing;

namespace Switchhook.Tests.Flows.Announcing;

/// <summary>What a caller hears where two phrases meet.</summary>
public sealed class JoinTests
{
    // A square of the loudest kind begins and ends in the middle of its swing, which is a click where nothing fades it.
    private static readonly short[] Rough = [.. Enumerable.Range(0, 4000).Select(i => (short)(i % 20 < 10 ? 12_000 : -12_000))];

    [Fact]
    public void Phrases_join_without_a_click()
    {
        var levelled = SpeechLeveller.Level(Rough);
        var message = Join(levelled);
        var largest = levelled.Max(sample => Math.Abs((int)sample));

        Assert.True(Jump(Join(Rough), 4000) >= 11_999);
        Assert.InRange(Jump(message, 0), 0, largest / 50);
        Assert.InRange(Jump(message, 4000), 0, largest / 50);
        Assert.InRange(Jump(message, 6000), 0, largest / 50);
        Assert.InRange(Jump(message, message.Length), 0, largest / 50);
    }

    private static short[] Join(short[] samples)
    {
        var spoken = new[] { Phrase.ThankYou, Phrase.Ready }.ToImmutableDictionary(phrase => phrase, _ => (ReadOnlyMemory<short>)samples);
        return new Announcements(spoken, _ => "").Make(Phrase.ThankYou, Phrase.Ready).Prompt!.Samples.ToArray();
    }

    // From one sample to the next; before the first and after the last there is silence.
    private static int Jump(short[] samples, int at) =>
        Math.Abs((at < samples.Length ? samples[at] : 0) - (at > 0 ? samples[at - 1] : 0));
}
