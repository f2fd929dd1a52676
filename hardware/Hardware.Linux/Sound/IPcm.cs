namespace Switchhook.Hardware.Linux.Sound;

/// <summary>One direction of a sound device. Nothing waits but <see cref="Wait"/>; errors are negative error numbers of Linux.</summary>
internal interface IPcm : IDisposable
{
    /// <summary>Makes it ready to start: it stands, and holds no sound.</summary>
    int Prepare();

    /// <summary>Lets it run.</summary>
    int Start();

    /// <summary>Stops it, and drops the sound that it holds.</summary>
    void Drop();

    /// <summary>Frames that can be moved now.</summary>
    int Available();

    /// <summary>Takes frames that came.</summary>
    /// <param name="samples">Takes them, interleaved.</param>
    /// <returns>How many frames.</returns>
    int Read(Span<short> samples);

    /// <summary>Gives frames to send.</summary>
    /// <param name="samples">The frames, interleaved.</param>
    /// <returns>How many frames fitted.</returns>
    int Write(ReadOnlySpan<short> samples);

    /// <summary>Waits until a block can be moved.</summary>
    /// <param name="limit">How long at most.</param>
    /// <returns>0 or more when there may be something to do, or the time is over.</returns>
    int Wait(TimeSpan limit);
}
