using Switchhook.Hardware.Yaml;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Drafts.Prompts;

/// <summary>A prompt as the file says it.</summary>
/// <param name="Name">The name.</param>
/// <param name="At">Where its keys begin.</param>
/// <param name="Files">Its sound files.</param>
/// <param name="Says">Its texts to say.</param>
/// <param name="Level">How loud it is.</param>
internal sealed record PromptDraft(
    Located<string> Name, Place At, IReadOnlyList<PromptTextDraft> Files, IReadOnlyList<PromptTextDraft> Says, PromptLevel Level)
    : INamedDraft
{
    /// <summary>Files and texts.</summary>
    public IEnumerable<PromptTextDraft> All => Files.Concat(Says);
}

/// <summary>A file or a text of a prompt.</summary>
/// <param name="Language">Its language; null for the first of the site.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Text">Path or text; null when it is wrong, and noted already.</param>
internal sealed record PromptTextDraft(Located<string>? Language, Place At, Located<string>? Text)
{
    /// <summary>The language that it is in.</summary>
    /// <param name="first">The first language of the site.</param>
    public string LanguageIn(string first) => Language?.Value ?? first;
}
