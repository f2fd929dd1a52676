using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>Does not wait, and knows what it was to wait for.</summary>
internal sealed class FakeWait : IDahdiWait
{
    /// <summary>The channels whose events wake.</summary>
    public IReadOnlyList<IDahdiChannel> Watched { get; private set; } = [];

    /// <summary>The channel whose blocks wake.</summary>
    public IDahdiChannel? ClockChannel { get; private set; }

    /// <summary>How often a command woke the thread.</summary>
    public int Woken { get; private set; }

    public void Watch(IReadOnlyList<IDahdiChannel> channels, IDahdiChannel? clock) => (Watched, ClockChannel) = (channels, clock);

    public void Wait(TimeSpan limit)
    {
        // The test's own steps are the wake-ups.
    }

    public void Wake() => Woken++;

    public void Dispose()
    {
        // Nothing is held.
    }
}
