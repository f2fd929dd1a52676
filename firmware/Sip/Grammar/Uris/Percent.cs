using System.Buffers;
using System.Text;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>
/// Escapes in URIs: % and two hexadecimal digits (RFC 3261 §19.1.2). A % before anything else is itself.
/// </summary>
internal static class Percent
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";

    private static readonly SearchValues<byte> Reserved = SearchValues.Create(";/?:@&=+$,"u8);

    private static readonly SearchValues<char> PlainInUser = SearchValues.Create(Unreserved + "&=+$,;?/");

    private static readonly SearchValues<char> PlainInParameter = SearchValues.Create(Unreserved + "[]/:&+$");

    /// <summary>Text without escapes, as UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'%'))
        {
            return Encoding.UTF8.GetString(text);
        }

        var plain = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            plain[length++] = Next(text, ref at, out _);
        }

        return Encoding.UTF8.GetString(plain, 0, length);
    }

    /// <summary>
    /// Whether two texts are the same when a character and its escape are (RFC 3261 §19.1.4). Reserved characters are not their escapes.
    /// </summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, bool ignoreCase)
    {
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (a, b) = (Next(one, ref i, out var aEscaped), Next(other, ref j, out var bEscaped));
            if (aEscaped != bEscaped && (Reserved.Contains(a) || a == '%'))
            {
                return false;
            }

            if (a != b && !(ignoreCase && IsSameLetter(a, b)))
            {
                return false;
            }
        }

        return i == one.Length && j == other.Length;
    }

    /// <summary>A hash that is the same for texts that are the same.</summary>
    public static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        for (var at = 0; at < text.Length;)
        {
            hash.Add(Next(text, ref at, out _));
        }

        return hash.ToHashCode();
    }

    /// <summary>Text as the user of a URI.</summary>
    public static string EncodeUser(string text) => Encode(text, PlainInUser);

    /// <summary>Text as the name or value of a URI's parameter.</summary>
    public static string EncodeParameter(string text) => Encode(text, PlainInParameter);

    private static string Encode(string text, SearchValues<char> plain)
    {
        if (!text.AsSpan().ContainsAnyExcept(plain))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && plain.Contains((char)rune.Value))
            {
                builder.Append((char)rune.Value);
                continue;
            }

            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                builder.Append('%').Append(Digit(value >> 4)).Append(Digit(value & 15));
            }
        }

        return builder.ToString();
    }

    private static char Digit(int value) => "0123456789ABCDEF"[value];

    private static byte Next(ReadOnlySpan<byte> text, ref int at, out bool isEscape)
    {
        isEscape = text[at] == '%' && at + 2 < text.Length
            && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]);
        if (!isEscape)
        {
            return text[at++];
        }

        var value = (byte)((Half(text[at + 1]) << 4) | Half(text[at + 2]));
        at += 3;
        return value;
    }

    private static int Half(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool IsSameLetter(byte a, byte b) => (a | 0x20) == (b | 0x20) && char.IsAsciiLetter((char)a);
}
