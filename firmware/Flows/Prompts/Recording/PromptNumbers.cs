using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Site;

namespace Switchhook.Flows.Prompts.Recording;

/// <summary>The numbers by which the prompts of a site are recorded at a telephone: in the order of their names. Pure.</summary>
public static class PromptNumbers
{
    /// <summary>What is dialled before the number.</summary>
    public const string Code = "*54";

    /// <summary>The secret that opens the code for all phones; without it only the front desk may record.</summary>
    public const string Secret = "pin/prompts";

    private const int MostOfTwoDigits = 99;

    /// <summary>The prompts by number. All numbers of a site have as many digits, so none begins another.</summary>
    public static ImmutableSortedDictionary<string, string> Of(SiteModel site)
    {
        var format = site.Prompts.Count > MostOfTwoDigits ? "0000" : "00";
        return site.Prompts.Keys
            .Select((name, index) => KeyValuePair.Create((index + 1).ToString(format, CultureInfo.InvariantCulture), name))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>What is dialled for each prompt, by its name; empty for a site without phones.</summary>
    public static ImmutableSortedDictionary<string, string> CodesOf(SiteModel site) => site.Phones.IsEmpty
        ? ImmutableSortedDictionary<string, string>.Empty
        : Of(site).ToImmutableSortedDictionary(prompt => prompt.Value, prompt => Code + prompt.Key, StringComparer.Ordinal);
}
