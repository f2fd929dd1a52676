using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>
/// The time slots of a sound card (I²S or PCM in TDM mode) as ALSA shows them: one capture and one playback stream of as many channels,
/// 8 kHz, 16 or 32 bits (of which the upper 16 are the sample).
/// </summary>
public sealed class AlsaTdmBus : ITdmBus
{
    /// <summary>Blocks of lead, if not told otherwise: 40 ms, of which 20 ms are left when the next block is due.</summary>
    public const int UsualLead = 2;

    /// <summary>Blocks of lead at most: more would not leave room for the block that comes.</summary>
    public const int MostLead = 6;

    private readonly AlsaPcm _capture;
    private readonly AlsaPcm _playback;
    private readonly TdmStream _stream;

    private AlsaTdmBus(string device, AlsaPcm capture, AlsaPcm playback, int channels, int lead, TimeProvider time)
    {
        (_capture, _playback, Channels) = (capture, playback, channels);
        IsLinked = AlsaPcm.Link(capture, playback);
        _stream = new TdmStream(device, capture, playback, IsLinked, channels, lead, time);
    }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <summary>True when the card starts and stops both directions in the same moment.</summary>
    public bool IsLinked { get; }

    /// <summary>How often a direction ran over or dry, and both were started anew; any thread.</summary>
    public long Restarts => _stream.Restarts;

    /// <summary>Blocks that were not played because playback was full; any thread.</summary>
    public long Skipped => _stream.Skipped;

    /// <summary>Opens both directions of a card. They start with the first block.</summary>
    /// <param name="device">Name of the device, such as <c>hw:2,0</c> or <c>hw:Si3217x,0</c>.</param>
    /// <param name="channels">Channels, exactly.</param>
    /// <param name="time">Measures the limits.</param>
    /// <param name="lead">Blocks of silence that playback starts with, 1 to <see cref="MostLead"/>; one less may be late.</param>
    /// <exception cref="IOException">The device is missing, in use, or offers something else; or libasound2 is missing.</exception>
    public static AlsaTdmBus Open(string device, int channels, TimeProvider time, int lead = UsualLead)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lead, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lead, MostLead);
        AlsaPcm? capture = null;
        AlsaPcm? playback = null;
        try
        {
            Alsa.Quiet();
            capture = new AlsaPcm(device, Alsa.Capture, channels);
            playback = new AlsaPcm(device, Alsa.Playback, channels);
            return new AlsaTdmBus(device, capture, playback, channels, lead, time);
        }
        catch (DllNotFoundException missing)
        {
            throw new IOException(
                $"Sound device {device} needs the library {Alsa.Library}; install it: apt-get install libasound2", missing);
        }
        catch
        {
            capture?.Dispose();
            playback?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Exchange(ReadOnlySpan<short> play, Span<short> captured, TimeSpan limit)
    {
        var samples = LineAudio.BlockSamples * Channels;
        if (play.Length != samples || captured.Length != samples)
        {
            throw new ArgumentException(
                $"A block of {Channels} channels is {samples} samples, not {play.Length} or {captured.Length}.", nameof(play));
        }

        return _stream.Exchange(play, captured, limit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _capture.Dispose();
        _playback.Dispose();
    }
}
