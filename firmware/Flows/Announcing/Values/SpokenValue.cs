using System.Globalization;
using System.Text.RegularExpressions;
using Switchhook.Flows.Announcing.Values.Words;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Announcing.Values;

/// <summary>Puts a value into words of a language, ready for the synthesizer. Pure.</summary>
public static partial class SpokenValue
{
    private const int MostDigits = 40;
    private const int LongestValue = 60;
    private const decimal BeyondNumbers = 1_000_000_000_000;
    private const decimal BeyondMoney = 1_000_000_000;

    /// <summary>The words of a value.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">As <see cref="ValueKind"/> tells.</param>
    /// <param name="language">IETF tag; a language without tables is said in English.</param>
    /// <param name="country">Of the site, an ISO 3166-1 code: its currency is meant where none is given.</param>
    /// <returns>The words; or why the value cannot be said.</returns>
    public static SpokenText Of(ValueKind kind, string value, string language, string country)
    {
        var table = TableOf(language);
        var text = value.Trim();
        return text.Length is 0 or > LongestValue
            ? new SpokenText(null, $"A value of {text.Length} characters cannot be said; it may have 1 to {LongestValue}.")
            : kind switch
            {
                ValueKind.Digits => Digits(text, table, language),
                ValueKind.Number => Number(text, table),
                ValueKind.Date => Date(text, table),
                ValueKind.Time => Time(text, table),
                ValueKind.Money => Money(text, table, Currency.Of(country)),
            };
    }

    private static ValueTable TableOf(string language)
    {
        var tag = language.ToLowerInvariant();
        return tag.Split('-')[0] switch
        {
            "de" => German.Table,
            "es" => Spanish.Table,
            "fr" => French.Table,
            "it" => Italian.Table,
            "nl" => Dutch.Table,
            "pt" => Portuguese.Table,
            "zh" or "cmn" => Chinese.Table,
            _ => tag is "en" or "en-us" or "en-ca" ? English.American : English.Table,
        };
    }

    private static SpokenText Digits(string value, ValueTable table, string language)
    {
        var plain = Separators().Replace(value, "");
        if (!DigitString().IsMatch(plain) || plain.Length > MostDigits)
        {
            return Wrong(value, "1 to 40 digits, such as 4711");
        }

        var book = Phrasebook.For(language);
        var words = plain.Select(mark => mark switch
        {
            '+' => table.Plus,
            '*' or '#' => book.Key(mark.ToString()),
            _ => table.Digit(mark),
        }).ToList();

        // Three and three, but never one alone at the end.
        var groups = words.Chunk(3).ToList();
        if (groups.Count > 1 && groups[^1].Length == 1)
        {
            groups[^2] = [.. groups[^2], .. groups[^1]];
            groups.RemoveAt(groups.Count - 1);
        }

        return new SpokenText(string.Join(", ", groups.Select(group => string.Join(' ', group))), null);
    }

    private static SpokenText Number(string value, ValueTable table)
    {
        if (!TryDecimal(value, out var number) || Math.Abs(number) >= BeyondNumbers)
        {
            return Wrong(value, "a number below a million millions, with a point before its fraction, such as -12.5");
        }

        var (whole, hundredths, isNegative) = Split(number, 2);
        var fraction = hundredths == 0 ? "" : hundredths.ToString("00", CultureInfo.InvariantCulture).TrimEnd('0');
        return new SpokenText(Signed(isNegative, table.Number(whole, fraction), table), null);
    }

    private static SpokenText Date(string value, ValueTable table) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2200
            ? new SpokenText(table.Date(day), null)
            : Wrong(value, "a day from 1900 to 2199, such as 2026-11-23");

    private static SpokenText Time(string value, ValueTable table) =>
        TimeOnly.TryParseExact(value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new SpokenText(table.Time(time.Hour, time.Minute), null)
            : Wrong(value, "a time on the 24-hour clock, such as 14:30");

    private static SpokenText Money(string value, ValueTable table, string? local)
    {
        if (AmountWithCurrency().Match(value) is not { Success: true } match
            || !TryDecimal(match.Groups["amount"].Value, out var amount) || Math.Abs(amount) >= BeyondMoney)
        {
            return Wrong(value, "an amount below a thousand millions, such as 12.50 or 12.50 EUR");
        }

        if ((match.Groups["code"] is { Success: true } given ? given.Value : local) is not { } code)
        {
            return new SpokenText(null, $"\"{value}\" has no currency, and that of the country is not known. Write it after the amount.");
        }

        var (whole, cents, isNegative) = Split(amount, Currency.DecimalsOf(code));
        if (!table.Currencies.TryGetValue(code, out var words) || !Currency.IsClear(code, local))
        {
            var fraction = cents == 0 ? "" : cents.ToString("00", CultureInfo.InvariantCulture);
            var number = Signed(isNegative, table.Number(whole, fraction), table);
            return new SpokenText($"{number} {string.Join(' ', code.AsEnumerable())}", null);
        }

        var said = (whole, cents) switch
        {
            (_, 0) => table.Counted(whole, words.Unit),
            (0, _) => table.Counted(cents, words.Cent),
            _ => table.Counted(whole, words.Unit) + table.And(cents) + table.Counted(cents, words.Cent),
        };
        return new SpokenText(Signed(isNegative, said, table), null);
    }

    // Half a cent goes away from nothing, as people round.
    private static (long Whole, int Hundredths, bool IsNegative) Split(decimal number, int decimals)
    {
        var rounded = Math.Round(Math.Abs(number), decimals, MidpointRounding.AwayFromZero);
        var whole = decimal.Truncate(rounded);
        return ((long)whole, (int)((rounded - whole) * 100), number < 0 && rounded > 0);
    }

    private static string Signed(bool isNegative, string words, ValueTable table) => isNegative ? table.Minus + words : words;

    private static bool TryDecimal(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static SpokenText Wrong(string value, string wanted) => new(null, $"\"{value}\" cannot be said: it has to be {wanted}.");

    [GeneratedRegex("[ ()./-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();

    [GeneratedRegex("^[+]?[0-9*#]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigitString();

    [GeneratedRegex("^(?<amount>-?[0-9.]+) ?(?<code>[A-Z]{3})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmountWithCurrency();
}

/// <summary>A value in words.</summary>
/// <param name="Text">The words; null when the value cannot be said.</param>
/// <param name="Why">Why not, a sentence with the cure; null when it can.</param>
public sealed record SpokenText(string? Text, string? Why);
