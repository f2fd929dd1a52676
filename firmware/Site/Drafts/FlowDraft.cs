using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>A flow as the file says it; null steps when there is no list of them.</summary>
internal sealed record FlowDraft(Located<string> Name, IReadOnlyList<StepDraft>? Steps) : INamedDraft
{
    /// <summary>True when the file gives no step at all; false when it gives only wrong ones.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>A step of a flow.</summary>
/// <param name="At">Where the step begins.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Target">The prompt, group, queue or flow; null for hanging up, and when the file gives none.</param>
internal sealed record StepDraft(Place At, StepKind Kind, Located<string>? Target)
{
    /// <summary>What a <c>queue</c> step says beside the queue; null when it says nothing more.</summary>
    public QueueStepDraft? Queue { get; init; }

    /// <summary>True when no step after it is ever reached, whatever else the file says.</summary>
    public bool IsLast => Kind is StepKind.Go or StepKind.HangUp;
}

/// <summary>The steps that there are; their kebab-case names are those of the file.</summary>
internal enum StepKind
{
    /// <summary>Plays a prompt.</summary>
    Play,

    /// <summary>Rings a hunt group.</summary>
    Ring,

    /// <summary>Sends the caller to a queue.</summary>
    Queue,

    /// <summary>Goes on with another flow.</summary>
    Go,

    /// <summary>Ends the call.</summary>
    HangUp,
}

/// <summary>A prompt as the file says it.</summary>
internal sealed record PromptDraft(Located<string> Name, Place At, Located<string>? File, Located<string>? Say) : INamedDraft;
