using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>A crypto attribute (RFC 4568 §9.1): a key for what the side that wrote it sends. Never written to a log.</summary>
/// <param name="Tag">Its number, by which an answer chooses it.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Key">Master key and salt.</param>
internal sealed record CryptoAttribute(int Tag, SrtpSuite Suite, ImmutableArray<byte> Key)
{
    private const int KeyCharacters = 40;

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Tag} {Suite}";

    /// <summary>
    /// Reads the value. Null for what the box cannot serve and so passes over, as RFC 4568 §5.1.2 has it: another suite, a master key
    /// identifier, several keys, or a session parameter that changes the packets. A lifetime is longer than a call and not kept.
    /// </summary>
    public static CryptoAttribute? Parse(ReadOnlySpan<byte> value)
    {
        if (!Utf8Parser.TryParse(value, out int tag, out var used) || tag < 0 || used >= value.Length || value[used] != ' '
            || !NextWord(ref value, used, out var name) || SrtpSuites.Find(name) is not { } suite
            || !NextWord(ref value, 0, out var parameters) || !parameters.StartsWith("inline:"u8))
        {
            return null;
        }

        while (NextWord(ref value, 0, out var session))
        {
            // The size of the replay window is a hint; one with a hyphen may be passed over.
            if (session[0] != '-' && !session.StartsWith("WSH="u8))
            {
                return null;
            }
        }

        return ParseKey(parameters["inline:"u8.Length..], suite) is { } key ? new CryptoAttribute(tag, suite, key) : null;
    }

    private static ImmutableArray<byte>? ParseKey(ReadOnlySpan<byte> text, SrtpSuite suite)
    {
        var bar = text.IndexOf((byte)'|');
        if (bar >= 0)
        {
            // A second bar or a colon begins a master key identifier, a semicolon another key.
            if (text[(bar + 1)..].IndexOfAny("|:;"u8) >= 0)
            {
                return null;
            }

            text = text[..bar];
        }

        // Some leave out the padding.
        Span<byte> padded = stackalloc byte[KeyCharacters];
        Span<byte> key = stackalloc byte[KeyCharacters];
        padded.Fill((byte)'=');
        if (text.Length > padded.Length)
        {
            return null;
        }

        text.CopyTo(padded);
        return Base64.DecodeFromUtf8(padded, key, out _, out var written) == OperationStatus.Done && written == SrtpSuites.KeyLength(suite)
            ? [.. key[..written]]
            : null;
    }

    private static bool NextWord(ref ReadOnlySpan<byte> rest, int from, out ReadOnlySpan<byte> word)
    {
        rest = rest[from..].TrimStart((byte)' ');
        var end = rest.IndexOf((byte)' ');
        word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word.Length > 0;
    }
}
