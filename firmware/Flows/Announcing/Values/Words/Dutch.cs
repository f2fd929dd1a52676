namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Dutch.</summary>
internal static class Dutch
{
    private static readonly string[] Months =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ];

    private static readonly Noun Cent = new("cent", "cent");
    private static readonly Noun Dollar = new("dollar", "dollar");

    public static readonly ValueTable Table = new()
    {
        Minus = "min ",
        Plus = "plus",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{day.Day} {Months[day.Month - 1]} {day.Year}",
        Time = (hour, minute) => $"{(hour == 1 ? "één" : hour)} uur" + (minute == 0 ? "" : $" {minute}"),
        Counted = (number, noun) => number == 1 ? $"één {noun.One}" : $"{number} {noun.Many}",
        And = _ => " en ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Cent),
            ["CAD"] = new(Dollar, Cent),
            ["AUD"] = new(Dollar, Cent),
            ["NZD"] = new(Dollar, Cent),
            ["MXN"] = new(new("peso", "peso"), new("centavo", "centavo")),
            ["EUR"] = new(new("euro", "euro"), Cent),
            ["GBP"] = new(new("pond", "pond"), new("penny", "pence")),
            ["CHF"] = new(new("Zwitserse frank", "Zwitserse frank"), new("rappen", "rappen")),
            ["CNY"] = new(new("yuan", "yuan"), new("fen", "fen")),
            ["JPY"] = new(new("yen", "yen"), Cent),
            ["BRL"] = new(new("real", "real"), new("centavo", "centavo")),
        },
    };
}
