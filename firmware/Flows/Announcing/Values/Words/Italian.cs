namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Italian.</summary>
internal static class Italian
{
    private const long Million = 1_000_000;

    private static readonly string[] Months =
    [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ];

    private static readonly Noun Cent = new("centesimo", "centesimi");
    private static readonly Noun Dollar = new("dollaro", "dollari");

    public static readonly ValueTable Table = new()
    {
        Minus = "meno ",
        Plus = "più",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{(day.Day == 1 ? "primo" : day.Day)} {Months[day.Month - 1]} {day.Year}",
        Time = (hour, minute) =>
            (hour switch { 0 => "mezzanotte", 12 => "mezzogiorno", 1 => "l'una", _ => $"le {hour}" }) + (minute == 0 ? "" : $" e {minute}"),
        Counted = Counted,
        And = _ => " e ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Cent),
            ["CAD"] = new(Dollar, Cent),
            ["AUD"] = new(Dollar, Cent),
            ["NZD"] = new(Dollar, Cent),
            ["MXN"] = new(new("peso", "pesos"), new("centavo", "centavos")),
            ["EUR"] = new(new("euro", "euro"), Cent),
            ["GBP"] = new(new("sterlina", "sterline", IsFeminine: true), new("penny", "penny")),
            ["CHF"] = new(new("franco", "franchi"), Cent),
            ["CNY"] = new(new("yuan", "yuan"), new("fen", "fen")),
            ["JPY"] = new(new("yen", "yen"), Cent),
            ["BRL"] = new(new("real", "reais"), new("centavo", "centavos")),
        },
    };

    private static string Counted(long number, Noun noun) => number switch
    {
        1 => $"{(noun.IsFeminine ? "una" : "un")} {noun.One}",
        >= Million when number % Million == 0 => $"{number} di {noun.Many}",
        _ => $"{number} {noun.Many}",
    };
}
