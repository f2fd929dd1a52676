using System.Net;
using System.Text.RegularExpressions;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>What a browser would send of the forms of a page as they came.</summary>
internal static partial class FormFields
{
    /// <summary>Names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(string html) =>
    [
        .. Input().Matches(html).Select(input => input.Value).Where(IsSent)
            .Select(input => (Attribute(input, "name"), Attribute(input, "value"))).Where(field => field.Item1.Length > 0),
        .. Area().Matches(html).Select(area => (
            WebUtility.HtmlDecode(area.Groups["name"].Value), WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\n'))),
        .. Select().Matches(html).Select(select => (
            WebUtility.HtmlDecode(select.Groups["name"].Value), Chosen(select.Groups["options"].Value))),
    ];

    private static bool IsSent(string input) =>
        !input.Contains(" disabled", StringComparison.Ordinal)
        && (!(input.Contains("\"checkbox\"", StringComparison.Ordinal) || input.Contains("\"radio\"", StringComparison.Ordinal))
            || input.Contains(" checked", StringComparison.Ordinal));

    private static string Chosen(string options)
    {
        var all = Option().Matches(options).Select(option => option.Value).ToList();
        return all.Find(option => option.Contains(" selected", StringComparison.Ordinal)) is { } chosen ? Attribute(chosen, "value")
            : all.Count > 0 ? Attribute(all[0], "value")
            : "";
    }

    private static string Attribute(string part, string name) =>
        part.Split($" {name}=\"") is [_, var rest] ? WebUtility.HtmlDecode(rest[..rest.IndexOf('"', StringComparison.Ordinal)]) : "";

    [GeneratedRegex("<input [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Input();

    [GeneratedRegex("<textarea name=\"(?<name>[^\"]*)\"[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.NonBacktracking)]
    private static partial Regex Area();

    [GeneratedRegex(
        "<select name=\"(?<name>[^\"]*)\"[^>]*>(?<options>.*?)</select>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
