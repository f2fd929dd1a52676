using Switchhook.Acd;
using Switchhook.Acd.Figures;
using Switchhook.Site;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Queues;

/// <summary>The queues and their agents as they are.</summary>
/// <param name="Queues">With their callers.</param>
/// <param name="Agents">All agents of the site.</param>
/// <param name="Site">The site in force.</param>
/// <param name="Words">Names and times.</param>
public sealed record QueuesView(
    IReadOnlyList<QueueModel> Queues, IReadOnlyList<AgentModel> Agents, SiteModel Site, SiteWords Words)
{
    /// <summary>The figures of today that stand beside each queue.</summary>
    private static readonly FigureName[] Short =
        [FigureName.Offered, FigureName.Answered, FigureName.Abandoned, FigureName.ServiceLevel, FigureName.AverageSpeedOfAnswer];

    /// <summary>Queues that callers can be moved to.</summary>
    public IReadOnlyList<string> Movable { get; init; } = [];

    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>The few figures of today.</summary>
    public static IEnumerable<FigureModel> Figures(QueueModel queue) => queue.Today.Where(figure => Short.Contains(figure.Name));

    /// <summary>What its agents do: "2 ready, 1 on a call, 3 not there".</summary>
    public static string Staff(AgentCounts agents)
    {
        string?[] all =
        [
            agents.Available > 0 ? Say["{0} ready", agents.Available] : null,
            agents.Ringing > 0 ? Say["{0} ringing", agents.Ringing] : null,
            agents.Talking + agents.Holding > 0 ? Say["{0} on a call", agents.Talking + agents.Holding] : null,
            agents.WrapUp > 0 ? Say["{0} finishing", agents.WrapUp] : null,
            agents.Paused > 0 ? Say["{0} paused", agents.Paused] : null,
            agents.Unreachable > 0 ? Say["{0} not reachable", agents.Unreachable] : null,
            agents.LoggedOut > 0 ? Say["{0} not there", agents.LoggedOut] : null,
        ];
        return Say["Agents: {0}", string.Join(", ", all.OfType<string>())];
    }

    /// <summary>The agents who answer a queue, the free ones first: whom one would give a caller.</summary>
    public IEnumerable<AgentModel> LaneOf(QueueModel queue) =>
        Agents.Where(agent => agent.Queues.Contains(queue.Name)).OrderBy(agent => RankOf(agent.State)).ThenBy(agent => agent.Since);

    /// <summary>The agents who answer no queue.</summary>
    public IEnumerable<AgentModel> Laneless => Agents.Where(agent => agent.Queues.Count == 0);

    /// <summary>True for a caller who is on the line: only such a one is moved or given to an agent.</summary>
    public static bool CanBeGiven(WaitingModel caller) => caller is { Kind: WorkKind.Call, Call: not null };

    /// <summary>True while a supervisor can hear the agent.</summary>
    public static bool CanBeHeard(AgentModel agent) => agent.State is AgentState.Talking or AgentState.Holding;

    /// <summary>Who is free comes first.</summary>
    public static int RankOf(AgentState state) => state switch
    {
        AgentState.Available => 0,
        AgentState.Ringing => 1,
        AgentState.WrapUp => 2,
        AgentState.Talking => 3,
        AgentState.Holding => 4,
        AgentState.Paused => 5,
        AgentState.Unreachable => 6,
        AgentState.LoggedOut => 7,
    };

    /// <summary>The queues that a caller can be moved to; none for one who is called back.</summary>
    public IEnumerable<string> Others(QueueModel queue, WaitingModel caller) =>
        caller.Kind == WorkKind.Call ? Movable.Where(name => name != queue.Name) : [];

    /// <summary>The turn before the number, "2. "; one who is put off to a time has none yet.</summary>
    public static string Turn(WaitingModel caller) => caller.Place is { } place ? $"{place}. " : "";

    /// <summary>What stands under a caller: "Line main-1, talked with Ana last".</summary>
    public string About(WaitingModel caller)
    {
        var last = caller.LastAgent is { } agent ? Site.Agents.GetValueOrDefault(agent)?.DisplayName ?? agent : null;
        IEnumerable<string?> parts =
        [
            caller.Kind switch { WorkKind.Callback => Say["is called back"], WorkKind.Message => Say["has left a message"], _ => null },
            caller.NotBefore is { } at ? Say["not before {0}", Words.DayAndTime(at)] : null,
            caller.Line is { } line ? Say["on line {0}", line] : null,
            last is null ? null : Say["talked with {0} last", last],
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
