namespace Switchhook.Hardware.Countries;

/// <summary>Telephone numbers as they are dialled within their own country. Pure.</summary>
public static class NationalNumber
{
    private const string UsualPrefix = "0";

    // By calling code where the national (trunk) prefix is not 0 (ITU-T operational bulletin, "List of dialling procedures").
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal) { ["7"] = "8", ["36"] = "06" };

    private static readonly HashSet<string> WithoutPrefix = new(StringComparer.Ordinal)
    {
        "1", "30", "34", "39", "45", "47", "48", "65", "351", "352", "354", "356", "357", "371", "372", "420", "852", "853", "965", "968",
        "973", "974",
    };

    /// <summary>A number of the country without its calling code, and with the national prefix; another number as it is.</summary>
    /// <param name="number">In E.164 with +.</param>
    /// <param name="country">The country.</param>
    public static string Of(string number, Country country)
    {
        var code = country.CallingCode;
        return number.StartsWith('+') && number.AsSpan(1).StartsWith(code, StringComparison.Ordinal)
            ? PrefixOf(code) + number[(1 + code.Length)..]
            : number;
    }

    private static string PrefixOf(string code) => WithoutPrefix.Contains(code) ? "" : Prefixes.GetValueOrDefault(code, UsualPrefix);
}
