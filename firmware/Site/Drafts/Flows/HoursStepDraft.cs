using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Goes by the hours.</summary>
internal sealed record HoursStepDraft(Place At, Located<string>? Hours, BranchDraft Open, BranchDraft Closed, BranchDraft? Holiday)
    : StepDraft(At, "hours")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Timetable, Hours);

    public override IReadOnlyList<BranchDraft> Branches => Holiday is { } holiday ? [Open, Closed, holiday] : [Open, Closed];

    public override bool IsHeard => false;

    public override FlowStep Build() =>
        new FlowStep.ByHours(ModelBuilder.Sure(Hours), Open.Build(), Closed.Build(), (Holiday ?? Closed).Build());
}
