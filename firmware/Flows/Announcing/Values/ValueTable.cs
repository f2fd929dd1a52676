namespace Switchhook.Flows.Announcing.Values;

/// <summary>How values are said in one language. The synthesizer reads numbers in digits rightly, but for gender and short forms.</summary>
internal sealed record ValueTable
{
    /// <summary>In front of what is less than nothing.</summary>
    public required string Minus { get; init; }

    /// <summary>The sign + in front of a telephone number.</summary>
    public required string Plus { get; init; }

    /// <summary>A digit by itself.</summary>
    public Func<char, string> Digit { get; init; } = digit => digit.ToString();

    /// <summary>A number that is not negative: the digits before the point, and those after it or none.</summary>
    public required Func<long, string, string> Number { get; init; }

    /// <summary>A day.</summary>
    public required Func<DateOnly, string> Date { get; init; }

    /// <summary>A time by hour and minute.</summary>
    public required Func<int, int, string> Time { get; init; }

    /// <summary>How many of something there are.</summary>
    public required Func<long, Noun, string> Counted { get; init; }

    /// <summary>Between the units of a currency and so many cents.</summary>
    public required Func<int, string> And { get; init; }

    /// <summary>The currencies whose names are known, by ISO 4217 code.</summary>
    public required IReadOnlyDictionary<string, CurrencyWords> Currencies { get; init; }

    /// <summary>A number with a mark between whole and fraction, as a synthesizer reads it.</summary>
    public static string WithMark(string mark, long whole, string fraction) =>
        fraction.Length == 0 ? $"{whole}" : $"{whole}{mark}{fraction}";
}

/// <summary>A word for something that is counted.</summary>
/// <param name="One">For one.</param>
/// <param name="Many">For several.</param>
/// <param name="IsFeminine">Its gender, where the language has two.</param>
internal sealed record Noun(string One, string Many, bool IsFeminine = false);

/// <summary>The words for a currency.</summary>
/// <param name="Unit">Such as the dollar.</param>
/// <param name="Cent">Its hundredth; of a currency without one it is never said.</param>
internal sealed record CurrencyWords(Noun Unit, Noun Cent);
