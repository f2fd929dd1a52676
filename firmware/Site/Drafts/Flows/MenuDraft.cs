using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Lets the caller choose.</summary>
internal sealed record MenuDraft(Place At, Located<string>? Prompt, EntryRulesDraft Rules, IReadOnlyList<BranchDraft> Keys)
    : EntryStepDraft(At, "menu", Prompt, Rules)
{
    public bool TakesExtensions { get; init; }

    // Who dials an extension that nobody answers goes on with the next step, as the words of Else do not say.
    public override IReadOnlyList<BranchDraft> Branches => [.. Keys, Else];

    public override FlowStep Build() => new FlowStep.Menu(
        ModelBuilder.Sure(Prompt), [.. Keys.Select(key => key.Labelled())], TakesExtensions, Rules.Build(), Else.Build());
}

/// <summary>Takes a number.</summary>
internal sealed record CollectDraft(Place At, Located<string>? Prompt, EntryRulesDraft Rules, Located<string>? Into)
    : EntryStepDraft(At, "collect", Prompt, Rules)
{
    public (int Least, int Most)? Digits { get; init; }

    public override IReadOnlyList<BranchDraft> Branches => [Else];

    public override FlowStep Build()
    {
        var (least, most) = Digits ?? throw ModelBuilder.Hole();
        return new FlowStep.Collect(ModelBuilder.Sure(Prompt), ModelBuilder.Sure(Into), least, most, Rules.Build(), Else.Build());
    }
}

/// <summary>Asks a question.</summary>
internal sealed record AskDraft(Place At, Located<string>? Prompt, EntryRulesDraft Rules, BranchDraft Yes, BranchDraft No)
    : EntryStepDraft(At, "ask", Prompt, Rules)
{
    public override IReadOnlyList<BranchDraft> Branches => [Yes, No, Else];

    public override FlowStep Build() =>
        new FlowStep.Ask(ModelBuilder.Sure(Prompt), Yes.Build(), No.Build(), Rules.Build(), Else.Build());
}
