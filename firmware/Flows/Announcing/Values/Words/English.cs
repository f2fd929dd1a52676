namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>English.</summary>
internal static class English
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly Noun Cent = new("cent", "cents");
    private static readonly Noun Dollar = new("dollar", "dollars");

    public static readonly ValueTable Table = new()
    {
        Minus = "minus ",
        Plus = "plus",
        Number = (whole, fraction) => ValueTable.WithMark(".", whole, fraction),
        Date = day => $"the {Ordinal(day.Day)} of {Months[day.Month - 1]} {day.Year}",
        Time = Clock,
        Counted = (number, noun) => number == 1 ? $"one {noun.One}" : $"{number} {noun.Many}",
        And = _ => " and ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Cent),
            ["CAD"] = new(Dollar, Cent),
            ["AUD"] = new(Dollar, Cent),
            ["NZD"] = new(Dollar, Cent),
            ["MXN"] = new(new("peso", "pesos"), new("centavo", "centavos")),
            ["EUR"] = new(new("euro", "euros"), Cent),
            ["GBP"] = new(new("pound", "pounds"), new("penny", "pence")),
            ["CHF"] = new(new("Swiss franc", "Swiss francs"), new("centime", "centimes")),
            ["CNY"] = new(new("yuan", "yuan"), new("fen", "fen")),
            ["JPY"] = new(new("yen", "yen"), Cent),
            ["BRL"] = new(new("real", "reais"), new("centavo", "centavos")),
        },
    };

    /// <summary>As in the United States and Canada.</summary>
    public static readonly ValueTable American = Table with
    {
        Date = day => $"{Months[day.Month - 1]} {Ordinal(day.Day)}, {day.Year}",
    };

    private static string Ordinal(int day) => day switch
    {
        1 or 21 or 31 => $"{day}st",
        2 or 22 => $"{day}nd",
        3 or 23 => $"{day}rd",
        _ => $"{day}th",
    };

    private static string Clock(int hour, int minute)
    {
        var half = hour < 12 ? "AM" : "PM";
        var twelve = hour % 12 == 0 ? 12 : hour % 12;
        return (hour, minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "noon",
            (_, 0) => $"{twelve} {half}",
            _ => $"{twelve}:{minute:00} {half}",
        };
    }
}
