using System.Text;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>Finds how long the body is, of a head that nothing else has looked at yet (RFC 3261 §20.14, §18.3).</summary>
internal static class ContentLength
{
    /// <summary>What is said where no number can be told.</summary>
    public const int Unknown = -1;

    /// <summary>Reads the length of the body.</summary>
    /// <param name="head">Start line and header fields up to the empty line.</param>
    /// <returns>
    /// Octets; 0 when nothing is said, which on a stream means that there is no body; <see cref="Unknown"/> for what is no number, does not
    /// fit an <see cref="int"/>, or is said twice and differently.
    /// </returns>
    public static int Of(ReadOnlySpan<byte> head)
    {
        var found = false;
        var length = 0;
        var rest = AfterLine(head);
        while (!rest.IsEmpty)
        {
            var field = rest[..EndOfField(rest)];
            rest = rest[field.Length..];
            if (!IsContentLength(field, out var value))
            {
                continue;
            }

            var number = Number(value);
            if (number == Unknown || (found && number != length))
            {
                return Unknown;
            }

            found = true;
            length = number;
        }

        return length;
    }

    private static ReadOnlySpan<byte> AfterLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end < 0 ? [] : text[(end + 1)..];
    }

    // A field goes on in the next line when that begins with white space (folding, RFC 3261 §7.3.1).
    private static int EndOfField(ReadOnlySpan<byte> text)
    {
        var end = 0;
        do
        {
            var line = text[end..].IndexOf((byte)'\n');
            if (line < 0)
            {
                return text.Length;
            }

            end += line + 1;
        }
        while (end < text.Length && text[end] is (byte)' ' or (byte)'\t');

        return end;
    }

    private static bool IsContentLength(ReadOnlySpan<byte> field, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (field[0] is not ((byte)'C' or (byte)'c' or (byte)'L' or (byte)'l'))
        {
            return false;
        }

        var colon = field.IndexOf((byte)':');
        if (colon < 0)
        {
            return false;
        }

        var name = field[..colon].TrimEnd(" \t"u8);
        value = field[(colon + 1)..].Trim(" \t\r\n"u8);
        return Ascii.EqualsIgnoreCase(name, "Content-Length"u8) || Ascii.EqualsIgnoreCase(name, "l"u8);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty)
        {
            return Unknown;
        }

        var number = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return Unknown;
            }

            number = number * 10 + (digit - '0');
            if (number > int.MaxValue)
            {
                return Unknown;
            }
        }

        return (int)number;
    }
}
