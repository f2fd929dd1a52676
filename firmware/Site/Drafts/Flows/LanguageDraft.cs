using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Sets the language, or lets the caller choose it.</summary>
/// <param name="At">Where the step begins.</param>
/// <param name="Language">The language; null for a choice.</param>
/// <param name="Keys">Languages by their keys; empty without a choice.</param>
/// <param name="Rules">How the caller is asked.</param>
internal sealed record LanguageDraft(
    Place At, Located<string>? Language, IReadOnlyList<(string Key, Located<string> Language)> Keys, EntryRulesDraft Rules)
    : StepDraft(At, "language")
{
    public override IEnumerable<PartName> Names => Rules.Names;

    public override bool IsHeard => false;

    public override FlowStep Build() => Keys.Count == 0
        ? new FlowStep.Speak(ModelBuilder.Sure(Language))
        : new FlowStep.ChooseLanguage([.. Keys.Select(key => new LanguageKey(key.Key, key.Language.Value))], Rules.Build());
}
