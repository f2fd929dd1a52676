using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>How a caller is asked for keys, as the file says it.</summary>
internal sealed record EntryRulesDraft(int Tries, TimeSpan Wait, Located<string>? Wrong, Located<string>? Silent)
{
    public IEnumerable<PartName> Names => Part.Of(PartKind.Prompt, Wrong).Concat(Part.Of(PartKind.Prompt, Silent));

    public EntryRules Build() => new(Tries, Wait, Wrong?.Value, Silent?.Value);
}

/// <summary>A step that waits for keys of the caller.</summary>
internal abstract record EntryStepDraft(Place At, string Word, Located<string>? Prompt, EntryRulesDraft Rules) : StepDraft(At, Word)
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Prompt, Prompt).Concat(Rules.Names);

    /// <summary>Where the caller goes who has pressed nothing that fits.</summary>
    public required BranchDraft Else { get; init; }
}
