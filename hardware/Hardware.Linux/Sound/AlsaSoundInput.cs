using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>The line-in or microphone of a sound card, as ALSA shows it. Nothing is converted here.</summary>
public sealed class AlsaSoundInput : ISoundInput
{
    // What telephones need first; the others are what sound cards do.
    private static readonly int[] Rates = [LineAudio.SampleRate, 16_000, 48_000, 44_100, 32_000];

    private readonly AlsaPcm _capture;
    private readonly CaptureStream _stream;

    private AlsaSoundInput(string device, AlsaPcm capture, int rate, int channels, TimeProvider time)
    {
        (_capture, Rate, Channels) = (capture, rate, channels);
        _stream = new CaptureStream(device, capture, channels, time);
    }

    /// <inheritdoc/>
    public int Rate { get; }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <summary>Opens the capture of a device at the first rate that it takes.</summary>
    /// <param name="device">Name, such as <c>hw:1,0</c>.</param>
    /// <param name="time">Measures the limits.</param>
    /// <exception cref="IOException">The device is missing, in use, or offers something else; or libasound2 is missing.</exception>
    public static AlsaSoundInput Open(string device, TimeProvider time)
    {
        try
        {
            Alsa.Quiet();
            IOException? last = null;
            foreach (var (rate, channels) in Rates.SelectMany(rate => new[] { (rate, 1), (rate, 2) }))
            {
                try
                {
                    return new AlsaSoundInput(device, new AlsaPcm(device, Alsa.Capture, channels, rate), rate, channels, time);
                }
                catch (IOException fault)
                {
                    last = fault;
                }
            }

            throw last!;
        }
        catch (DllNotFoundException missing)
        {
            throw new IOException(
                $"Sound device {device} needs the library {Alsa.Library}; install it: apt-get install libasound2", missing);
        }
    }

    /// <inheritdoc/>
    public bool Read(Span<short> samples, TimeSpan limit) => _stream.Read(samples, limit);

    /// <inheritdoc/>
    public void Dispose() => _capture.Dispose();
}
