namespace Switchhook.Site;

/// <summary>Telephone numbers as people write them.</summary>
public static class PhoneNumber
{
    /// <summary>Fewest of its last digits by which a number is known.</summary>
    public const int FewestLastDigits = 3;

    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>The number in E.164 (<c>+13125550100</c>) without what people write between digits; null when it is none.</summary>
    /// <param name="written">The number with + and country code.</param>
    public static string? Normalize(string written)
    {
        var plain = string.Concat(written.Where(mark => mark is not (' ' or '-' or '.' or '/' or '(' or ')')));
        return plain.Length is > FewestDigits and <= MostDigits + 1 && plain[0] == '+' && plain[1] != '0'
            && plain.Skip(1).All(char.IsAsciiDigit)
            ? plain
            : null;
    }

    /// <summary>
    /// True when a number as a line tells it is this one: with the country code, without, or with what is dialled before it.
    /// </summary>
    /// <param name="number">In E.164.</param>
    /// <param name="told">As received: <c>3125550142</c>, <c>0171 5550142</c>.</param>
    public static bool AreSame(string number, string told)
    {
        // All of the shorter one but what is dialled before it (0, 1) ends the longer one; fewer than seven digits say nothing.
        var (known, heard) = (DigitsOf(number), DigitsOf(told).TrimStart('0'));
        var (shorter, longer) = known.Length <= heard.Length ? (known, heard) : (heard, known);
        return shorter.Length >= FewestDigits && longer.EndsWith(shorter, StringComparison.Ordinal);
    }

    private static string DigitsOf(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
