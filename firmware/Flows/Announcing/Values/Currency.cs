namespace Switchhook.Flows.Announcing.Values;

/// <summary>Currencies: which a country has (ISO 4217), and which are said by their names.</summary>
internal static class Currency
{
    private static readonly HashSet<string> Euro = new(
        "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> OfCountries = new(StringComparer.Ordinal)
    {
        ["AR"] = "ARS",
        ["AU"] = "AUD",
        ["BR"] = "BRL",
        ["CA"] = "CAD",
        ["CH"] = "CHF",
        ["CL"] = "CLP",
        ["CN"] = "CNY",
        ["CO"] = "COP",
        ["CZ"] = "CZK",
        ["DK"] = "DKK",
        ["GB"] = "GBP",
        ["HK"] = "HKD",
        ["HU"] = "HUF",
        ["IL"] = "ILS",
        ["IN"] = "INR",
        ["JP"] = "JPY",
        ["KR"] = "KRW",
        ["LI"] = "CHF",
        ["MX"] = "MXN",
        ["NO"] = "NOK",
        ["NZ"] = "NZD",
        ["PL"] = "PLN",
        ["RO"] = "RON",
        ["SE"] = "SEK",
        ["SG"] = "SGD",
        ["TR"] = "TRY",
        ["TW"] = "TWD",
        ["US"] = "USD",
        ["ZA"] = "ZAR",
    };

    // Several currencies have these names: abroad, one would be taken for another.
    private static readonly HashSet<string> Shared = new(["USD", "CAD", "AUD", "NZD", "MXN"], StringComparer.Ordinal);

    private static readonly HashSet<string> WithoutCents = new(["JPY", "KRW", "CLP"], StringComparer.Ordinal);

    /// <summary>The currency of a country; null where the box does not know it.</summary>
    /// <param name="country">ISO 3166-1 code.</param>
    public static string? Of(string country) => Euro.Contains(country) ? "EUR" : OfCountries.GetValueOrDefault(country);

    /// <summary>True when the name of the currency says which it is.</summary>
    /// <param name="code">The currency.</param>
    /// <param name="local">That of the site.</param>
    public static bool IsClear(string code, string? local) => code == local || !Shared.Contains(code);

    /// <summary>Digits after the point.</summary>
    public static int DecimalsOf(string code) => WithoutCents.Contains(code) ? 0 : 2;
}
