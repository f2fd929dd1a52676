namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>French.</summary>
internal static class French
{
    private const long Million = 1_000_000;

    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    private static readonly Noun Hour = new("heure", "heures", IsFeminine: true);
    private static readonly Noun Cent = new("centime", "centimes");
    private static readonly Noun DollarCent = new("cent", "cents");
    private static readonly Noun Dollar = new("dollar", "dollars");

    public static readonly ValueTable Table = new()
    {
        Minus = "moins ",
        Plus = "plus",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{(day.Day == 1 ? "1er" : day.Day)} {Months[day.Month - 1]} {day.Year}",
        Time = (hour, minute) => (hour switch { 0 => "minuit", 12 => "midi", _ => Counted(hour, Hour) })
            + (minute == 0 ? "" : $" {minute}"),
        Counted = Counted,
        And = _ => " et ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, DollarCent),
            ["CAD"] = new(Dollar, DollarCent),
            ["AUD"] = new(Dollar, DollarCent),
            ["NZD"] = new(Dollar, DollarCent),
            ["MXN"] = new(new("peso", "pesos"), new("centavo", "centavos")),
            ["EUR"] = new(new("euro", "euros"), Cent),
            ["GBP"] = new(new("livre sterling", "livres sterling", IsFeminine: true), new("penny", "pence")),
            ["CHF"] = new(new("franc suisse", "francs suisses"), Cent),
            ["CNY"] = new(new("yuan", "yuans"), new("fen", "fens")),
            ["JPY"] = new(new("yen", "yens"), Cent),
            ["BRL"] = new(new("réal", "réals"), new("centavo", "centavos")),
        },
    };

    private static string Counted(long number, Noun noun)
    {
        // Nought is singular.
        var word = number < 2 ? noun.One : noun.Many;
        if (number >= Million && number % Million == 0)
        {
            return $"{number} {(word[0] is 'e' or 'h' ? "d'" : "de ")}{word}";
        }

        return $"{(noun.IsFeminine ? Feminine(number) : number == 1 ? "un" : $"{number}")} {word}";
    }

    // Only "un" at the end has a feminine: 21 is "vingt et une", but 11 "onze", 71 "soixante et onze" and 91 "quatre-vingt-onze".
    private static string Feminine(long number) => (number, number % 100) switch
    {
        (1, _) => "une",
        (_, 1) => $"{number - 1} une",
        (_, 21 or 31 or 41 or 51 or 61) => $"{number - 1} et une",
        (_, 81) => $"{number - 1} une",
        _ => $"{number}",
    };
}
