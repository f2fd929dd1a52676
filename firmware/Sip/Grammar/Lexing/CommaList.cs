using System.Buffers;

namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>The values of a header line that commas separate; a comma in quotes or between &lt; and &gt; separates nothing.</summary>
/// <param name="text">The line's value.</param>
internal ref struct CommaList(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create(",\"<"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;

    /// <summary>The next value without the space around it, which may be empty; false when there is none any more.</summary>
    public bool TryNext(out Part value)
    {
        if (_next > _text.Length)
        {
            value = default;
            return false;
        }

        var end = EndOfValue();
        value = Characters.Trim(_text, _next, end);
        _next = end + 1;
        return true;
    }

    private readonly int EndOfValue()
    {
        var at = _next;
        while (at < _text.Length)
        {
            var step = _text[at..].IndexOfAny(Marks);
            if (step < 0)
            {
                break;
            }

            at += step;
            if (_text[at] == ',')
            {
                return at;
            }

            // What is never closed reaches to the end of the line; its reader will refuse it.
            var close = _text[at] == '"' ? Quoting.EndOf(_text, at) : EndOfAngle(at);
            if (close < 0)
            {
                break;
            }

            at = close;
        }

        return _text.Length;
    }

    private readonly int EndOfAngle(int open)
    {
        var length = _text[open..].IndexOf((byte)'>');
        return length < 0 ? -1 : open + length + 1;
    }
}
