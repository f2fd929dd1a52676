namespace Switchhook.Acd.Plans;

/// <summary>Which of the free agents gets the next work of a queue. Better skills always come first, then the strategy decides.</summary>
public enum RoutingStrategy
{
    /// <summary>Who has been free longest.</summary>
    LongestIdle,

    /// <summary>All at once; the first to answer gets it.</summary>
    RingAll,

    /// <summary>The next in the list after the one who was rung last.</summary>
    RoundRobin,

    /// <summary>Who has had the fewest calls today.</summary>
    FewestCalls,

    /// <summary>Who has talked least today.</summary>
    LeastTalk,

    /// <summary>Anyone, by lot.</summary>
    Random,

    /// <summary>The first in the list.</summary>
    InOrder,
}
