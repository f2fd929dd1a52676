using Switchhook.Site;

namespace Switchhook.Flows.Hunting;

/// <summary>The strategies by their name in the site file.</summary>
internal static class HuntOrders
{
    /// <summary>The strategy of a group.</summary>
    public static IHuntOrder For(HuntStrategy strategy) => strategy switch
    {
        HuntStrategy.RingAll => new RingAll(),
        HuntStrategy.InOrder => new InOrder(),
        HuntStrategy.RoundRobin => new RoundRobin(),
        HuntStrategy.LongestIdle => new LongestIdle(),
    };
}
