using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Reads the callers of a hunt group, and who was there for them, out of the journal.</summary>
internal sealed class ShadowReading
{
    private readonly Dictionary<CallId, ShadowTrack> _open = [];
    private readonly List<ShadowCall> _calls = [];
    private readonly HashSet<string> _lines;

    public ShadowReading(SiteModel site, HuntGroupConfig group, SiteCalendar calendar)
    {
        Presence = new PhonePresence(group.Phones, calendar);
        _lines = [.. LinesOf(site, group.Name)];
    }

    /// <summary>The callers whose calls are over, in the order in which they are.</summary>
    public IReadOnlyList<ShadowCall> Calls => _calls;

    public PhonePresence Presence { get; }

    /// <summary>Takes the next event.</summary>
    public void Take(JournalEvent journalEvent)
    {
        var at = journalEvent.At;
        switch (journalEvent.Entry)
        {
            case PhoneChanged e when Presence.Knows(e.Phone):
                Presence.SetReachable(e.Phone, IsReachable(e.Status), at);
                break;
            case CallStarted e:
                _open[e.Call] = new ShadowTrack(e.Call, e.Direction == CallDirection.Inbound && _lines.Contains(e.From.Name), Presence);
                break;
            case CallEntry e when _open.TryGetValue(e.Call, out var track):
                if (track.Take(e, at) is { } call)
                {
                    _calls.Add(call);
                }

                if (e is CallEnded)
                {
                    _open.Remove(e.Call);
                }

                break;
        }
    }

    private static bool IsReachable(PhoneStatus status) =>
        status is not (PhoneStatus.LeftOffHook or PhoneStatus.OutOfOrder or PhoneStatus.NotRegistered);

    // By day or night, directly or by way of other flows.
    private static IEnumerable<string> LinesOf(SiteModel site, string group)
    {
        var lines = site.Lines.Values.Select(line => (line.Name, Flows: new[] { line.Flow, line.NightFlow ?? line.Flow }))
            .Concat(site.Trunks.Keys.Select(trunk => (Name: trunk, Flows: site.Flows.Keys.ToArray())));
        return lines.Where(line => line.Flows.Any(flow => Rings(site, flow, group, []))).Select(line => line.Name);
    }

    private static bool Rings(SiteModel site, string flow, string group, HashSet<string> seen) =>
        seen.Add(flow) && site.Flows[flow].AllSteps.Any(step => step switch
        {
            FlowStep.Ring ring => ring.Group == group,
            FlowStep.Go go => Rings(site, go.Flow, group, seen),
            _ => step.BranchFlows.Any(other => Rings(site, other, group, seen)),
        });
}
