using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Flows.Lamps;

/// <summary>What a hunt group is doing, as one lamp can show it; the more pressing, the later in the list.</summary>
public enum HotlineState
{
    /// <summary>Nobody calls, and someone could answer.</summary>
    Idle,

    /// <summary>No phone of the group is free.</summary>
    Busy,

    /// <summary>A line that leads to it, or one of its phones, does not work.</summary>
    Fault,

    /// <summary>One of its phones rings for a caller.</summary>
    Ringing,

    /// <summary>A caller waits, and no phone rings for him: he hears the greeting, or everyone is busy.</summary>
    Waiting,
}

/// <summary>Tells the state of a hunt group, and whether a hotline has a fault, from what the box is doing. Pure.</summary>
public static class HotlineStates
{
    /// <summary>The state of a hunt group with the lines that lead to it.</summary>
    /// <param name="live">What the box is doing.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="group">Name of a hunt group of the site.</param>
    public static HotlineState Of(LiveSnapshot live, SiteModel site, string group)
    {
        var phones = PhonesOf(live, site, group).ToList();
        var (night, reach) = (live.Night is not null, HotlineReach.Of(site));
        var callers = live.Calls.Values.Any(call =>
            call is { Direction: CallDirection.Inbound, AnsweredAt: null }
            && site.FlowOf(call.From.Name, call.Dialled, night) is { } flow
            && reach.FlowLeadsTo(flow, group));
        return callers && phones.Exists(phone => phone.Status == PhoneStatus.Ringing) ? HotlineState.Ringing
            : callers ? HotlineState.Waiting
            : HasFault(live, site, group) ? HotlineState.Fault
            : phones.TrueForAll(phone => phone.Status != PhoneStatus.Idle) ? HotlineState.Busy
            : HotlineState.Idle;
    }

    /// <summary>True when one of its phones, or a line that leads to it by day or by night, does not work.</summary>
    /// <param name="live">What the box is doing.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="hotline">Name of a hunt group or a queue; one that the site does not have is without faults.</param>
    public static bool HasFault(LiveSnapshot live, SiteModel site, string hotline) =>
        PhonesOf(live, site, hotline).Any(IsFaulty)
        || live.Lines.Values.Any(line => IsFaulty(line) && HotlineReach.Of(site).LineLeadsTo(line.Name, hotline));

    // Of a queue, the phones at which its agents usually answer.
    private static IEnumerable<PhoneState> PhonesOf(LiveSnapshot live, SiteModel site, string hotline)
    {
        var numbers = site.Queues.TryGetValue(hotline, out var queue)
            ? queue.Agents.Select(agent => site.Agents[agent.Agent].Phone).OfType<string>()
            : site.Groups.GetValueOrDefault(hotline)?.Phones ?? [];
        return numbers.Select(live.Phones.GetValueOrDefault).OfType<PhoneState>();
    }

    private static bool IsFaulty(PhoneState phone) => phone.Status == PhoneStatus.OutOfOrder;

    private static bool IsFaulty(LineState line) =>
        line.Status is LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable;
}
