namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Quoted strings (RFC 3261 §25.1).</summary>
internal static class Quoting
{
    /// <summary>Where the string that starts with a quote at a place ends: the place behind its closing quote; -1 without one.</summary>
    public static int EndOf(ReadOnlySpan<byte> text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            var step = text[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0)
            {
                return -1;
            }

            i += step;
            if (text[i] == '"')
            {
                return i + 1;
            }

            i++;
        }

        return -1;
    }

    /// <summary>The inside of a quoted string without its escapes.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> inner)
    {
        var plain = new byte[inner.Length];
        var length = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                i++;
            }

            plain[length++] = inner[i];
        }

        return plain[..length];
    }
}
