using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>A line of the kernel in use as an input. It throws <see cref="IOException"/> once its chip is gone.</summary>
internal interface IInputLine : IDisposable
{
    /// <summary>Level now; true is high.</summary>
    bool Level { get; }

    /// <summary>Sets pull resistor and glitch filter.</summary>
    void Configure(ResistorMode resistor, TimeSpan glitch);

    /// <summary>Takes edges that wait.</summary>
    /// <param name="edges">Takes them, the oldest first.</param>
    /// <returns>How many came; 0 when none waits.</returns>
    int Read(Span<LineEdge> edges);
}

/// <summary>An edge as the kernel tells it.</summary>
/// <param name="Number">Numbered from 1 on; a gap means that edges were lost.</param>
/// <param name="Rising">True from low to high.</param>
/// <param name="At">When, in nanoseconds of the monotonic clock.</param>
internal readonly record struct LineEdge(uint Number, bool Rising, long At);
