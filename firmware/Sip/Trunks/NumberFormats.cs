using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>Writes telephone numbers as providers want them. Pure.</summary>
internal static class NumberFormats
{
    private const string UsualPrefix = "0";

    // By calling code where the national (trunk) prefix is not 0 (ITU-T operational bulletin, "List of dialling procedures").
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal) { ["7"] = "8", ["36"] = "06" };

    private static readonly HashSet<string> WithoutPrefix = new(StringComparer.Ordinal)
    {
        "1", "30", "34", "39", "45", "47", "48", "65", "351", "352", "354", "356", "357", "371", "372", "420", "852", "853", "965", "968",
        "973", "974",
    };

    /// <summary>A number of the box in a provider's form.</summary>
    /// <param name="number">In E.164 with +; what has none is left as it is.</param>
    /// <param name="format">The form.</param>
    /// <param name="country">The site's country.</param>
    public static string Write(string number, CallerNumberFormat format, Country country)
    {
        if (!number.StartsWith('+'))
        {
            return number;
        }

        return format switch
        {
            CallerNumberFormat.PlusE164 or CallerNumberFormat.AsIs => number,
            CallerNumberFormat.E164 => number[1..],
            CallerNumberFormat.National => National(number, country),
        };
    }

    private static string National(string number, Country country)
    {
        var code = country.CallingCode;
        return number.AsSpan(1).StartsWith(code, StringComparison.Ordinal)
            ? PrefixOf(code) + number[(1 + code.Length)..]
            : number;
    }

    private static string PrefixOf(string code) => WithoutPrefix.Contains(code) ? "" : Prefixes.GetValueOrDefault(code, UsualPrefix);
}
