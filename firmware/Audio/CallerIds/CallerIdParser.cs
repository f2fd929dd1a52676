using System.Text;
using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.CallerIds;

/// <summary>Reads the messages of FSK caller ID: single (SDMF) and multiple data message format (GR-30, ETSI EN 300 659-3).</summary>
internal static class CallerIdParser
{
    private const byte SingleMessage = 0x04;
    private const byte MultipleMessage = 0x80;
    private const byte DateAndTime = 0x01;
    private const byte Number = 0x02;
    private const byte NumberAbsent = 0x04;
    private const byte Name = 0x07;
    private const int DateLength = 8;

    /// <summary>Reads a message without its checksum byte.</summary>
    /// <returns>Null when it is no call set-up message or is malformed.</returns>
    public static CallerIdMessage? Parse(ReadOnlySpan<byte> message, CallerIdScheme scheme)
    {
        if (message.Length < 2 || message[1] != message.Length - 2)
        {
            return null;
        }

        var body = message[2..];
        return message[0] switch
        {
            SingleMessage => Single(body, scheme),
            MultipleMessage => Multiple(body, scheme),
            _ => null,
        };
    }

    // Eight digits of date and time, then the number or the letter of its absence.
    private static CallerIdMessage? Single(ReadOnlySpan<byte> body, CallerIdScheme scheme)
    {
        if (body.Length <= DateLength)
        {
            return null;
        }

        var sentAt = Text(body[..DateLength]);
        var rest = Text(body[DateLength..]);
        return rest.Length == 0 ? null
            : Absence(rest) is { } absence
            ? new CallerIdMessage(null, null, absence, sentAt, scheme)
            : new CallerIdMessage(rest, null, null, sentAt, scheme);
    }

    private static CallerIdMessage? Multiple(ReadOnlySpan<byte> body, CallerIdScheme scheme)
    {
        var message = new CallerIdMessage(null, null, null, null, scheme);
        while (body.Length >= 2)
        {
            var (kind, length) = (body[0], body[1]);
            if (length > body.Length - 2)
            {
                return null;
            }

            message = With(message, kind, Text(body.Slice(2, length)));
            body = body[(2 + length)..];
        }

        return body.IsEmpty && message is not { Number: null, Name: null, NumberAbsence: null } ? message : null;
    }

    private static CallerIdMessage With(CallerIdMessage message, byte kind, string text) => kind switch
    {
        DateAndTime => message with { SentAt = text },
        Number when Absence(text) is { } absence => message with { NumberAbsence = absence },
        Number when text.Length > 0 => message with { Number = text },
        NumberAbsent => message with { NumberAbsence = Absence(text) ?? NumberAbsence.Unavailable },
        Name when text.Length > 0 && Absence(text) is null => message with { Name = text },
        _ => message,
    };

    private static NumberAbsence? Absence(string text) => text switch
    {
        "P" => NumberAbsence.Withheld,
        "O" => NumberAbsence.Unavailable,
        _ => null,
    };

    // Signs that do not print could do harm in logs and on displays.
    private static string Text(ReadOnlySpan<byte> bytes) =>
        string.Concat(Encoding.Latin1.GetString(bytes).Where(sign => !char.IsControl(sign))).Trim();
}
