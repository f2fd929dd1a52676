namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Numbers are digits and nothing else: no sign, no space.</summary>
internal static class Numbers
{
    /// <summary>Reads a number; false when it is none or does not fit 32 bits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out uint number)
    {
        number = 0;
        if (!IsDigits(text) || !TryAdd(text, out var wide))
        {
            return false;
        }

        number = (uint)wide;
        return true;
    }

    /// <summary>Reads a number; one that does not fit 32 bits becomes the largest. False when it is none.</summary>
    public static bool TryReadClamped(ReadOnlySpan<byte> text, out uint number)
    {
        number = uint.MaxValue;
        if (!IsDigits(text))
        {
            return false;
        }

        if (TryAdd(text, out var wide))
        {
            number = (uint)wide;
        }

        return true;
    }

    /// <summary>Reads a port, 1 to 65,535.</summary>
    public static bool TryReadPort(ReadOnlySpan<byte> text, out ushort port)
    {
        var fits = TryRead(text, out var number) && number is > 0 and <= ushort.MaxValue;
        port = fits ? (ushort)number : (ushort)0;
        return fits;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool TryAdd(ReadOnlySpan<byte> digits, out ulong number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (ulong)(digit - '0');
            if (number > uint.MaxValue)
            {
                return false;
            }
        }

        return true;
    }
}
