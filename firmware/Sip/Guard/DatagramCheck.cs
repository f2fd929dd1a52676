using System.Buffers;

namespace Switchhook.Sip.Guard;

/// <summary>Looks at the first octets of a datagram, so that what is no SIP costs no parsing.</summary>
internal static class DatagramCheck
{
    // Longer than any method; what is longer still is no method.
    private const int MaxFirstWord = 128;

    // A method is a token (RFC 3261 §25.1); a response begins with SIP/2.0.
    private static readonly SearchValues<byte> FirstWord =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~/"u8);

    /// <summary>What it is.</summary>
    public static DatagramKind Of(ReadOnlySpan<byte> datagram)
    {
        var start = datagram.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)0);
        if (start < 0)
        {
            return DatagramKind.KeepAlive;
        }

        var text = datagram[start..];
        var word = text[..Math.Min(text.Length, MaxFirstWord)].IndexOfAnyExcept(FirstWord);
        return word > 0 && text[word] == ' ' && (start == 0 || datagram[0] != 0) ? DatagramKind.Sip : DatagramKind.Noise;
    }
}
