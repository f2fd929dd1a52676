using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Flows.Lamps;

/// <summary>What a hotline is doing, as one lamp can show it; the more pressing, the later in the list.</summary>
public enum HotlineState
{
    /// <summary>Nobody calls, and someone could answer.</summary>
    Idle,

    /// <summary>No phone of the group is free.</summary>
    Busy,

    /// <summary>A line that leads to the group, or one of its phones, does not work.</summary>
    Fault,

    /// <summary>A phone of the group rings for a caller.</summary>
    Ringing,

    /// <summary>A caller waits, and no phone rings for him: he hears the greeting, or everyone is busy.</summary>
    Waiting,
}

/// <summary>Tells the state of a hotline from what the box is doing. Pure.</summary>
public static class HotlineStates
{
    /// <summary>The state of a hunt group with the lines that lead to it.</summary>
    /// <param name="live">What the box is doing.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="group">Name of a hunt group of the site.</param>
    public static HotlineState Of(LiveSnapshot live, SiteModel site, string group)
    {
        var phones = site.Groups[group].Phones.Select(live.Phones.GetValueOrDefault).OfType<PhoneState>().ToList();
        var night = live.Night is not null;
        var callers = live.Calls.Values.Any(call =>
            call is { Direction: CallDirection.Inbound, AnsweredAt: null }
            && site.FlowOf(call.From.Name, call.Dialled, night) is { } flow
            && LeadsTo(site, flow, group, []));

        // A line that does not work is told by day and by night.
        var lines = site.Lines.Keys.Concat(site.Trunks.Keys)
            .Where(line => FlowsOf(site, line).Any(flow => LeadsTo(site, flow, group, [])))
            .Select(line => live.Lines.GetValueOrDefault(line));
        return callers && phones.Exists(phone => phone.Status == PhoneStatus.Ringing) ? HotlineState.Ringing
            : callers ? HotlineState.Waiting
            : phones.Exists(IsFaulty) || lines.Any(IsFaulty) ? HotlineState.Fault
            : phones.TrueForAll(phone => phone.Status != PhoneStatus.Idle) ? HotlineState.Busy
            : HotlineState.Idle;
    }

    private static bool IsFaulty(PhoneState phone) => phone.Status == PhoneStatus.OutOfOrder;

    private static bool IsFaulty(LineState? line) =>
        line?.Status is LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable;

    private static IEnumerable<string> FlowsOf(SiteModel site, string line)
    {
        var numbers = site.Trunks.GetValueOrDefault(line)?.Numbers.Select(number => number.Number) ?? [];
        return numbers.Append(null)
            .SelectMany(called => new[] { site.FlowOf(line, called, night: true), site.FlowOf(line, called, night: false) })
            .OfType<string>();
    }

    private static bool LeadsTo(SiteModel site, string flow, string group, HashSet<string> seen) =>
        seen.Add(flow) && site.Flows[flow].Steps.Any(step => step switch
        {
            FlowStep.Ring ring => ring.Group == group,
            FlowStep.Go go => LeadsTo(site, go.Flow, group, seen),
            _ => false,
        });
}
