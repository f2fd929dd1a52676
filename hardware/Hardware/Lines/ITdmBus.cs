namespace Switchhook.Hardware.Lines;

/// <summary>Sound of several channels in the time slots of one frame clock (PCM highway, I²S-TDM): 8 kHz, 16-bit linear.</summary>
public interface ITdmBus : IDisposable
{
    /// <summary>Number of channels, the same in both directions.</summary>
    int Channels { get; }

    /// <summary>
    /// Blocks the calling thread until one block of 20 ms has moved in both directions. Samples are interleaved: of each moment one sample
    /// for each channel. Allocates nothing.
    /// </summary>
    /// <param name="play">The samples to send, <see cref="LineAudio.BlockSamples"/> × <see cref="Channels"/>.</param>
    /// <param name="captured">Takes as many that came.</param>
    /// <param name="limit">How long to wait at most.</param>
    /// <returns>False when no block came within the limit: the frame clock stands still.</returns>
    /// <exception cref="IOException">The device is gone.</exception>
    bool Exchange(ReadOnlySpan<short> play, Span<short> captured, TimeSpan limit);
}
