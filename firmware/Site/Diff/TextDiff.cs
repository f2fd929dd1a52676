namespace Switchhook.Site.Diff;

/// <summary>Shows which lines of a file changed, with the lines around them.</summary>
public static class TextDiff
{
    private const int Around = 2;

    // Between the first and the last change. Beyond it the table would take megabytes, and nobody compares so much by eye.
    private const int MostLines = 2000;

    /// <summary>The lines that are gone or new and two around each, in order; empty when nothing changed.</summary>
    public static IReadOnlyList<DiffLine> Between(string before, string after)
    {
        var all = Whole(Lines(before), Lines(after));
        var near = new bool[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Mark != DiffMark.Same)
            {
                Array.Fill(near, true, Math.Max(0, i - Around), Math.Min(all.Count, i + Around + 1) - Math.Max(0, i - Around));
            }
        }

        return
        [
            .. all.Select((line, index) => line with { IsAfterGap = index > 0 && !near[index - 1] }).Where((_, index) => near[index]),
        ];
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];

    private static List<DiffLine> Whole(string[] before, string[] after)
    {
        var (start, shortest) = (0, Math.Min(before.Length, after.Length));
        while (start < shortest && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shortest - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var lines = new List<DiffLine>(after.Length + 16);
        lines.AddRange(after[..start].Select((text, index) => new DiffLine(DiffMark.Same, index + 1, text)));
        lines.AddRange(Middle(before[start..^end], after[start..^end], start));
        lines.AddRange(after[^end..].Select((text, index) => new DiffLine(DiffMark.Same, after.Length - end + index + 1, text)));
        return lines;
    }

    // By the longest common subsequence; of equal ways the one that takes lines out first.
    private static IEnumerable<DiffLine> Middle(string[] before, string[] after, int start)
    {
        var known = before.Length <= MostLines && after.Length <= MostLines;
        var common = known ? Common(before, after) : new int[1, 1];
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (known && i < before.Length && j < after.Length && before[i] == after[j])
            {
                (i, j) = (i + 1, j + 1);
                yield return new DiffLine(DiffMark.Same, start + j, after[j - 1]);
            }
            else if (i < before.Length && (!known || j == after.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new DiffLine(DiffMark.Removed, start + ++i, before[i - 1]);
            }
            else
            {
                yield return new DiffLine(DiffMark.Added, start + ++j, after[j - 1]);
            }
        }
    }

    private static int[,] Common(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}

/// <summary>A line of a comparison.</summary>
/// <param name="Mark">What became of it.</param>
/// <param name="Line">Its number, from 1: in the old text when it is gone, else in the new one.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffMark Mark, int Line, string Text)
{
    /// <summary>True when lines that are the same stand before it and are left out.</summary>
    public bool IsAfterGap { get; init; }

    /// <summary>As programs that compare files show it: <c>-</c>, <c>+</c> or a space before the line.</summary>
    public override string ToString() => $"{(Mark == DiffMark.Removed ? '-' : Mark == DiffMark.Added ? '+' : ' ')} {Text}";
}

/// <summary>What became of a line.</summary>
public enum DiffMark
{
    /// <summary>It is as it was.</summary>
    Same,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is new.</summary>
    Added,
}
