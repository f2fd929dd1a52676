using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>
/// Goes once over the headers and notes where each lies. It goes on behind a line that is wrong, so that a refusal can still echo what
/// could be read.
/// </summary>
internal ref struct HeaderReader
{
    private const int UsualHeaders = 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ParseLimits _limits;
    private HeaderEntry[] _entries = new HeaderEntry[UsualHeaders];
    private int _count;
    private ulong _seen;

    /// <summary>Reads from the line behind the start line to the blank line.</summary>
    public HeaderReader(ReadOnlyMemory<byte> bytes, int start, ParseLimits limits)
    {
        _bytes = bytes;
        _text = bytes.Span;
        _limits = limits;
        BodyStart = Read(start);
    }

    /// <summary>The byte behind the blank line; -1 without one.</summary>
    public int BodyStart { get; }

    /// <summary>A bit for each <see cref="HeaderId"/> that came more than once.</summary>
    public ulong Repeated { get; private set; }

    /// <summary>The first thing that is wrong; null when all lines are headers.</summary>
    public string? Wrong { get; private set; }

    /// <summary>True when not all headers were read, because there are too many or one is too long.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was read.</summary>
    public readonly HeaderTable Table => new(_bytes, _entries, _count, _seen, _limits.Values);

    private int Read(int at)
    {
        while (at < _text.Length)
        {
            if (_text[at] == '\n')
            {
                return at + 1;
            }

            if (_text[at] == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n')
            {
                return at + 2;
            }

            var end = EndOfHeader(at, out var next);
            if (end - at > _limits.LineBytes)
            {
                Wrong ??= "A header is too long";
                IsCut = true;
            }
            else if (_count >= _limits.Headers)
            {
                Wrong ??= "Too many headers";
                IsCut = true;
                return -1;
            }
            else
            {
                Add(at, end);
            }

            at = next;
        }

        Wrong ??= "No blank line behind the headers";
        return -1;
    }

    // The end of the line, or of the last line that goes on with it.
    private int EndOfHeader(int at, out int next)
    {
        while (true)
        {
            var step = _text[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (step < 0)
            {
                next = _text.Length;
                return next;
            }

            var end = at + step;
            next = end + 1;
            if (_text[end] == '\r')
            {
                if (next < _text.Length && _text[next] == '\n')
                {
                    next++;
                }
                else
                {
                    Wrong ??= "A carriage return without a line feed";
                }
            }

            if (next >= _text.Length || _text[next] is not ((byte)' ' or (byte)'\t'))
            {
                return end;
            }

            at = next;
        }
    }

    private void Add(int start, int end)
    {
        var line = _text[start..end];
        var colon = line.IndexOf((byte)':');
        var nameLength = colon;
        while (nameLength > 0 && Characters.IsSpace(line[nameLength - 1]))
        {
            nameLength--;
        }

        if (nameLength is <= 0 or > ParseLimits.LongestName)
        {
            Wrong ??= "A header without a name";
            return;
        }

        var name = line[..nameLength];
        var id = HeaderNames.Find(name);
        if (id == HeaderId.Other && name.IndexOfAnyExcept(Characters.Token) >= 0)
        {
            Wrong ??= "A malformed header name";
            return;
        }

        Note(id);
        var value = Characters.Trim(_text, start + colon + 1, end);
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count++] = new HeaderEntry(id, (byte)nameLength, (ushort)start, value.Start, value.Length);
    }

    private void Note(HeaderId id)
    {
        var bit = 1UL << (int)id;
        Repeated |= _seen & bit;
        _seen |= bit;
    }
}
