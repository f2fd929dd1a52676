using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Guest.Lines;

/// <summary>Speech between two ports, measured.</summary>
/// <remarks>
/// The buffers between two threads mend a late machine by dropping or repeating a sample in a block, which moves the sound about in time.
/// So it is compared in short pieces, each wherever it is, and the piece in the middle of all counts. An emulated machine can be late for
/// seconds on end when its host is busy: then it is said again, and what a path does to all of it, it does each time.
/// </remarks>
internal static class Conversation
{
    private const int Piece = LineAudio.BlockSamples;
    private const int LongestDelay = LineAudio.SampleRate / 2;

    // Two buffers of 120 ms, at either end of the loop of sound devices, are the longest way.
    private const double MostDelay = 450;
    private const int MostTimes = 8;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>One port speaks, and another must hear it: as loud, soon, and clean.</summary>
    public static Task Carries(LineProbe from, LineProbe to, string name, Measurements measured) =>
        Carries(sound => from.Say(sound), to.Hear, name, measured);

    /// <summary>Someone speaks, and someone else must hear it: as loud, soon, and clean.</summary>
    /// <param name="say">Says a sound.</param>
    /// <param name="hear">Listens for so many seconds from now on.</param>
    /// <param name="name">What the measurements are called.</param>
    /// <param name="measured">Takes delay, level and noise.</param>
    public static async Task Carries(Action<short[]> say, Func<double, Task<short[]>> hear, string name, Measurements measured)
    {
        var said = Speech();
        for (var times = 1; ; times++)
        {
            var hearing = hear(Length.TotalSeconds + 0.8);
            say(said);
            var heard = await hearing;
            measured.Note($"{name}: times said", times);
            try
            {
                Report(said, heard, name, measured);
                return;
            }
            catch (ScenarioFailedException failed) when (times < MostTimes)
            {
                Console.WriteLine($"    said again: {failed.Message}");
            }
        }
    }

    private static void Report(short[] said, short[] heard, string name, Measurements measured)
    {
        Check.That(heard.Length >= said.Length + LongestDelay, $"{name}: only {heard.Length} samples came.");
        SoundComparison[] pieces =
        [
            .. from at in Enumerable.Range(5, (said.Length / Piece) - 10).Select(piece => piece * Piece)
               select SoundComparison.Of(said.AsSpan(at, Piece), heard.AsSpan(at, Piece + LongestDelay), LongestDelay),
        ];
        var delay = Middle(pieces, piece => piece.DelaySamples / 8.0);
        var level = Middle(pieces, piece => piece.LevelDb);
        var noise = Middle(pieces, piece => piece.SignalToNoiseDb);
        measured.Note($"{name}: delay, ms", delay);
        measured.Note($"{name}: level, dB", level);
        measured.Note($"{name}: signal to noise, dB", noise);
        Check.Within(level, -1.5, 1.5, $"{name}: the level in dB");
        Check.Within(noise, 6, 99, $"{name}: signal to noise in dB");
        Check.Within(delay, 0, MostDelay, $"{name}: the delay in ms");
    }

    private static double Middle(SoundComparison[] pieces, Func<SoundComparison, double> value) =>
        pieces.Select(value).Order().ElementAt(pieces.Length / 2);

    // Many tones without a common period, low enough that a sample more or less makes little difference.
    private static short[] Speech()
    {
        var random = new Random(1);
        return SoundMaker.Sines(Length, [.. Enumerable.Range(0, 30).Select(_ => (300 + (random.NextDouble() * 300), -28.0))]);
    }
}
