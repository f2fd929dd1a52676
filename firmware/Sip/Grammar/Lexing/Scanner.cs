using System.Buffers;

namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Reads the value of a header from left to right; each reader of one header is made of its steps.</summary>
/// <param name="text">The value, at most <see cref="Part.LongestText"/> bytes.</param>
internal ref struct Scanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The next byte's place.</summary>
    public int Position { get; private set; }

    /// <summary>Everything is read.</summary>
    public readonly bool AtEnd => Position >= _text.Length;

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Next => AtEnd ? (byte)0 : _text[Position];

    /// <summary>Goes on at a place that another reader came to.</summary>
    public void MoveTo(int position) => Position = position;

    /// <summary>Goes over space and folding.</summary>
    public void SkipSpace()
    {
        while (Position < _text.Length && Characters.IsSpace(_text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Goes over one character, with the space before it; false, and the space alone, when another stands there.</summary>
    public bool Take(char character)
    {
        SkipSpace();
        if (Next != character || AtEnd)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Reads a token, with the space before it.</summary>
    public bool TakeToken(out Part token) => TakeRun(Characters.Token, out token);

    /// <summary>Reads a run of characters of a set, with the space before it.</summary>
    public bool TakeRun(SearchValues<byte> set, out Part run)
    {
        SkipSpace();
        var length = _text[Position..].IndexOfAnyExcept(set);
        var end = length < 0 ? _text.Length : Position + length;
        run = Part.Between(Position, end);
        Position = end;
        return run.Length > 0;
    }

    /// <summary>Reads up to the next space.</summary>
    public Part TakeWord()
    {
        SkipSpace();
        var length = _text[Position..].IndexOfAny(Characters.Space);
        var end = length < 0 ? _text.Length : Position + length;
        var word = Part.Between(Position, end);
        Position = end;
        return word;
    }

    /// <summary>Reads a quoted string with its quotes.</summary>
    public bool TakeQuoted(out Part quoted)
    {
        SkipSpace();
        quoted = default;
        var end = Next == '"' ? Quoting.EndOf(_text, Position) : -1;
        if (end < 0)
        {
            return false;
        }

        quoted = Part.Between(Position, end);
        Position = end;
        return true;
    }

    /// <summary>Reads up to a character, which is gone over and not part of it.</summary>
    public bool TakeUntil(char character, out Part part)
    {
        var length = _text[Position..].IndexOf((byte)character);
        part = length < 0 ? default : Part.Between(Position, Position + length);
        Position = length < 0 ? Position : Position + length + 1;
        return length >= 0;
    }

    /// <summary>Reads the next parameter: <c>;name</c>, <c>;name=value</c> or <c>;name="value"</c>.</summary>
    /// <param name="parameter">The parameter; a quoted value has its quotes.</param>
    /// <param name="separator">What stands before a parameter.</param>
    public ParameterRead TakeParameter(out Parameter parameter, char separator = ';')
    {
        parameter = default;
        SkipSpace();
        if (AtEnd)
        {
            return ParameterRead.End;
        }

        if (!Take(separator) || !TakeToken(out var name))
        {
            return ParameterRead.Malformed;
        }

        if (!Take('='))
        {
            parameter = new Parameter(name, default);
            return ParameterRead.Read;
        }

        SkipSpace();
        Part value;
        if (Next == '"')
        {
            if (!TakeQuoted(out value))
            {
                return ParameterRead.Malformed;
            }
        }
        else
        {
            // An empty value is not the RFC's, but no harm.
            TakeRun(Characters.ParameterValue, out value);
        }

        parameter = new Parameter(name, value);
        return ParameterRead.Read;
    }
}
