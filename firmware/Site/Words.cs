namespace Switchhook.Site;

/// <summary>Small helps for sentences.</summary>
internal static class Words
{
    /// <summary>A number with its noun: "1 line", "3 lines", "no lines".</summary>
    public static string Count(int number, string noun) => number switch
    {
        0 => $"no {noun}s",
        1 => $"1 {noun}",
        _ => $"{number} {noun}s",
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
