using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Audio.Waiting;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Prompts;

/// <summary>The music of a site that consists of pieces, ready to play. Immutable.</summary>
/// <param name="Programs">By name of the music and language of its announcements.</param>
public sealed record MusicLibrary(ImmutableDictionary<(string Music, string Language), MusicProgram> Programs)
{
    /// <summary>No music.</summary>
    public static readonly MusicLibrary Empty = new(ImmutableDictionary<(string Music, string Language), MusicProgram>.Empty);

    /// <summary>The files of it, so that they are read once only. By path and gain.</summary>
    internal ImmutableDictionary<(string File, double Gain), ReadOnlyMemory<short>> Files { get; init; } =
        ImmutableDictionary<(string File, double Gain), ReadOnlyMemory<short>>.Empty;

    /// <summary>What one listener hears of it: all who wait hear the same at the same time, as of a radio.</summary>
    /// <param name="name">Name of the music.</param>
    /// <param name="language">Of its announcements, an IETF tag of the site.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when nothing of it could be loaded.</returns>
    public IFrameSource? Open(string name, string language, DateTimeOffset now) =>
        Programs.TryGetValue((name, language), out var program)
            ? program.Open((now - DateTimeOffset.UnixEpoch).Ticks / (TimeSpan.TicksPerSecond / LineAudio.SampleRate))
            : null;
}
