using Switchhook.Site.Prompts;

namespace Switchhook.Site.Drafts.Prompts;

/// <summary>Turns the prompts of a draft without mistakes into those of the model.</summary>
internal static class PromptBuilder
{
    /// <summary>A prompt.</summary>
    /// <param name="prompt">The draft.</param>
    /// <param name="languages">Of the site; the first is what a caller hears who has chosen none.</param>
    public static PromptConfig Prompt(PromptDraft prompt, ValueList<string> languages)
    {
        var texts = languages.Select(language => Text(prompt, language, languages[0])).OfType<PromptText>().ToList();
        var first = texts.Find(text => text.Language == languages[0]) ?? throw ModelBuilder.Hole();
        return new PromptConfig(prompt.Name.Value, first.File, first.Say)
        {
            Others = [.. texts.Where(text => text != first)],
            Level = prompt.Level,
        };
    }

    private static PromptText? Text(PromptDraft prompt, string language, string first)
    {
        var file = Find(prompt.Files, language, first);
        var say = Find(prompt.Says, language, first);
        return file is null && say is null ? null : new PromptText(language, file, say);
    }

    private static string? Find(IEnumerable<PromptTextDraft> texts, string language, string first) =>
        texts.FirstOrDefault(text => text.LanguageIn(first) == language)?.Text?.Value;
}
