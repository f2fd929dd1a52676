namespace Switchhook.Hardware.Yaml;

/// <summary>Finds the word that a writer probably meant.</summary>
public static class NearestWord
{
    /// <summary>Longer words get no hint, so that a hostile file costs little.</summary>
    private const int LongestWord = 64;

    /// <summary>The known word nearest to <paramref name="word"/>; null when none is near enough to be meant.</summary>
    /// <remarks>
    /// Letter case and <c>_</c> for <c>-</c> do not count. Otherwise up to a third of the letters may differ, at least one.
    /// </remarks>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var wanted = Fold(word);
        var limit = Math.Max(1, wanted.Length / 3);
        return known
            .Where(candidate => candidate.Length <= LongestWord)
            .Select(candidate => (Candidate: candidate, Distance: Distance(wanted, Fold(candidate))))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>
    /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other
    /// (optimal string alignment).
    /// </summary>
    public static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static string Fold(string word) => word.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
