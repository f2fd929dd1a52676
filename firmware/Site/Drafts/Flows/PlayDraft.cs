using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Plays a prompt.</summary>
internal sealed record PlayDraft(Place At, Located<string>? Prompt) : StepDraft(At, "play")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Prompt, Prompt);

    public override FlowStep Build() => new FlowStep.Play(ModelBuilder.Sure(Prompt));
}

/// <summary>Goes on with another flow.</summary>
internal sealed record GoDraft(Place At, Located<string>? Flow) : StepDraft(At, "go")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Flow, Flow);

    public override bool IsLast => true;

    public override bool IsHeard => false;

    public override FlowStep Build() => new FlowStep.Go(ModelBuilder.Sure(Flow));
}

/// <summary>Ends the call.</summary>
internal sealed record HangUpDraft(Place At) : StepDraft(At, "hang-up")
{
    public override bool IsLast => true;

    public override bool IsHeard => false;

    public override FlowStep Build() => new FlowStep.HangUp();
}

/// <summary>Makes lists of names.</summary>
internal static class Part
{
    /// <summary>The name; none for one that the file lacks.</summary>
    public static IEnumerable<PartName> Of(PartKind kind, Located<string>? name) => name is { } known ? [new PartName(kind, known)] : [];
}
