using System.Text.RegularExpressions;

namespace Switchhook.Storage.Diagnostics;

/// <summary>Takes telephone numbers out of a text but for their last two digits, so that two callers can still be told apart.</summary>
public static partial class NumberMask
{
    /// <summary>The text without numbers of seven digits and more; days, times and ids of calls stay.</summary>
    public static string Clean(string text) =>
        BesideTimes(text, part => Digits().Replace(part, found => Masked(found.Value)));

    /// <summary>A number, of whatever length.</summary>
    public static string Masked(string number) => number.Length <= 2 ? "…" : $"…{number[^2..]}";

    /// <summary>Changes a text but for its days, times and ids of calls.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clean">Changes what stands between them.</param>
    internal static string BesideTimes(string text, Func<string, string> clean) =>
        string.Concat(TimeOrId().Split(text).Select((part, place) => place % 2 == 0 ? clean(part) : part));

    [GeneratedRegex(@"\+?\d(?:[ ()-]?\d){6,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    // The one group makes the split give what it splits at, too. Ids of legs and recordings are ids of calls with a tail.
    [GeneratedRegex(
        @"(?<stays>\b20\d{6}-\d{6}(?:-[0-9a-z]{1,6}){0,3}\b"
            + @"|\b(?:19|20)\d{2}-[01]\d-[0-3]\d(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2})?)?\b"
            + @"|\b\d{2}:\d{2}:\d{2}\.\d{1,7}\b)",
        RegexOptions.NonBacktracking)]
    private static partial Regex TimeOrId();
}
