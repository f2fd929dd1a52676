using System.Text.RegularExpressions;

namespace Switchhook.Web.Api.Reports;

/// <summary>
/// Keeps spreadsheets from taking what people typed (a caller's name, the name at a sign-in) for a formula, which could send the table
/// elsewhere. Every cell of CSV passes here.
/// </summary>
internal static partial class CellGuard
{
    /// <summary>
    /// The text; with an apostrophe before it when a spreadsheet would calculate it. Numbers and telephone numbers stay as they are.
    /// </summary>
    public static string? Safe(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] && !Number().IsMatch(text)
            ? $"'{text}"
            : text;

    // A sign and digits; of a telephone number with spaces. With more signs it would be a sum.
    [GeneratedRegex(@"^[+-][0-9][0-9 ]*(\.[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
