namespace Switchhook.Hardware.Spi;

/// <summary>
/// A bus that moves many short frames at once: chips with byte-wide registers want the chip select to go inactive after each frame, and
/// a call of the kernel for each would cost more time than the frames.
/// </summary>
public interface ISpiBatch
{
    /// <summary>
    /// Sends and reads frames of equal length, one after the other, each with a chip select pulse of its own. The bus drives its own chip
    /// select. Allocates nothing.
    /// </summary>
    /// <param name="write">The frames to send.</param>
    /// <param name="read">Takes as many bytes; of the same length.</param>
    /// <param name="frameLength">Bytes in a frame; the frames are whole.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    void Exchange(ReadOnlySpan<byte> write, Span<byte> read, int frameLength);
}
