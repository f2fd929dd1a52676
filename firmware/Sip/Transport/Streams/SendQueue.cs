using System.Threading.Channels;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>What waits to be written on one stream, in order and bounded. Any thread adds, one takes.</summary>
/// <param name="maxBytes">Octets that may wait.</param>
internal sealed class SendQueue(int maxBytes)
{
    private readonly Channel<(ReadOnlyMemory<byte> Message, Hop To)> _waiting =
        Channel.CreateUnbounded<(ReadOnlyMemory<byte>, Hop)>(new UnboundedChannelOptions { SingleReader = true });

    private int _bytes;

    /// <summary>What became of a message.</summary>
    public enum Added
    {
        /// <summary>It waits for its turn.</summary>
        Taken,

        /// <summary>Too much waits: the peer does not read.</summary>
        Full,

        /// <summary>The stream is at its end.</summary>
        Closed,
    }

    /// <summary>Adds a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="to">Where its sender wants it to go; none for keep-alive, which nobody misses.</param>
    public Added Add(ReadOnlyMemory<byte> message, Hop to)
    {
        if (Interlocked.Add(ref _bytes, message.Length) > maxBytes)
        {
            Interlocked.Add(ref _bytes, -message.Length);
            return Added.Full;
        }

        return _waiting.Writer.TryWrite((message, to)) ? Added.Taken : Added.Closed;
    }

    /// <summary>The messages one after the other; each stays among those that wait until the next is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> TakeAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken end)
    {
        while (await _waiting.Reader.WaitToReadAsync(end))
        {
            while (_waiting.Reader.TryPeek(out var item))
            {
                yield return item.Message;
                _waiting.Reader.TryRead(out _);
                Interlocked.Add(ref _bytes, -item.Message.Length);
            }
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>After the end: where the messages that were not written should have gone, each once.</summary>
    public IReadOnlyList<Hop> TakeUnsent()
    {
        var unsent = new HashSet<Hop>();
        while (_waiting.Reader.TryRead(out var item))
        {
            unsent.Add(item.To);
        }

        unsent.Remove(default);

        return [.. unsent];
    }
}
