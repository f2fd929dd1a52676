using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts;

/// <summary>
/// Speaks texts, each once: they are kept as files for the next start, those used last when there are many. The program that the site names
/// speaks first; what it cannot, espeak-ng does.
/// </summary>
/// <param name="espeak">Makes speech where the site names no other program.</param>
/// <param name="folder">Where spoken texts are kept, named by a hash of all that makes their sound.</param>
/// <param name="time">The clock.</param>
/// <param name="config">What the site sets.</param>
/// <param name="command">Runs a program; null where none can be run.</param>
internal sealed class SpeechCache(
    ISpeechSynthesizer espeak, string folder, TimeProvider time, SpeechConfig config, ISpeechCommand? command)
{
    /// <summary>Most files that are kept.</summary>
    internal const int MostFiles = 5000;

    /// <summary>Most bytes that are kept.</summary>
    internal const long MostBytes = 200_000_000;

    private const string Ending = ".wav";

    // Of all caches of the process: an old site may still speak into the same folder.
    private static long _parts;

    // A program that is missing or stands still is not asked a hundred times.
    private const int MaxFailures = 2;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeftOver = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<string> _notes = new();

    private readonly CommandSynthesizer? _command =
        config.Command.Count > 0 && command is not null ? new CommandSynthesizer(config, command) : null;

    private int _failures;
    private long _restUntil = long.MinValue;

    /// <summary>A folder of texts that were spoken before, by another box or when an image was built; nothing in it is changed.</summary>
    public string? Delivered { get; init; }

    /// <summary>What went wrong with the program that the site names, each thing once, and no longer told the next time.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        var notes = new List<string>();
        while (_notes.TryDequeue(out var note))
        {
            notes.Add(note);
        }

        return notes;
    }

    /// <summary>The WAV file of a text that was spoken before; null for another. Any thread.</summary>
    public string? Find(string text, string language) =>
        (_command is null ? null : Kept(FileOfProgram(text, language)))
        ?? (_command is null || IsResting ? Kept(FileOfEspeak(text, language)) : null);

    /// <summary>The WAV file of a text. Any thread.</summary>
    /// <exception cref="SpeechException">The words of the exception tell the cure.</exception>
    public async Task<string> SpokenAsync(string text, string language, CancellationToken cancel)
    {
        if (Find(text, language) is { } kept)
        {
            return kept;
        }

        if (_command is { } program && !IsResting)
        {
            var file = FileOfProgram(text, language);
            if (await TryAsync(program, text, language, file, cancel))
            {
                return file;
            }
        }

        var own = FileOfEspeak(text, language);
        if (Kept(own) is { } spoken)
        {
            return spoken;
        }

        await SpeakAsync(espeak, text, config.VoiceOf(language) ?? language, own, cancel);
        return own;
    }

    /// <summary>Removes what was not used for longest, until the rest is within the limits, and what a crash has left.</summary>
    /// <param name="mostFiles">Most files that stay.</param>
    /// <param name="mostBytes">Most bytes that stay.</param>
    public void Prune(int mostFiles = MostFiles, long mostBytes = MostBytes)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var files = new DirectoryInfo(folder).GetFiles();
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var left in files.Where(file => file.Extension != Ending && now - file.LastWriteTimeUtc > LeftOver))
        {
            left.Delete();
        }

        var (count, bytes) = (0, 0L);
        foreach (var file in files.Where(file => file.Extension == Ending).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            (count, bytes) = (count + 1, bytes + file.Length);
            if (count > mostFiles || bytes > mostBytes)
            {
                file.Delete();
            }
        }
    }

    private async Task<bool> TryAsync(
        CommandSynthesizer program, string text, string language, string file, CancellationToken cancel)
    {
        try
        {
            await SpeakAsync(program, text, language, file, cancel);
            Interlocked.Exchange(ref _failures, 0);
            return true;
        }
        catch (SpeechException fault)
        {
            if (Interlocked.Increment(ref _failures) >= MaxFailures)
            {
                Interlocked.Exchange(ref _restUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            }

            if (!_notes.Contains(fault.Message))
            {
                _notes.Enqueue(fault.Message);
            }

            return false;
        }
    }

    // Under a name of its own first: the same text may be wanted twice at a time.
    private async Task SpeakAsync(ISpeechSynthesizer voice, string text, string language, string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var made = $"{file}.{Interlocked.Increment(ref _parts)}";
        await voice.SpeakAsync(text, language, made, cancel);
        Narrow(made);
        Use(made);
        File.Move(made, file, overwrite: true);
    }

    // To what calls carry: to convert hundreds of sentences at each start would take seconds, and thrice the room.
    private static void Narrow(string file)
    {
        try
        {
            var samples = PromptReader.Load(file, file).Samples;
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            WavWriter.Write(stream, samples.Span);
        }
        catch (InvalidDataException fault)
        {
            File.Delete(file);
            throw new SpeechException(fault.Message, fault);
        }
    }

    private bool IsResting => time.GetTimestamp() < Interlocked.Read(ref _restUntil);

    private string? Kept(string file)
    {
        if (File.Exists(file))
        {
            Use(file);
            return file;
        }

        return Delivered is { } others && Path.Combine(others, Path.GetFileName(file)) is var delivered && File.Exists(delivered)
            ? delivered
            : null;
    }

    // The time of the file is when it was used last.
    private void Use(string file) => File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);

    private string FileOfProgram(string text, string language) =>
        FileOf([.. config.Command, config.VoiceOf(language) ?? "", language, text]);

    private string FileOfEspeak(string text, string language) => FileOf(["espeak-ng", config.VoiceOf(language) ?? "", language, text]);

    private string FileOf(string[] parts)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..24];
        return Path.Combine(folder, hash + Ending);
    }
}
