using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.CallerIds;

/// <summary>Caller ID as DTMF digits between a start and a stop code (ETSI EN 300 659-1, annex B, and national forms).</summary>
internal static class CallerIdDigits
{
    /// <summary>Longest message with its codes.</summary>
    public const int MaxLength = 32;

    /// <summary>True for the codes that end a message.</summary>
    public static bool IsEnd(char digit) => digit is 'C' or '#';

    /// <summary>The message as digits to send.</summary>
    public static string Render(CallerIdMessage message) => message switch
    {
        { Number: { } number } when number.Any(char.IsAsciiDigit) =>
            $"A{string.Concat(number.Where(char.IsAsciiDigit).Take(MaxLength - 2))}C",
        { NumberAbsence: NumberAbsence.Withheld } => "B10C",
        _ => "B00C",
    };

    /// <summary>Reads digits that end with a stop code.</summary>
    /// <returns>Null when they are none of the known forms.</returns>
    public static CallerIdMessage? Parse(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 3)
        {
            return null;
        }

        var body = digits[1..^1];
        return (digits[0], digits[^1]) switch
        {
            ('B', 'C') when body is "10" => Absent(NumberAbsence.Withheld),
            ('B', 'C') when body is "00" => Absent(NumberAbsence.Unavailable),
            ('D', '#') when body is "1" => Absent(NumberAbsence.Withheld),
            ('D', '#') when body is "2" or "3" => Absent(NumberAbsence.Unavailable),
            ('A' or 'D', _) => Numbered(body),
            ( >= '0' and <= '9', '#') => Numbered(digits[..^1]),
            _ => null,
        };
    }

    private static CallerIdMessage? Numbered(ReadOnlySpan<char> body)
    {
        // A redirecting number (D) or information (B) may follow the caller's own.
        var end = body.IndexOfAny('B', 'D');
        var number = end < 0 ? body : body[..end];
        return number.IsEmpty || number.ContainsAnyExceptInRange('0', '9')
            ? null
            : new CallerIdMessage(number.ToString(), null, null, null, CallerIdScheme.Dtmf);
    }

    private static CallerIdMessage Absent(NumberAbsence why) => new(null, null, why, null, CallerIdScheme.Dtmf);
}
