using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Prompts.Recording;

/// <summary>Takes the silence off both ends of a recording. Pure.</summary>
internal static class PromptTrim
{
    private const int Block = LineAudio.BlockSamples;

    /// <summary>Softer by more than speech is no speech, however quiet the room.</summary>
    private const double BelowSpeechDb = 28;

    /// <summary>Louder than that against speech is speech, however noisy the room.</summary>
    private const double MostBelowSpeechDb = 12;

    private const double AboveNoiseDb = 8;

    /// <summary>What is left before the first word and after the last: soft sounds at their edges.</summary>
    private const int Before = 5;
    private const int After = 10;

    /// <summary>The part from the first to the last sound; empty when there is none.</summary>
    /// <param name="samples">8 kHz, linear.</param>
    public static ReadOnlyMemory<short> Of(ReadOnlyMemory<short> samples)
    {
        if (SpeechLevel.Measure(samples.Span) is not { } level)
        {
            return default;
        }

        var blocks = Levels(samples.Span);
        var noise = blocks.Order().ElementAt(blocks.Length / 10);
        var threshold = Math.Clamp(noise + AboveNoiseDb, level - BelowSpeechDb, level - MostBelowSpeechDb);
        var (first, last) = (Array.FindIndex(blocks, IsSound), Array.FindLastIndex(blocks, IsSound));
        if (first < 0)
        {
            return default;
        }

        var from = Math.Max(0, first - Before) * Block;
        var to = Math.Min(samples.Length, (last + 1 + After) * Block);
        return samples[from..to];

        bool IsSound(double block) => block >= threshold;
    }

    private static double[] Levels(ReadOnlySpan<short> samples)
    {
        var blocks = new double[(samples.Length + Block - 1) / Block];
        for (var i = 0; i < blocks.Length; i++)
        {
            var power = 1e-9;
            var block = samples[(i * Block)..Math.Min(samples.Length, (i + 1) * Block)];
            foreach (var sample in block)
            {
                power += (double)sample * sample / block.Length;
            }

            blocks[i] = 10 * Math.Log10(2 * power / (LineAudio.PeakOf0Dbm0 * LineAudio.PeakOf0Dbm0));
        }

        return blocks;
    }
}
