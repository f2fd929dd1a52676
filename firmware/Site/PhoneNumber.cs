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
}
