namespace Switchhook.Flows.Queues;

/// <summary>How a caller's time in a queue ended, for the flow that he came from.</summary>
internal abstract record VisitEnd
{
    private VisitEnd()
    {
    }

    /// <summary>An agent had the call, and it is over.</summary>
    public sealed record Over : VisitEnd;

    /// <summary>The flow goes on with its next step.</summary>
    public sealed record NextStep : VisitEnd;

    /// <summary>The call goes on with another flow.</summary>
    public sealed record OtherFlow(string Name) : VisitEnd;

    /// <summary>The end that a flow's name, or none, stands for.</summary>
    public static VisitEnd GoOn(string? flow) => flow is null ? new NextStep() : new OtherFlow(flow);
}
