using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Goes by a value.</summary>
internal sealed record ChooseDraft(Place At, Located<string>? Value, IReadOnlyList<BranchDraft> Cases, BranchDraft Else)
    : StepDraft(At, "choose")
{
    public override string Title => $"{Word} {Value?.Value}";

    public override IReadOnlyList<BranchDraft> Branches => [.. Cases, Else];

    public override bool IsHeard => false;

    public override FlowStep Build() =>
        new FlowStep.Choose(ModelBuilder.Sure(Value), [.. Cases.Select(one => one.Labelled())], Else.Build());
}

/// <summary>Sets what the caller gets in queues.</summary>
internal sealed record SetDraft(Place At) : StepDraft(At, "set")
{
    public TimeSpan? HeadStart { get; init; }

    public IReadOnlyList<Located<string>>? Skills { get; init; }

    public Located<string>? Agent { get; init; }

    public Located<string>? Grade { get; init; }

    public override IEnumerable<PartName> Names =>
        (IsValue(Agent) ? [] : Part.Of(PartKind.Agent, Agent)).Concat(IsValue(Grade) ? [] : Part.Of(PartKind.Grade, Grade));

    public override string Title => Word;

    public override bool IsHeard => false;

    /// <summary>The name of the value that a text stands for; null for a text that stands for itself.</summary>
    public static string? ValueOf(string text) => text is ['{', _, .., '}'] ? text[1..^1] : null;

    public override FlowStep Build() =>
        new FlowStep.Set(HeadStart, Skills is { } skills ? [.. skills.Select(skill => skill.Value)] : null, Agent?.Value, Grade?.Value);

    private static bool IsValue(Located<string>? text) => text is { } known && ValueOf(known.Value) is not null;
}

/// <summary>Says a value.</summary>
internal sealed record SayDraft(Place At, Located<string>? Value, ValueKind As) : StepDraft(At, "say")
{
    public override string Title => $"{Word} {Value?.Value}";

    public override FlowStep Build() => new FlowStep.Say(ModelBuilder.Sure(Value), As);
}
