using System.Text;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar;

/// <summary>
/// A piece of a message as it stood there: a view of bytes, no copy. It keeps the whole message alive, so what lives longer than a
/// transaction takes <see cref="ToString"/> or <see cref="Copy"/>.
/// </summary>
/// <param name="Bytes">The bytes, UTF-8 for the most part; quotes and escapes are still there.</param>
internal readonly record struct SipText(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => Bytes.Span;

    /// <summary>How many bytes.</summary>
    public int Length => Bytes.Length;

    /// <summary>Nothing there.</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Of text, as UTF-8.</summary>
    public static SipText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Byte for byte the same.</summary>
    public bool Is(ReadOnlySpan<byte> other) => Span.SequenceEqual(other);

    /// <summary>The same but for the case of ASCII letters.</summary>
    public bool IsIgnoringCase(ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(Span, other);

    /// <summary>Byte for byte the same, wherever the bytes lie.</summary>
    public bool Equals(SipText other) => Span.SequenceEqual(other.Span);

    /// <summary>Of the bytes.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>The same bytes in a place of their own.</summary>
    public SipText Copy() => new(Bytes.ToArray());

    /// <summary>What a quoted string says: without its quotes, escapes undone. Other text stays as it is.</summary>
    public SipText Unquoted()
    {
        if (Length < 2 || Span[0] != '"' || Span[^1] != '"')
        {
            return this;
        }

        var inner = Bytes[1..^1];
        return inner.Span.Contains((byte)'\\') ? new SipText(Quoting.Undo(inner.Span)) : new SipText(inner);
    }

    /// <summary>As text: a line break of folding becomes a space, what is no UTF-8 becomes U+FFFD.</summary>
    public override string ToString() =>
        Encoding.UTF8.GetString(Span.IndexOfAny((byte)'\r', (byte)'\n') < 0 ? Span : Folding.Undo(Span));

    internal SipText Slice(Part part) => new(Bytes.Slice(part.Start, part.Length));
}
