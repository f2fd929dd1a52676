namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Spanish.</summary>
internal static class Spanish
{
    private const long Million = 1_000_000;

    private static readonly string[] Months =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];

    private static readonly string[] Tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];

    private static readonly string[] Hundreds =
    [
        "", "ciento", "doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient", "ochocient", "novecient",
    ];

    private static readonly Noun Hour = new("hora", "horas", IsFeminine: true);
    private static readonly Noun Minute = new("minuto", "minutos");
    private static readonly Noun Cent = new("céntimo", "céntimos");
    private static readonly Noun Centavo = new("centavo", "centavos");
    private static readonly Noun Dollar = new("dólar", "dólares");

    public static readonly ValueTable Table = new()
    {
        Minus = "menos ",
        Plus = "más",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{day.Day} de {Months[day.Month - 1]} de {day.Year}",
        Time = (hour, minute) => Counted(hour, Hour) + (minute == 0 ? "" : $" y {Counted(minute, Minute)}"),
        Counted = Counted,
        And = _ => " con ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Centavo),
            ["CAD"] = new(Dollar, Centavo),
            ["AUD"] = new(Dollar, Centavo),
            ["NZD"] = new(Dollar, Centavo),
            ["MXN"] = new(new("peso", "pesos"), Centavo),
            ["EUR"] = new(new("euro", "euros"), Cent),
            ["GBP"] = new(new("libra", "libras", IsFeminine: true), new("penique", "peniques")),
            ["CHF"] = new(new("franco suizo", "francos suizos"), Cent),
            ["CNY"] = new(new("yuan", "yuanes"), new("fen", "fen")),
            ["JPY"] = new(new("yen", "yenes"), Cent),
            ["BRL"] = new(new("real", "reales"), Centavo),
        },
    };

    private static string Counted(long number, Noun noun)
    {
        if (number >= Million && number % Million == 0)
        {
            return $"{number} de {noun.Many}";
        }

        var (thousands, rest) = Math.DivRem(number, 1000);
        var word = number == 1 ? noun.One : noun.Many;
        return rest == 0 || !ChangesByGender(rest, noun.IsFeminine)
            ? $"{number} {word}"
            : $"{(thousands == 0 ? "" : $"{thousands * 1000} ")}{BelowThousand(rest, noun.IsFeminine)} {word}";
    }

    // The rest the synthesizer reads rightly by itself.
    private static bool ChangesByGender(long number, bool isFeminine) =>
        (number % 10 == 1 && number % 100 != 11) || (isFeminine && number >= 200);

    private static string BelowThousand(long number, bool isFeminine)
    {
        var (hundreds, rest) = Math.DivRem(number, 100);
        var hundred = hundreds < 2 ? Hundreds[hundreds] : Hundreds[hundreds] + (isFeminine ? "as" : "os");
        return rest == 0 ? hundred : $"{hundred} {BelowHundred(rest, isFeminine)}".TrimStart();
    }

    private static string BelowHundred(long number, bool isFeminine) => (number, number % 10) switch
    {
        (1, _) => isFeminine ? "una" : "un",
        (21, _) => isFeminine ? "veintiuna" : "veintiún",
        ( > 30, 1) => $"{Tens[number / 10]} y {(isFeminine ? "una" : "un")}",
        _ => $"{number}",
    };
}
