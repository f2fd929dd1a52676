namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>German.</summary>
internal static class German
{
    private static readonly string[] Months =
    [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ];

    // The synthesizer would read "1." as the number.
    private static readonly string[] Ordinals =
    [
        "erster", "zweiter", "dritter", "vierter", "fünfter", "sechster", "siebter", "achter", "neunter", "zehnter", "elfter", "zwölfter",
        "dreizehnter", "vierzehnter", "fünfzehnter", "sechzehnter", "siebzehnter", "achtzehnter", "neunzehnter", "zwanzigster",
        "einundzwanzigster", "zweiundzwanzigster", "dreiundzwanzigster", "vierundzwanzigster", "fünfundzwanzigster",
        "sechsundzwanzigster", "siebenundzwanzigster", "achtundzwanzigster", "neunundzwanzigster", "dreißigster", "einunddreißigster",
    ];

    private static readonly Noun Cent = new("Cent", "Cent");
    private static readonly Noun Dollar = new("Dollar", "Dollar");

    public static readonly ValueTable Table = new()
    {
        Minus = "minus ",
        Plus = "plus",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{Ordinals[day.Day - 1]} {Months[day.Month - 1]} {day.Year}",
        Time = (hour, minute) => (hour == 1 ? "ein Uhr" : $"{hour} Uhr") + (minute == 0 ? "" : $" {minute}"),
        Counted = (number, noun) => number == 1 ? $"{(noun.IsFeminine ? "eine" : "ein")} {noun.One}" : $"{number} {noun.Many}",
        And = _ => " und ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Cent),
            ["CAD"] = new(Dollar, Cent),
            ["AUD"] = new(Dollar, Cent),
            ["NZD"] = new(Dollar, Cent),
            ["MXN"] = new(new("Peso", "Pesos"), new("Centavo", "Centavos")),
            ["EUR"] = new(new("Euro", "Euro"), Cent),
            ["GBP"] = new(new("Pfund", "Pfund"), new("Penny", "Pence")),
            ["CHF"] = new(new("Franken", "Franken"), new("Rappen", "Rappen")),
            ["CNY"] = new(new("Yuan", "Yuan"), new("Fen", "Fen")),
            ["JPY"] = new(new("Yen", "Yen"), Cent),
            ["BRL"] = new(new("Real", "Reais"), new("Centavo", "Centavos")),
        },
    };
}
