using System.Collections.Immutable;
using Switchhook.Audio.Prompts;
using Switchhook.Audio.Waiting;
using Switchhook.Hardware.Lines;
using Switchhook.Site;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts;

/// <summary>Reads the pieces of a site's music, each file once, and puts them in a row.</summary>
/// <param name="siteFolder">Folder of the site file.</param>
/// <param name="random">Mixes.</param>
internal sealed class MusicLoader(string siteFolder, Random random)
{
    private readonly Dictionary<(string File, double Gain), ReadOnlyMemory<short>> _files = [];
    private long _samples;

    /// <summary>What could not be read, and why, by a name for it.</summary>
    public ImmutableDictionary<string, string>.Builder Missing { get; } =
        ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>Loads all music.</summary>
    /// <param name="site">The site.</param>
    /// <param name="prompts">Its prompts, loaded.</param>
    /// <param name="known">Music whose files need not be read again; null to read all.</param>
    public MusicLibrary Load(SiteModel site, PromptLibrary prompts, MusicLibrary? known = null)
    {
        var programs = ImmutableDictionary.CreateBuilder<(string Music, string Language), MusicProgram>();
        foreach (var music in site.Music.Values.Where(music => music.LineIn is null))
        {
            var pieces = music.Pieces.Select(piece => Piece(music, piece, prompts, known)).Where(piece => !piece.IsEmpty).ToList();
            foreach (var language in pieces.Count == 0 ? [] : site.Languages)
            {
                var between = music.Between.Select(name => prompts.Find(name, language).Prompt?.Samples ?? default)
                    .Where(samples => !samples.IsEmpty).ToList();
                programs[(music.Name, language)] = new MusicProgram(MusicPlan.Of(music, pieces, between, random));
            }
        }

        return new MusicLibrary(programs.ToImmutable()) { Files = _files.ToImmutableDictionary() };
    }

    private ReadOnlyMemory<short> Piece(MusicConfig music, MusicPiece piece, PromptLibrary prompts, MusicLibrary? known)
    {
        if (piece.Prompt is { } name)
        {
            // A prompt that is missing is told with the prompts.
            return prompts.Prompts.GetValueOrDefault(name)?.Samples is not { } samples ? default
                : music.Gain == 0 ? samples
                : SpeechLeveller.Level(samples.Span, music.Gain);
        }

        var key = (piece.File!, music.Gain);
        if (_files.TryGetValue(key, out var before))
        {
            return before;
        }

        if (known?.Files.GetValueOrDefault(key) is { IsEmpty: false } read)
        {
            return _files[key] = read;
        }

        try
        {
            return _files[key] = Read(piece.File!, music.Gain);
        }
        catch (Exception fault) when (PromptLoader.IsMissing(fault))
        {
            Missing[$"{piece.File} of music {music.Name}"] = fault.Message;
            return default;
        }
    }

    private ReadOnlyMemory<short> Read(string file, double gain)
    {
        var samples = PromptReader.Load(Path.Combine(siteFolder, file), file).Samples;
        if (_samples + samples.Length > MusicConfig.Longest.TotalSeconds * LineAudio.SampleRate)
        {
            throw new InvalidDataException(
                $"The music of the site is longer than {MusicConfig.Longest.TotalMinutes:0} minutes with it; remove or shorten pieces.");
        }

        _samples += samples.Length;
        return SpeechLeveller.Level(samples.Span, gain);
    }
}
