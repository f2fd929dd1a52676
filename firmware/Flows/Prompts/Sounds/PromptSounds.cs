using System.Globalization;
using System.Text.RegularExpressions;
using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Prompts.Sounds;

/// <summary>
/// Prompts that people have uploaded: one file for each prompt and language, <c>NAME.LANGUAGE.wav</c>. They are heard instead of what the
/// site file says. Any thread; one writer at a time.
/// </summary>
/// <param name="folder">Where they are.</param>
/// <param name="time">The clock.</param>
public sealed partial class PromptSounds(string folder, TimeProvider time)
{
    /// <summary>The longest.</summary>
    public static readonly TimeSpan MaxLength = TimeSpan.FromMinutes(10);

    private const string AtFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int HeaderLength = 44;

    /// <summary>The file of a prompt; null when nobody has given one.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag.</param>
    public string? FileOf(string name, string language) => PathOf(name, language) is var path && File.Exists(path) ? path : null;

    /// <summary>Where the sound of a prompt comes from; null when nobody has given one.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag.</param>
    public PromptSound? Find(string name, string language)
    {
        if (FileOf(name, language) is not { } path)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            var note = NotedWav.ReadNote(stream)?.Split(" | ", 2);
            var at = note is [var first, _]
                && DateTimeOffset.TryParseExact(
                    first, AtFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var noted)
                ? noted
                : new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
            var seconds = (stream.Length - HeaderLength) / (2.0 * LineAudio.SampleRate);
            return new PromptSound(note is [_, var how] ? how : "put there by hand", at, TimeSpan.FromSeconds(Math.Max(0, seconds)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps a sound, whole or not at all, also when the power fails.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag.</param>
    /// <param name="samples">8 kHz, linear.</param>
    /// <param name="how">Where it comes from, such as "uploaded by ana".</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Save(string name, string language, ReadOnlySpan<short> samples, string how)
    {
        var path = PathOf(name, language);
        Directory.CreateDirectory(folder);
        using (var stream = new FileStream(path + ".part", FileMode.Create, FileAccess.ReadWrite))
        {
            var at = time.GetUtcNow().UtcDateTime.ToString(AtFormat, CultureInfo.InvariantCulture);
            NotedWav.Write(stream, samples, $"{at} | {how}");
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Removes a sound; the site file is heard again.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag.</param>
    /// <returns>False when there was none.</returns>
    public bool Remove(string name, string language)
    {
        if (FileOf(name, language) is not { } path)
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    // Names and languages are checked before they get here; a path is still made of nothing else.
    private string PathOf(string name, string language) => GoodPart().IsMatch(name) && GoodPart().IsMatch(language)
        ? Path.Combine(folder, $"{name}.{language}.wav")
        : throw new ArgumentException($"\"{name}\" in \"{language}\" cannot be the name of a file.", nameof(name));

    [GeneratedRegex("^[A-Za-z0-9-]{1,90}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoodPart();
}

/// <summary>A sound that somebody has given.</summary>
/// <param name="How">Where it comes from, such as "uploaded by ana".</param>
/// <param name="At">When.</param>
/// <param name="Length">About how long it is.</param>
public sealed record PromptSound(string How, DateTimeOffset At, TimeSpan Length);
