using System.Buffers;

namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>The sets of characters of the grammar (RFC 3261 §25.1).</summary>
internal static class Characters
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    /// <summary>Of a token.</summary>
    public static readonly SearchValues<byte> Token = Set(Letters + Digits + "-.!%*_+`'~");

    /// <summary>Of the value of a parameter that is not quoted: more than the RFC's token and host, as peers write more.</summary>
    public static readonly SearchValues<byte> ParameterValue = Set(Letters + Digits + "-.!%*_+`'~:[]/@$&?#^|{}()=\\", alsoUtf8: true);

    /// <summary>Of a URI, in all its parts.</summary>
    public static readonly SearchValues<byte> Uri = Set(Letters + Digits + "-_.!~*'()%&=+$,;?/:@[]#|^`{}", alsoUtf8: true);

    /// <summary>Of a host name or IPv4 address; the underscore is not the RFC's, but networks have it.</summary>
    public static readonly SearchValues<byte> Host = Set(Letters + Digits + "-._");

    /// <summary>Of the name of a URI's scheme.</summary>
    public static readonly SearchValues<byte> Scheme = Set(Letters + Digits + "+-.");

    /// <summary>What may not stand in a display name without quotes.</summary>
    public static readonly SearchValues<byte> NotInPlainName = SearchValues.Create(",;<>\"\\\0"u8);

    /// <summary>What ends a URI that stands without angle brackets, or makes it doubtful.</summary>
    public static readonly SearchValues<byte> EndOfBareUri = SearchValues.Create(";?, \t\r\n"u8);

    /// <summary>Of a telephone number, with what only pleases the eye.</summary>
    public static readonly SearchValues<byte> TelephoneNumber = Set(Digits + "ABCDEFabcdef+*#-.()");

    /// <summary>Space, tab, and the line break of a folded line.</summary>
    public static readonly SearchValues<byte> Space = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Whether a byte is space of any kind.</summary>
    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>Whether all bytes are of a set, and there is at least one.</summary>
    public static bool AreAll(ReadOnlySpan<byte> text, SearchValues<byte> set) => !text.IsEmpty && text.IndexOfAnyExcept(set) < 0;

    /// <summary>Without space at both ends.</summary>
    public static Part Trim(ReadOnlySpan<byte> text, int start, int end)
    {
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return Part.Between(start, end);
    }

    private static SearchValues<byte> Set(string ascii, bool alsoUtf8 = false)
    {
        var bytes = ascii.Select(character => (byte)character);
        return SearchValues.Create([.. bytes, .. alsoUtf8 ? Enumerable.Range(0x80, 0x80).Select(value => (byte)value) : []]);
    }
}
