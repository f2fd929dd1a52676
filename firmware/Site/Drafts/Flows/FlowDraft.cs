using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>A flow as the file says it; null steps when there is no list of them.</summary>
internal sealed record FlowDraft(Located<string> Name, IReadOnlyList<StepDraft>? Steps) : INamedDraft
{
    /// <summary>True when the file gives no step at all; false when it gives only wrong ones.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Its steps, and those that stand in their branches.</summary>
    public IEnumerable<StepDraft> AllSteps => (Steps ?? []).SelectMany(step => step.WithInner);
}

/// <summary>A step of a flow.</summary>
/// <param name="At">Where the step begins.</param>
/// <param name="Word">What it is called in the file: <c>play</c>.</param>
internal abstract record StepDraft(Place At, string Word)
{
    /// <summary>What the step names elsewhere in the file, beside the flows of its branches.</summary>
    public virtual IEnumerable<PartName> Names => [];

    /// <summary>Where the step may send the caller.</summary>
    public virtual IReadOnlyList<BranchDraft> Branches => [];

    /// <summary>True when the call is over, or in another flow, after it, whatever else the file says.</summary>
    public virtual bool IsLast => false;

    /// <summary>True when the caller hears something of it, or talks to someone.</summary>
    public virtual bool IsHeard => true;

    /// <summary>The step and what it is for, for pictures: <c>play welcome</c>.</summary>
    public virtual string Title => Names.Select(part => part.Name.Value).FirstOrDefault() is { } name ? $"{Word} {name}" : Word;

    /// <summary>The step, and those that stand in its branches.</summary>
    public IEnumerable<StepDraft> WithInner =>
        Branches.SelectMany(branch => branch.Steps ?? []).SelectMany(step => step.WithInner).Prepend(this);

    /// <summary>The step of the model. Only for a draft without mistakes.</summary>
    public abstract FlowStep Build();
}

/// <summary>A branch as the file says it: a flow, or steps of its own; neither for <c>next</c>.</summary>
/// <param name="When">When it is taken, in words.</param>
/// <param name="At">Where it stands; where the step begins for one that the file leaves out.</param>
/// <param name="Flow">The flow that it leads to.</param>
/// <param name="Steps">Steps of its own; empty for <c>next</c>.</param>
internal sealed record BranchDraft(string When, Place At, Located<string>? Flow, IReadOnlyList<StepDraft>? Steps)
{
    /// <summary>True when a caller comes here only by a key that he presses.</summary>
    public bool IsChosen { get; init; }

    /// <summary>True when the file leaves it out.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The branch of the model.</summary>
    public Branch Build() => Flow is { } flow
        ? new Branch.To(flow.Value)
        : new Branch.Inline([.. (Steps ?? []).Select(step => step.Build())]);

    /// <summary>The branch of the model and when it is taken.</summary>
    public LabelledBranch Labelled() => new(When, Build());
}

/// <summary>Something that a step names.</summary>
internal readonly record struct PartName(PartKind Kind, Located<string> Name);

/// <summary>What steps can name.</summary>
internal enum PartKind
{
    Prompt,
    Group,
    Queue,
    Flow,
    Phone,
    Timetable,
    CallerList,
    Grade,
    Table,
    LineGroup,
    Agent,
    Mailbox,
    Survey,
}
