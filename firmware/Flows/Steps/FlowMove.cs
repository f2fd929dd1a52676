namespace Switchhook.Flows.Steps;

/// <summary>Where a call goes after a step.</summary>
internal abstract record FlowMove
{
    private FlowMove()
    {
    }

    /// <summary>On with the next step.</summary>
    public static FlowMove Next { get; } = new NextStep();

    /// <summary>Nowhere: someone had the call, and it is over.</summary>
    public static FlowMove Over { get; } = new StoryEnd();

    /// <summary>The flow ends the call.</summary>
    public static FlowMove HangUp { get; } = new End();

    /// <summary>The caller has been asked after a talk, and the call ends.</summary>
    public static FlowMove AskedAfterTalk { get; } = new SurveyEnd();

    /// <summary>On with the next step, or with a flow.</summary>
    public static FlowMove GoOn(string? flow) => flow is null ? Next : new To(flow);

    /// <inheritdoc cref="Next"/>
    public sealed record NextStep : FlowMove;

    /// <inheritdoc cref="Over"/>
    public sealed record StoryEnd : FlowMove;

    /// <inheritdoc cref="HangUp"/>
    public sealed record End : FlowMove;

    /// <inheritdoc cref="AskedAfterTalk"/>
    public sealed record SurveyEnd : FlowMove;

    /// <summary>An agent has hung up, and the caller, who is still there, is asked.</summary>
    /// <param name="Survey">The survey of the queue.</param>
    /// <param name="Queue">The queue.</param>
    /// <param name="Agent">Who has talked with him; null on paper, where nobody knows.</param>
    public sealed record AfterTalk(string Survey, string Queue, string? Agent) : FlowMove;

    /// <summary>To another flow.</summary>
    public sealed record To(string Flow) : FlowMove;
}
