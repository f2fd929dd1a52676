using System.Runtime.InteropServices;
using Switchhook.Audio.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>Brings mono sound of any rate to 8 kHz piece by piece, without aliases.</summary>
internal sealed unsafe class Resampler : IDisposable
{
    private readonly double _ratio;
    private readonly float[] _output = new float[4096];
    private nint _state;

    /// <summary>A converter.</summary>
    /// <exception cref="InvalidDataException">The rate is beyond what can be converted.</exception>
    public Resampler(int rate)
    {
        if (rate == LineAudio.SampleRate)
        {
            return;
        }

        _ratio = (double)LineAudio.SampleRate / rate;
        _state = SampleRate.New(SampleRate.SincMediumQuality, channels: 1, out var error);
        if (_state == 0)
        {
            throw Failed(error);
        }
    }

    /// <summary>Converts a piece, and adds what comes out to <paramref name="result"/>.</summary>
    /// <param name="samples">Holds the piece.</param>
    /// <param name="count">Length of the piece; 0 at the end, to get what the filter still holds.</param>
    /// <param name="result">Gets the samples.</param>
    public void Convert(float[] samples, int count, List<short> result)
    {
        if (_state == 0)
        {
            Add(samples.AsSpan(0, count), result);
            return;
        }

        fixed (float* input = samples)
        fixed (float* output = _output)
        {
            var data = new SampleRate.Data
            {
                Input = input,
                Output = output,
                InputFrames = count,
                OutputFrames = _output.Length,
                EndOfInput = count == 0 ? 1 : 0,
                Ratio = _ratio,
            };
            do
            {
                var error = SampleRate.Convert(_state, &data);
                if (error != 0)
                {
                    throw Failed(error);
                }

                data.Input += data.InputFramesUsed;
                data.InputFrames -= data.InputFramesUsed;
                Add(_output.AsSpan(0, (int)data.OutputFramesMade), result);
            }
            while (data.OutputFramesMade > 0);
        }
    }

    public void Dispose()
    {
        if (_state != 0)
        {
            _ = SampleRate.Delete(_state);
            _state = 0;
        }
    }

    // The filter swings beyond full scale where speech was already at it.
    private static void Add(ReadOnlySpan<float> samples, List<short> result)
    {
        foreach (var sample in samples)
        {
            result.Add((short)Math.Clamp(MathF.Round(sample * 32768), short.MinValue, short.MaxValue));
        }
    }

    private static InvalidDataException Failed(int error) =>
        new($"The sample rate cannot be converted: {Marshal.PtrToStringUTF8(SampleRate.ErrorText(error))}");
}
