using System.Buffers;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>Cuts a stream of octets into SIP messages by Content-Length (RFC 3261 §18.3). Pure: octets in, messages out.</summary>
/// <remarks>
/// While nothing is begun it holds no memory, so that a thousand silent streams cost nothing; a message is handed out where it lies. Lines
/// may end in LF alone. Not for several threads.
/// </remarks>
/// <param name="maxBytes">The longest message, head and body.</param>
internal sealed class StreamFraming(int maxBytes)
{
    private const int FirstBuffer = 4096;

    // All that may begin a start line: a method is a token (RFC 3261 §25.1), and a status line begins with a letter.
    private static readonly SearchValues<byte> Token =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~"u8);

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    // Of the message that is begun: octets that were searched for the end of its head, and its length once that is known.
    private int _searched;
    private int _length;
    private bool _halfPing;
    private bool _broken;

    /// <summary>True when nothing of a message is there.</summary>
    public bool IsEmpty => _start == _end;

    /// <summary>True after our own ping: the next CRLF between messages answers it.</summary>
    public bool ExpectsPong { get; set; }

    /// <summary>Where the next octets of the stream go; at least one fits.</summary>
    public Memory<byte> Room()
    {
        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>That many octets came.</summary>
    public void Added(int count) => _end += count;

    /// <summary>The next thing on the stream.</summary>
    /// <param name="message">The message, or the head of a broken one; valid until the next call of anything here.</param>
    public StreamFrame Next(out ReadOnlySpan<byte> message)
    {
        message = default;
        if (_broken)
        {
            return StreamFrame.More;
        }

        if (SkipLineEnds() is var ping and not StreamFrame.Message)
        {
            ReleaseIfEmpty();
            return ping;
        }

        _halfPing = false;
        var begun = _buffer.AsSpan(_start.._end);
        if (!Token.Contains(begun[0]))
        {
            return Break();
        }

        if (_length == 0)
        {
            var head = HeadLength(begun);
            if (head == 0)
            {
                return begun.Length < maxBytes ? StreamFrame.More : Break();
            }

            message = begun[..head];
            var body = ContentLength.Of(message);
            if (body == ContentLength.Unknown || body > maxBytes - head)
            {
                return Break();
            }

            _length = head + body;
        }

        if (begun.Length < _length)
        {
            message = default;
            return StreamFrame.More;
        }

        message = begun[.._length];
        _start += _length;
        _length = 0;
        _searched = 0;
        return StreamFrame.Message;
    }

    /// <summary>Gives its memory back.</summary>
    public void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        _start = 0;
        _end = 0;
    }

    private StreamFrame Break()
    {
        _broken = true;
        return StreamFrame.Broken;
    }

    // Message: one begins here.
    private StreamFrame SkipLineEnds()
    {
        while (_start < _end)
        {
            var first = _buffer[_start];
            if (first is not ((byte)'\r' or (byte)'\n'))
            {
                return StreamFrame.Message;
            }

            if (first == '\r' && _start + 1 == _end)
            {
                return StreamFrame.More;
            }

            var isCrlf = first == '\r' && _buffer[_start + 1] == '\n';
            _start += isCrlf ? 2 : 1;
            if (isCrlf && CountCrlf() is var ping and not StreamFrame.More)
            {
                return ping;
            }
        }

        return StreamFrame.More;
    }

    private StreamFrame CountCrlf()
    {
        if (ExpectsPong)
        {
            ExpectsPong = false;
            return StreamFrame.Pong;
        }

        _halfPing = !_halfPing;
        return _halfPing ? StreamFrame.More : StreamFrame.Ping;
    }

    // With the empty line; 0 when it is not there yet.
    private int HeadLength(ReadOnlySpan<byte> begun)
    {
        while (_searched < begun.Length)
        {
            var feed = begun[_searched..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                _searched = begun.Length;
                return 0;
            }

            var next = _searched + feed + 1;
            if (next < begun.Length && begun[next] == '\n')
            {
                return next + 1;
            }

            if (next + 1 < begun.Length && begun[next] == '\r' && begun[next + 1] == '\n')
            {
                return next + 2;
            }

            if (next >= begun.Length - 1)
            {
                // The line end is seen again with what follows it.
                _searched = next - 1;
                return 0;
            }

            _searched = next;
        }

        return 0;
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        if (_start == 0 || kept > _buffer.Length / 2)
        {
            // One octet more than the longest message, so that there is always room to find it too long.
            var larger = ArrayPool<byte>.Shared.Rent(Math.Clamp(_buffer.Length * 2, FirstBuffer, Math.Max(maxBytes + 1, FirstBuffer)));
            _buffer.AsSpan(_start, kept).CopyTo(larger);
            Release();
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        }

        _start = 0;
        _end = kept;
    }

    private void ReleaseIfEmpty()
    {
        if (IsEmpty)
        {
            Release();
        }
    }
}
