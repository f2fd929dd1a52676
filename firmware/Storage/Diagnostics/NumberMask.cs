using System.Text.RegularExpressions;

namespace Switchhook.Storage.Diagnostics;

/// <summary>Takes telephone numbers out of a text but for their last two digits, so that two callers can still be told apart.</summary>
public static partial class NumberMask
{
    /// <summary>The text without numbers of seven digits and more; days, times and ids of calls stay.</summary>
    public static string Clean(string text) =>
        Digits().Replace(text, found => IsTime().IsMatch(found.Value) ? found.Value : Masked(found.Value));

    /// <summary>A number, of whatever length.</summary>
    public static string Masked(string number) => number.Length <= 2 ? "…" : $"…{number[^2..]}";

    [GeneratedRegex(@"\+?\d(?:[ ()-]?\d){6,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{8}-\d{6}$|^\d{4}-\d{2}-\d{2}(?: \d{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex IsTime();
}
