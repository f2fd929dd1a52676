using System.Collections.Immutable;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Site;
using Switchhook.Site.Prompts;
using Switchhook.Web.Seams;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Prompts;

/// <summary>The page of the prompts.</summary>
/// <param name="Prompts">All of the site.</param>
/// <param name="Site">The site.</param>
/// <param name="Words">Names and times.</param>
public sealed record PromptsView(IReadOnlyList<PromptState> Prompts, SiteModel Site, SiteWords Words)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>How much is missing, in a sentence.</summary>
    public string Summary
    {
        get
        {
            var versions = Prompts.SelectMany(prompt => prompt.Versions).ToList();
            var missing = versions.Count(version => version.Trouble is not null);
            return versions.Count == 0 ? Say["The site has no prompts."]
                : missing == 0 ? Say["All prompts are there in every language of the site."]
                : Say["{0} of {1} are missing.", missing, versions.Count];
        }
    }

    /// <summary>What is dialled to record a prompt, by its name.</summary>
    public ImmutableSortedDictionary<string, string> Codes { get; } = PromptNumbers.CodesOf(Site);

    /// <summary>The name of a language.</summary>
    public static string Language(PromptVersion version) => Say.Told(LanguageNames.Of(version.Language));

    /// <summary>Where what callers hear comes from, in words.</summary>
    public string Source(PromptVersion version) =>
        version.Own is { } own ? Say["{0} on {1}.", Upper(Say.Told(own.How)), Words.DayAndTime(own.At)]
        : version.File is { } file ? Say["The file {0}.", file]
        : version.Text is { } text ? Say["Spoken: “{0}”", text]
        : Say["Not given in this language."];

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
