using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Lamps;

/// <summary>
/// Which hotlines callers can come to, by flow and by line. Flows are walked once for each site: what asks does so for every hotline at
/// every change, and a large site has hundreds of both.
/// </summary>
internal sealed class HotlineReach
{
    private static readonly ConditionalWeakTable<SiteModel, HotlineReach> Known = [];

    private readonly FrozenDictionary<string, FrozenSet<string>> _ofFlows;
    private readonly FrozenDictionary<string, FrozenSet<string>> _ofLines;

    private HotlineReach(SiteModel site)
    {
        _ofFlows = site.Flows.Keys.ToFrozenDictionary(flow => flow, flow => Walk(site, flow), StringComparer.Ordinal);
        _ofLines = site.Lines.Keys.Concat(site.Trunks.Keys).ToFrozenDictionary(
            line => line,
            line => FlowsOf(site, line).SelectMany(flow => _ofFlows[flow]).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>That of a site. Any thread.</summary>
    public static HotlineReach Of(SiteModel site) => Known.GetValue(site, static one => new HotlineReach(one));

    /// <summary>True when a flow leads to a hunt group or a queue, whatever the hours.</summary>
    public bool FlowLeadsTo(string flow, string hotline) => _ofFlows[flow].Contains(hotline);

    /// <summary>True when a line or a trunk leads to a hunt group or a queue, by day or by night; of an unknown one false.</summary>
    public bool LineLeadsTo(string line, string hotline) => _ofLines.TryGetValue(line, out var hotlines) && hotlines.Contains(hotline);

    private static IEnumerable<string> FlowsOf(SiteModel site, string line)
    {
        var numbers = site.Trunks.GetValueOrDefault(line)?.Numbers.Select(number => number.Number) ?? [];
        return numbers.Append(null)
            .SelectMany(called => new[] { site.FlowOf(line, called, night: true), site.FlowOf(line, called, night: false) })
            .OfType<string>();
    }

    // Flows may lead to each other in circles.
    private static FrozenSet<string> Walk(SiteModel site, string flow)
    {
        var (hotlines, seen) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { flow });
        var left = new Stack<string>([flow]);
        while (left.TryPop(out var next))
        {
            foreach (var step in site.Flows[next].AllSteps)
            {
                if (HotlineOf(step) is { } hotline)
                {
                    hotlines.Add(hotline);
                }

                foreach (var further in FlowsOf(site, step).Where(seen.Add))
                {
                    left.Push(further);
                }
            }
        }

        return hotlines.ToFrozenSet(StringComparer.Ordinal);
    }

    private static string? HotlineOf(FlowStep step) => step switch
    {
        FlowStep.Ring ring => ring.Group,
        FlowStep.Enqueue queue => queue.Name,
        _ => null,
    };

    private static IEnumerable<string> FlowsOf(SiteModel site, FlowStep step) => step switch
    {
        FlowStep.Ring => [],
        FlowStep.Enqueue queue => site.Queues[queue.Name].Flows,
        FlowStep.Go go => [go.Flow],
        _ => step.BranchFlows,
    };
}
