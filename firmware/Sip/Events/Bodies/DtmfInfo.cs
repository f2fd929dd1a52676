using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>A key in an INFO: <c>application/dtmf-relay</c>, or <c>application/dtmf</c>, which holds the key alone.</summary>
/// <param name="Key">0–9, *, #, A–D.</param>
/// <param name="Milliseconds">How long it was pressed.</param>
internal sealed record DtmfInfo(char Key, int Milliseconds)
{
    /// <summary>The media type of signal and duration.</summary>
    public const string RelayType = "application/dtmf-relay";

    /// <summary>The length of a press where none is told.</summary>
    public const int UsualMilliseconds = 160;

    private const int LeastMilliseconds = 40;
    private const int MostMilliseconds = 5000;
    private const int MaxBody = 256;

    /// <summary>The body of <see cref="RelayType"/>.</summary>
    public byte[] WriteRelay() =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Signal={Key}\r\nDuration={Milliseconds}\r\n"));

    /// <summary>The body of <c>application/dtmf</c>, the key alone.</summary>
    public byte[] WritePlain() => [(byte)Key];

    /// <summary>Reads a body of <see cref="RelayType"/>; null when it holds no key. A length out of bounds is brought within.</summary>
    public static DtmfInfo? ParseRelay(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBody)
        {
            return null;
        }

        char? key = null;
        var milliseconds = UsualMilliseconds;
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range];
            var equals = line.IndexOf((byte)'=');
            if (equals < 0)
            {
                continue;
            }

            var name = Trim(line[..equals]);
            var value = Trim(line[(equals + 1)..]);
            if (Ascii.EqualsIgnoreCase(name, "Signal"u8))
            {
                key = KeyOf(value);
            }
            else if (Ascii.EqualsIgnoreCase(name, "Duration"u8) && Utf8Parser.TryParse(value, out int number, out _))
            {
                milliseconds = Math.Clamp(number, LeastMilliseconds, MostMilliseconds);
            }
        }

        return key is { } pressed ? new DtmfInfo(pressed, milliseconds) : null;
    }

    /// <summary>Reads a body of <c>application/dtmf</c>, the key alone; null when it holds no key.</summary>
    public static DtmfInfo? ParsePlain(ReadOnlySpan<byte> body) =>
        KeyOf(Trim(body)) is { } key ? new DtmfInfo(key, UsualMilliseconds) : null;

    // The event codes of RFC 4733 stand for * and # with some devices.
    private static char? KeyOf(ReadOnlySpan<byte> value) => value switch
    {
        [>= (byte)'0' and <= (byte)'9' or (byte)'*' or (byte)'#' or >= (byte)'A' and <= (byte)'D'] => (char)value[0],
        [>= (byte)'a' and <= (byte)'d'] => char.ToUpperInvariant((char)value[0]),
        [(byte)'1', (byte)'0'] => '*',
        [(byte)'1', (byte)'1'] => '#',
        _ => null,
    };

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);
}
