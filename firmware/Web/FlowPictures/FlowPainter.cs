using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Web.FlowPictures;

/// <summary>Makes pictures of the flows of a site.</summary>
/// <param name="site">The site.</param>
internal sealed class FlowPainter(SiteModel site)
{
    private readonly StepFacts _facts = new(site);

    /// <summary>
    /// All flows. Those to which lines and trunks lead come first, then what they lead to, so that callers go down the page.
    /// </summary>
    public IReadOnlyList<FlowPicture> All()
    {
        var callers = Callers();
        var bare = site.Flows.Values.ToDictionary(
            flow => flow.Name,
            flow => new FlowPicture(
                flow.Name,
                [.. callers.Where(caller => caller.Flow == flow.Name).Select(caller => caller.Words)],
                [],
                StepsOf(flow.Steps, "")),
            StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var start in callers.Select(caller => caller.Flow).Concat(site.Flows.Keys))
        {
            Reach(start, bare, order);
        }

        return [.. order.Select(name => bare[name] with
        {
            Before = [.. order.Where(other => other != name && bare[other].Leads.Contains(name, StringComparer.Ordinal))],
        })];
    }

    private static void Reach(string start, Dictionary<string, FlowPicture> flows, List<string> order)
    {
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var name))
        {
            if (order.Contains(name))
            {
                continue;
            }

            order.Add(name);
            foreach (var lead in flows[name].Leads)
            {
                next.Enqueue(lead);
            }
        }
    }

    private IReadOnlyList<StepPicture> StepsOf(IReadOnlyList<FlowStep> steps, string within) =>
        [.. steps.Select((step, index) => Of(step, within.Length == 0 ? $"{index + 1}" : $"{within}/{index + 1}"))];

    private StepPicture Of(FlowStep step, string path)
    {
        var title = StepWords.Title(step);
        return new StepPicture(
            path,
            $"{char.ToUpperInvariant(title[0])}{title[1..]}",
            _facts.Heard(step),
            _facts.Of(step),
            (step as FlowStep.Go)?.Flow,
            [.. step.Branches.Select(branch => Of(step, branch, path)), .. _facts.Exits(step)])
        {
            Icon = StepFacts.Icon(step),
            LetsOn = step is not (FlowStep.Go or FlowStep.HangUp),
        };
    }

    private BranchPicture Of(FlowStep step, LabelledBranch branch, string path) => new(
        branch.When,
        (branch.Branch as Branch.To)?.Flow,
        branch.Branch is Branch.Inline inline ? StepsOf(inline.Steps, $"{path}/{branch.When}") : [])
    {
        Label = StepFacts.Label(step, branch.When),
    };

    // In the order of the file's kinds: lines, then trunks with their numbers.
    private List<(string Flow, string Words)> Callers()
    {
        var callers = new List<(string Flow, string Words)>();
        foreach (var line in site.Lines.Values)
        {
            Add(line.Number is { } number ? $"line {line.Name} ({number})" : $"line {line.Name}", line.FlowBy);
        }

        foreach (var trunk in site.Trunks.Values)
        {
            Add($"trunk {trunk.Name}", trunk.FlowBy);
            foreach (var number in trunk.Numbers)
            {
                Add($"number {number.Number} of trunk {trunk.Name}", number.FlowBy);
            }
        }

        return callers;

        void Add(string who, Func<bool, string> flowBy)
        {
            var (day, night) = (flowBy(false), flowBy(true));
            if (day == night)
            {
                callers.Add((day, who));
                return;
            }

            callers.Add((day, $"{who}, by day"));
            callers.Add((night, $"{who}, by night"));
        }
    }
}
