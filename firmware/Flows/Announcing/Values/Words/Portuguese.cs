namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Portuguese, in Portugal and Brazil.</summary>
internal static class Portuguese
{
    private const long Million = 1_000_000;

    private static readonly string[] Months =
    [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ];

    private static readonly string[] Hundreds =
    [
        "", "cento", "duzentas", "trezentas", "quatrocentas", "quinhentas", "seiscentas", "setecentas", "oitocentas", "novecentas",
    ];

    private static readonly string[] Tens =
        ["", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"];

    private static readonly Noun Hour = new("hora", "horas", IsFeminine: true);
    private static readonly Noun Minute = new("minuto", "minutos");
    private static readonly Noun Cent = new("cêntimo", "cêntimos");
    private static readonly Noun Centavo = new("centavo", "centavos");
    private static readonly Noun Dollar = new("dólar", "dólares");

    public static readonly ValueTable Table = new()
    {
        Minus = "menos ",
        Plus = "mais",
        Number = (whole, fraction) => ValueTable.WithMark(",", whole, fraction),
        Date = day => $"{day.Day} de {Months[day.Month - 1]} de {day.Year}",
        Time = (hour, minute) => (hour switch { 0 => "meia-noite", 12 => "meio-dia", _ => Counted(hour, Hour) })
            + (minute == 0 ? "" : $" e {Counted(minute, Minute)}"),
        Counted = Counted,
        And = _ => " e ",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["USD"] = new(Dollar, Centavo),
            ["CAD"] = new(Dollar, Centavo),
            ["AUD"] = new(Dollar, Centavo),
            ["NZD"] = new(Dollar, Centavo),
            ["MXN"] = new(new("peso", "pesos"), Centavo),
            ["EUR"] = new(new("euro", "euros"), Cent),
            ["GBP"] = new(new("libra", "libras", IsFeminine: true), new("péni", "pence")),
            ["CHF"] = new(new("franco suíço", "francos suíços"), Cent),
            ["CNY"] = new(new("yuan", "yuans"), new("fen", "fens")),
            ["JPY"] = new(new("iene", "ienes"), Cent),
            ["BRL"] = new(new("real", "reais"), Centavo),
        },
    };

    private static string Counted(long number, Noun noun)
    {
        if (number >= Million && number % Million == 0)
        {
            return $"{number} de {noun.Many}";
        }

        var word = number == 1 ? noun.One : noun.Many;
        var (thousands, rest) = Math.DivRem(number, 1000);
        if (!noun.IsFeminine || rest == 0 || !ChangesByGender(rest))
        {
            return $"{number} {word}";
        }

        // "E" before the last part when it is a full hundred or less than one.
        var joint = rest < 100 || rest % 100 == 0 ? " e " : " ";
        return $"{(thousands == 0 ? "" : $"{thousands * 1000}{joint}")}{Feminine(rest)} {word}";
    }

    // The rest the synthesizer reads rightly by itself.
    private static bool ChangesByGender(long number) => number >= 200 || (number % 10 is 1 or 2 && number % 100 is not 11 and not 12);

    private static string Feminine(long number)
    {
        var (hundreds, rest) = Math.DivRem(number, 100);
        return (hundreds, rest) switch
        {
            (0, _) => FeminineBelowHundred(rest),
            (_, 0) => Hundreds[hundreds],
            _ => $"{Hundreds[hundreds]} e {FeminineBelowHundred(rest)}",
        };
    }

    private static string FeminineBelowHundred(long number)
    {
        var unit = (number % 10) switch { 1 => "uma", 2 => "duas", _ => null };
        return unit is null || number is 11 or 12 ? $"{number}"
            : number < 10 ? unit
            : $"{Tens[number / 10]} e {unit}";
    }
}
