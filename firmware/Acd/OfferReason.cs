using Switchhook.Acd.Plans;

namespace Switchhook.Acd;

/// <summary>Why an agent is offered work.</summary>
/// <param name="Queue">The queue of the work.</param>
/// <param name="Strategy">How the queue chooses.</param>
/// <param name="Waited">How long the work has waited there.</param>
/// <param name="Candidates">How many agents were free for it, this one too.</param>
/// <param name="Measure">By what this one was chosen: free time, talk, calls as ticks; 0 without one.</param>
/// <param name="Kind">What was special.</param>
public readonly record struct OfferReason(
    string Queue, RoutingStrategy Strategy, TimeSpan Waited, int Candidates, long Measure, OfferKind Kind)
{
    /// <summary>In words.</summary>
    public string InWords() => $"{Chosen()}; it has waited {TimeWords.Of(Waited)} in queue {Queue}";

    private string Chosen() => Kind switch
    {
        OfferKind.Preferred => "wanted by name, or talked with this customer last",
        OfferKind.Given => "a supervisor gives this caller to this agent",
        OfferKind.BecameFree => "became free, and of all that waits for this agent it comes first",
        OfferKind.RingsToo => "became free while it rings at all",
        _ when Candidates == 1 => "the only one free for it",
        _ => Strategy switch
        {
            RoutingStrategy.LongestIdle => $"free longest of {Candidates}, for {TimeWords.Of(TimeSpan.FromTicks(Measure))}",
            RoutingStrategy.RingAll => $"one of {Candidates} free, all of whom ring",
            RoutingStrategy.RoundRobin => $"next in turn of {Candidates} free",
            RoutingStrategy.FewestCalls => $"had the fewest calls today of {Candidates} free: {Measure}",
            RoutingStrategy.LeastTalk => $"talked least today of {Candidates} free: {TimeWords.Of(TimeSpan.FromTicks(Measure))}",
            RoutingStrategy.Random => $"by lot of {Candidates} free",
            RoutingStrategy.InOrder => $"first in the list of {Candidates} free",
        },
    };
}

/// <summary>How an agent came to be offered work.</summary>
public enum OfferKind
{
    /// <summary>The work looked for an agent.</summary>
    Chosen,

    /// <summary>The agent is the one that it wants.</summary>
    Preferred,

    /// <summary>The agent looked for work.</summary>
    BecameFree,

    /// <summary>The agent joins those who ring.</summary>
    RingsToo,

    /// <summary>A supervisor has given the work to the agent.</summary>
    Given,
}
