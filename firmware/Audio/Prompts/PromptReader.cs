using System.Runtime.InteropServices;
using Switchhook.Audio.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>Reads sound files of any format and rate that libsndfile knows (WAV, FLAC, Ogg, MP3 …) as 8 kHz mono.</summary>
/// <remarks>Read in pieces: a file of half an hour in studio quality would not fit a small box's memory.</remarks>
public static class PromptReader
{
    /// <summary>The longest prompt.</summary>
    public static readonly TimeSpan MaxLength = TimeSpan.FromMinutes(30);

    private const int FramesAtOnce = 8192;
    private const int LowestRate = 4000;
    private const int HighestRate = 384_000;
    private const int MostChannels = 16;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the prompt in the site file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no sound file that can be read, or it is too long; told in words.</exception>
    public static Prompt Load(string path, string name)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        // Pipes and devices have no length either: opening one could wait for ever.
        if (new FileInfo(path).Length == 0)
        {
            throw new InvalidDataException($"{path} is empty.");
        }

        return new Prompt(name, Read(path));
    }

    /// <summary>How long a file says it is; null when it is no sound file that can be read, or does not say.</summary>
    /// <param name="path">The file.</param>
    public static unsafe TimeSpan? LengthOf(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return null;
        }

        SndFile.Info info = default;
        var file = SndFile.Open(path, SndFile.Read, &info);
        if (file == 0)
        {
            return null;
        }

        _ = SndFile.Close(file);
        var seconds = (double)info.Frames / Math.Max(1, info.SampleRate);
        return seconds is > 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static unsafe short[] Read(string path)
    {
        SndFile.Info info = default;
        var file = SndFile.Open(path, SndFile.Read, &info);
        if (file == 0)
        {
            throw new InvalidDataException($"{path} is no sound file that can be read: {Marshal.PtrToStringUTF8(SndFile.LastError(0))}");
        }

        try
        {
            if (info.SampleRate is < LowestRate or > HighestRate || info.Channels is < 1 or > MostChannels)
            {
                throw new InvalidDataException(
                    $"{path} has {info.SampleRate} Hz and {info.Channels} channels; {LowestRate} to {HighestRate} Hz and up to "
                    + $"{MostChannels} channels can be read.");
            }

            return Convert(path, file, info);
        }
        finally
        {
            _ = SndFile.Close(file);
        }
    }

    // The header's length is not trusted: programs that write to pipes leave it out or lie.
    private static short[] Convert(string path, nint file, SndFile.Info info)
    {
        using var resampler = new Resampler(info.SampleRate);
        var result = new List<short>();
        var interleaved = new float[FramesAtOnce * info.Channels];
        var mono = new float[FramesAtOnce];
        int frames;
        do
        {
            frames = ReadMono(file, info.Channels, interleaved, mono);
            resampler.Convert(mono, frames, result);
            if (result.Count > MaxLength.TotalSeconds * LineAudio.SampleRate)
            {
                throw new InvalidDataException($"{path} is longer than {MaxLength.TotalMinutes:0} minutes; shorten it.");
            }
        }
        while (frames > 0);
        return result.Count > 0 ? [.. result] : throw new InvalidDataException($"{path} holds no sound.");
    }

    private static unsafe int ReadMono(nint file, int channels, float[] interleaved, float[] mono)
    {
        int frames;
        fixed (float* start = interleaved)
        {
            frames = (int)SndFile.ReadFrames(file, start, mono.Length);
        }

        for (var i = 0; i < frames; i++)
        {
            var sum = 0f;
            for (var channel = 0; channel < channels; channel++)
            {
                sum += interleaved[(i * channels) + channel];
            }

            // Files of floating point can hold what is no number at all.
            mono[i] = float.IsFinite(sum) ? sum / channels : 0;
        }

        return Math.Max(0, frames);
    }
}
