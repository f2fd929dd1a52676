using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Rings a hunt group.</summary>
internal sealed record RingDraft(Place At, Located<string>? Group) : StepDraft(At, "ring")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Group, Group);

    public override FlowStep Build() => new FlowStep.Ring(ModelBuilder.Sure(Group));
}

/// <summary>Rings a phone.</summary>
internal sealed record PhoneStepDraft(Place At, Located<string>? Number, TimeSpan RingTime) : StepDraft(At, "phone")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Phone, Number);

    public override FlowStep Build() => new FlowStep.RingPhone(ModelBuilder.Sure(Number), RingTime);
}

/// <summary>Calls a number outside.</summary>
internal sealed record OutsideStepDraft(Place At, Located<string>? Number, Located<string>? Over, TimeSpan RingTime)
    : StepDraft(At, "outside")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.LineGroup, Over);

    public override string Title => $"{Word} {Number?.Value}";

    public override FlowStep Build() => new FlowStep.RingOutside(
        PhoneNumber.Normalize(ModelBuilder.Sure(Number)) ?? throw ModelBuilder.Hole(), ModelBuilder.Sure(Over), RingTime);
}

/// <summary>Sends the caller to a queue.</summary>
/// <param name="At">Where the step begins.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Settings">What it says beside the queue.</param>
internal sealed record QueueStepDraft(Place At, Located<string>? Queue, QueueStepSettings Settings) : StepDraft(At, "queue")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Queue, Queue);

    public override FlowStep Build() => QueueBuilder.Step(this);
}

/// <summary>Asks the questions of a survey.</summary>
internal sealed record SurveyStepDraft(Place At, Located<string>? Survey) : StepDraft(At, "survey")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Survey, Survey);

    public override FlowStep Build() => new FlowStep.Survey(ModelBuilder.Sure(Survey));
}

/// <summary>Takes a message into a mailbox.</summary>
internal sealed record VoicemailStepDraft(Place At, Located<string>? Mailbox) : StepDraft(At, "voicemail")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Mailbox, Mailbox);

    public override FlowStep Build() => new FlowStep.Voicemail(ModelBuilder.Sure(Mailbox));
}
