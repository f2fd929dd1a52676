namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>Waits for blocks and events of the open channels.</summary>
internal interface IDahdiWait : IDisposable
{
    /// <summary>Sets what to wait for: events of all channels, blocks of one.</summary>
    /// <param name="channels">The open channels.</param>
    /// <param name="clock">The one whose blocks wake; null when none is open.</param>
    void Watch(IReadOnlyList<IDahdiChannel> channels, IDahdiChannel? clock);

    /// <summary>Blocks until something is there, or the limit has passed. Allocates nothing.</summary>
    void Wait(TimeSpan limit);

    /// <summary>Ends a wait; any thread.</summary>
    void Wake();
}
