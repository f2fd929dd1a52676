namespace Switchhook.Hardware.Lines;

/// <summary>Sound that comes in at a device and belongs to no call: a music player at a line-in. One thread.</summary>
public interface ISoundInput : IDisposable
{
    /// <summary>Samples per second, 8,000 to 48,000.</summary>
    int Rate { get; }

    /// <summary>Channels, 1 or 2.</summary>
    int Channels { get; }

    /// <summary>Takes 20 ms of sound, and waits for it.</summary>
    /// <param name="samples">As many as 20 ms have, interleaved.</param>
    /// <param name="limit">How long it waits at most.</param>
    /// <returns>False when it did not come in time.</returns>
    /// <exception cref="IOException">The device is gone; the message tells the cure.</exception>
    bool Read(Span<short> samples, TimeSpan limit);
}
