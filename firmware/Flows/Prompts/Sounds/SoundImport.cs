using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Prompts.Sounds;

/// <summary>Takes sound files of any kind: what libsndfile reads, and what else sox reads where it is installed.</summary>
/// <param name="folder">For the files while they are read.</param>
/// <param name="programs">Runs sox; null where none can be run.</param>
public sealed class SoundImport(string folder, ISpeechCommand? programs)
{
    /// <summary>The largest file: ten minutes of CD quality in stereo would be larger, and no telephone needs it.</summary>
    public const int MaxFile = 20 * 1024 * 1024;

    private static readonly TimeSpan SoxLimit = TimeSpan.FromSeconds(30);

    private static long _files;

    /// <summary>Reads a file as 8 kHz mono.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidDataException">It cannot be read, or is too long; told in words.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task<short[]> ReadAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"upload-{Environment.ProcessId}-{Interlocked.Increment(ref _files)}");
        var converted = file + ".wav";
        try
        {
            await File.WriteAllBytesAsync(file, content, cancel);
            var samples = await Task.Run(() => TryRead(file), cancel) ?? await BySoxAsync(file, converted, cancel);
            return samples.Length <= PromptSounds.MaxLength.TotalSeconds * LineAudio.SampleRate
                ? samples
                : throw new InvalidDataException($"The sound is longer than {PromptSounds.MaxLength.TotalMinutes:0} minutes; shorten it.");
        }
        finally
        {
            File.Delete(file);
            File.Delete(converted);
        }
    }

    private async Task<short[]> BySoxAsync(string file, string converted, CancellationToken cancel)
    {
        try
        {
            if (programs is not null)
            {
                await programs.RunAsync(["sox", "-V1", file, "-r", "8000", "-c", "1", "-b", "16", converted], SoxLimit, cancel);
                if (await Task.Run(() => TryRead(converted), cancel) is { } samples)
                {
                    return samples;
                }
            }
        }
        catch (SpeechException)
        {
            // Missing, or it cannot read the file either: the answer is the same.
        }

        throw new InvalidDataException("This is no sound file that can be read. Save it as WAV, FLAC, Ogg or MP3 and send it again.");
    }

    private static short[]? TryRead(string file)
    {
        try
        {
            return PromptReader.Load(file, "upload").Samples.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
