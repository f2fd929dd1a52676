using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Switchhook.Storage.SecondFactors;

/// <summary>Codes by time (TOTP, RFC 6238) from HMAC-SHA-1, a new one every 30 seconds.</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Octets of a key (RFC 4226, section 4, R6).</summary>
    public const int KeyLength = 20;

    /// <summary>For so long there is one code.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the period that a moment lies in.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Period.TotalSeconds;

    /// <summary>The code of a period.</summary>
    /// <param name="key">The key that the box and the telephone share.</param>
    /// <param name="step">Number of the period.</param>
    /// <param name="digits">6 to 8.</param>
    [SuppressMessage("Security", "CA5350", Justification = "Telephones know HMAC-SHA-1 alone; it is not broken as a MAC.")]
    public static string Code(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7FFF_FFFF;
        var text = number.ToString("D10", CultureInfo.InvariantCulture);
        return text[^digits..];
    }

    /// <summary>A key as people type it: Base32 (RFC 4648, section 6) without padding.</summary>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var text = new char[((key.Length * 8) + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++)
            {
                value = (value << 1) | (bit / 8 < key.Length ? (key[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            }

            text[i] = Alphabet[value];
        }

        return new string(text);
    }

    /// <summary>What <see cref="Text"/> has written.</summary>
    public static byte[] Key(string text)
    {
        var key = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < key.Length * 8; bit++)
        {
            var value = Alphabet.IndexOf(text[bit / 5], StringComparison.Ordinal);
            key[bit / 8] |= (byte)(((value >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return key;
    }
}
