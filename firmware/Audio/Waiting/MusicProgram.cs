using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>
/// A round of music: pieces and announcements in a row, with a short silence after each, that is played again and again. Immutable: any
/// number of listeners share its sound, and each has a place of his own in it.
/// </summary>
public sealed class MusicProgram
{
    /// <summary>Silence after each part: 400 ms.</summary>
    internal const int GapSamples = LineAudio.SampleRate * 2 / 5;

    private readonly MusicPart[] _parts;

    /// <param name="parts">At least one that holds sound; their ends are faded already.</param>
    /// <exception cref="ArgumentException">None holds sound.</exception>
    public MusicProgram(IEnumerable<MusicPart> parts)
    {
        _parts = [.. parts.Where(part => !part.Samples.IsEmpty)];
        if (_parts.Length == 0)
        {
            throw new ArgumentException("Music needs at least one part.", nameof(parts));
        }

        Length = _parts.Sum(part => (long)part.Samples.Length + GapSamples);
    }

    /// <summary>The whole round with its silences, in samples of 8 kHz.</summary>
    public long Length { get; }

    /// <summary>What one listener hears, without end.</summary>
    /// <param name="position">
    /// Where the music is that others hear already, in samples, not negative. In the middle of an announcement it begins with that one.
    /// </param>
    public IFrameSource Open(long position)
    {
        var rest = position % Length;
        for (var part = 0; ; part++)
        {
            var whole = _parts[part].Samples.Length + GapSamples;
            if (rest < whole)
            {
                return new MusicSource(_parts, part, _parts[part].IsAnnouncement ? 0 : (int)rest);
            }

            rest -= whole;
        }
    }
}

/// <summary>A part of music.</summary>
/// <param name="Samples">8 kHz, linear.</param>
/// <param name="IsAnnouncement">True for words, which nobody wants to hear from their middle.</param>
public readonly record struct MusicPart(ReadOnlyMemory<short> Samples, bool IsAnnouncement);
