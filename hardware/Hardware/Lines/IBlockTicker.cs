namespace Switchhook.Hardware.Lines;

/// <summary>An absolute clock of one tick per block of 20 ms: a late tick does not shift the ones after it.</summary>
public interface IBlockTicker
{
    /// <summary>Prepares the calling thread, which will wait for the ticks.</summary>
    /// <returns>In words what it got: real-time priority, or why not.</returns>
    string Enter();

    /// <summary>Blocks the calling thread until the next tick is due, and returns how late the thread woke up.</summary>
    /// <remarks>After a stall of several blocks the missed ticks follow at once, so that sound is late but whole.</remarks>
    TimeSpan WaitForTick();

    /// <summary>Processor time that the calling thread has used.</summary>
    TimeSpan ThreadCpuTime { get; }
}
