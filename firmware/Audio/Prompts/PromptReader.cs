using System.Runtime.InteropServices;
using Switchhook.Audio.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>Reads sound files of any format and rate that libsndfile knows (WAV, FLAC, Ogg, MP3 …) as 8 kHz mono.</summary>
public static class PromptReader
{
    /// <summary>The longest prompt.</summary>
    public static readonly TimeSpan MaxLength = TimeSpan.FromMinutes(30);

    /// <summary>Loads a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no sound file that can be read, or it is too long; told in words.</exception>
    public static Prompt Load(string path, string name)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        var mono = ReadMono(path, out var rate);
        return new Prompt(name, ToLinear(rate == LineAudio.SampleRate ? mono : Resample(mono, rate)));
    }

    private static unsafe float[] ReadMono(string path, out int rate)
    {
        SndFile.Info info = default;
        var file = SndFile.Open(path, SndFile.Read, &info);
        if (file == 0)
        {
            throw new InvalidDataException($"{path} is no sound file that can be read: {Marshal.PtrToStringUTF8(SndFile.LastError(0))}");
        }

        try
        {
            rate = info.SampleRate;
            if (info.Frames <= 0 || rate < 1000 || info.Channels is < 1 or > 16)
            {
                throw new InvalidDataException($"{path} holds no sound, or an unusual one ({rate} Hz, {info.Channels} channels).");
            }

            if (info.Frames > MaxLength.TotalSeconds * rate)
            {
                throw new InvalidDataException($"{path} is longer than {MaxLength.TotalMinutes:0} minutes; shorten it.");
            }

            return Mix(file, (int)info.Frames, info.Channels);
        }
        finally
        {
            _ = SndFile.Close(file);
        }
    }

    private static unsafe float[] Mix(nint file, int frames, int channels)
    {
        var interleaved = new float[frames * channels];
        long read;
        fixed (float* start = interleaved)
        {
            read = SndFile.ReadFrames(file, start, frames);
        }

        var mono = new float[read];
        for (var i = 0; i < mono.Length; i++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                mono[i] += interleaved[(i * channels) + channel] / channels;
            }
        }

        return mono;
    }

    private static unsafe float[] Resample(float[] samples, int rate)
    {
        var ratio = (double)LineAudio.SampleRate / rate;
        var result = new float[(int)Math.Ceiling(samples.Length * ratio)];
        fixed (float* input = samples)
        fixed (float* output = result)
        {
            var data = new SampleRate.Data
            {
                Input = input,
                Output = output,
                InputFrames = samples.Length,
                OutputFrames = result.Length,
                EndOfInput = 1,
                Ratio = ratio,
            };
            var error = SampleRate.Convert(&data, SampleRate.SincMediumQuality, channels: 1);
            return error == 0
                ? result[..(int)data.OutputFramesMade]
                : throw new InvalidDataException($"The rate of {rate} Hz cannot be converted: {Marshal.PtrToStringUTF8(SampleRate.ErrorText(error))}");
        }
    }

    private static short[] ToLinear(float[] samples) =>
        [.. samples.Select(sample => (short)Math.Clamp(MathF.Round(sample * 32768), short.MinValue, short.MaxValue))];
}
