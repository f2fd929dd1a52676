using Switchhook.Hardware.Lines;

namespace Switchhook.Testing.Fakes;

/// <summary>A telephone's port without a card; the test is the telephone.</summary>
public sealed class FakeFxsPort(string name, TimeProvider time) : FakePort(name, time), IFxsPort
{
    /// <inheritdoc/>
    public bool IsOffHook { get; private set; }

    /// <inheritdoc/>
    public LineFeed Feed { get; private set; } = LineFeed.Forward;

    /// <inheritdoc/>
    public void SetFeed(LineFeed feed)
    {
        if (feed != Feed)
        {
            Feed = feed;
            Note($"feeds {feed}");
        }
    }

    /// <summary>The telephone closes or opens the loop; closing it trips the ring.</summary>
    public void SetLoop(bool closed)
    {
        if (closed == IsOffHook)
        {
            return;
        }

        IsOffHook = closed;
        if (closed && Feed == LineFeed.Ringing)
        {
            Feed = LineFeed.Forward;
        }

        Raise(closed ? LineEventKind.LoopClosed : LineEventKind.LoopOpened);
    }
}
