namespace Switchhook.Hardware.Watchdog;

/// <summary>A timer that resets the board unless it is fed in time. Disposing is the orderly end: it no longer waits for food.</summary>
public interface IWatchdog : IDisposable
{
    /// <summary>So long after the last feeding the board is reset.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Starts its time anew.</summary>
    /// <exception cref="IOException">It does not take it.</exception>
    void Feed();
}
