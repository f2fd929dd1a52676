namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Header lines that go on in the next line, which starts with space (RFC 3261 §7.3.1).</summary>
internal static class Folding
{
    /// <summary>The same in one line: a line break with the space around it becomes one space.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> text)
    {
        var flat = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ((byte)'\r' or (byte)'\n'))
            {
                flat[length++] = text[i];
                continue;
            }

            while (length > 0 && Characters.IsSpace(flat[length - 1]))
            {
                length--;
            }

            while (i + 1 < text.Length && Characters.IsSpace(text[i + 1]))
            {
                i++;
            }

            flat[length++] = (byte)' ';
        }

        return flat[..length];
    }
}
