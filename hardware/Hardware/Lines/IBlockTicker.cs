namespace Switchhook.Hardware.Lines;

/// <summary>An absolute clock of one tick per block of 20 ms: a late tick does not shift the ones after it.</summary>
public interface IBlockTicker
{
    /// <summary>Blocks the calling thread until the next tick is due, and returns how late the thread woke up.</summary>
    /// <remarks>After a stall of several blocks the missed ticks follow at once, so that sound is late but whole.</remarks>
    TimeSpan WaitForTick();
}
