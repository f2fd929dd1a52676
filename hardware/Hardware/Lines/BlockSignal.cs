namespace Switchhook.Hardware.Lines;

/// <summary>Tells the media thread of each block that a card's own thread has moved.</summary>
public sealed class BlockSignal : ICardClock, IDisposable
{
    /// <summary>Blocks that nobody waited for are told later, but no more than these: older ones make no sense.</summary>
    public const int Most = 8;

    private readonly SemaphoreSlim _blocks = new(0, Most + 1);

    /// <summary>A block has moved in both directions; card's thread only.</summary>
    public void Moved()
    {
        if (_blocks.CurrentCount < Most)
        {
            _blocks.Release();
        }
    }

    /// <inheritdoc/>
    public bool WaitForBlock(TimeSpan limit) => _blocks.Wait(limit);

    /// <inheritdoc/>
    public void Dispose() => _blocks.Dispose();
}
