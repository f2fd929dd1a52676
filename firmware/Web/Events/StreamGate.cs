namespace Switchhook.Web.Events;

/// <summary>Bounds how many event streams are open at once, so that the other connections stay usable.</summary>
internal sealed class StreamGate
{
    /// <summary>Streams at once.</summary>
    public const int MaxStreams = 96;

    private int _open;

    /// <summary>Takes a place; dispose it to give it back.</summary>
    /// <returns>Null when all are taken.</returns>
    public IDisposable? TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= MaxStreams)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref _open);
        return null;
    }

    private sealed class Place(StreamGate gate) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                Interlocked.Decrement(ref gate._open);
            }
        }
    }
}
