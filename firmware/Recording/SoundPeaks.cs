using Switchhook.Audio.Codecs;
using Switchhook.Recording.Wav;

namespace Switchhook.Recording;

/// <summary>How loud a recording is along its time: a picture of it. 0 is silence, 1 the loudest that G.711 can say.</summary>
/// <param name="Left">What the outer party said, one value for each piece of the time.</param>
/// <param name="Right">What it heard.</param>
public sealed record SoundPeaks(IReadOnlyList<float> Left, IReadOnlyList<float> Right)
{
    /// <summary>Most pieces of a picture.</summary>
    public const int MostPieces = 2000;

    // Of a long recording a piece is many seconds, of which these parts are looked at, so that a day of sound is read as fast as a minute.
    private const int PartBytes = 1024;
    private const int MostParts = 4;
    private const float Full = 32768;

    /// <summary>Reads a recording: at most 4 KiB for each piece.</summary>
    /// <param name="wav">A recording as <see cref="RecordingReader"/> opens it, at its beginning.</param>
    /// <param name="pieces">How many pieces, 1 to <see cref="MostPieces"/>; of a very short recording there are fewer.</param>
    /// <returns>Null when it is no recording of this box.</returns>
    /// <exception cref="IOException">The disk does not give it.</exception>
    public static SoundPeaks? Read(Stream wav, int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieces, MostPieces);
        Span<byte> header = stackalloc byte[WavHeader.Size];
        if (wav.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || WavHeader.LawOf(header) is not { } law)
        {
            return null;
        }

        var frames = (wav.Length - WavHeader.Size) / WavHeader.FrameBytes;
        var count = (int)Math.Min(pieces, frames);
        var (left, right) = (new float[count], new float[count]);
        Span<byte> part = stackalloc byte[PartBytes];
        for (var piece = 0; piece < count; piece++)
        {
            var (from, to) = (frames * piece / count, frames * (piece + 1) / count);
            foreach (var (begin, length) in Parts(from, to))
            {
                wav.Position = WavHeader.Size + (begin * WavHeader.FrameBytes);
                var read = part[..wav.ReadAtLeast(part[..length], length, throwOnEndOfStream: false)];
                for (var i = 0; i + 1 < read.Length; i += WavHeader.FrameBytes)
                {
                    left[piece] = Math.Max(left[piece], Math.Abs((int)G711.Decode(read[i], law)) / Full);
                    right[piece] = Math.Max(right[piece], Math.Abs((int)G711.Decode(read[i + 1], law)) / Full);
                }
            }
        }

        return new SoundPeaks(left, right);
    }

    // First frame and length in bytes of what is looked at between two frames.
    private static IEnumerable<(long Begin, int Bytes)> Parts(long from, long to)
    {
        const int Frames = PartBytes / WavHeader.FrameBytes;
        var whole = (to - from + Frames - 1) / Frames;
        var parts = Math.Min(whole, MostParts);
        for (var part = 0; part < parts; part++)
        {
            var begin = whole <= MostParts ? from + (part * Frames) : from + ((to - from - Frames) * part / (parts - 1));
            yield return (begin, (int)Math.Min(Frames, to - begin) * WavHeader.FrameBytes);
        }
    }
}
