using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Switchhook.Acd;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Signals;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Wall;

/// <summary>The few numbers that hang on the wall.</summary>
internal static class WallApi
{
    public static void MapWallApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/wallboard", Read).For(Ability.Queues, Reach.Seen).WithTags("Queues").Produces<WallModel>().ProducesWrong();

    /// <summary>Queues taken together, as a wallboard shows them.</summary>
    /// <param name="queues">Names with commas between; all queues when left out.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult Read(string? queues, WebBackend backend, Stores stores, Visitor visitor)
    {
        var asked = Split(queues);
        return asked.FirstOrDefault(name => !backend.Site.Model.Queues.ContainsKey(name) || !visitor.Sees(name)) is not null
            ? ApiProblem.Wrong(new ApiMistake("queues", "There is no queue of that name.", "GET /api/v1/queues lists the queues."))
            : Results.Ok(Model(asked, backend, stores, visitor));
    }

    /// <summary>The parts of a list as addresses have it: with commas between, or sent more than once.</summary>
    internal static IReadOnlyList<string> Split(StringValues list) =>
    [
        .. list.OfType<string>().SelectMany(part => part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The numbers of some queues of the site that the visitor may see; of all of those where none is named.</summary>
    internal static WallModel Model(IReadOnlyList<string> names, WebBackend backend, Stores stores, Visitor visitor)
    {
        var (site, live) = (backend.Site.Model, backend.Live.Current);
        var queues = QueuesApi.Models(backend, stores, visitor).Where(queue => names.Count == 0 || names.Contains(queue.Name)).ToList();
        var states = StatesOf(queues, backend).CountBy(state => state).ToDictionary();
        var alarms = live.Alarms.Values.Where(alarm => queues.Exists(queue => queue.Name == alarm.Queue)).Select(alarm => alarm.Words);
        return new WallModel(
            [.. queues.Select(queue => queue.Name)],
            queues.Sum(queue => queue.Waiting),
            queues.Where(queue => queue.LongestWait is not null).MaxBy(queue => queue.LongestWait) is { LongestWait: { } wait } longest
                ? new LongestWait(longest.Name, wait)
                : null,
            queues.Select(queue => LevelOf(queue, backend)).OfType<LowestLevel>().MinBy(level => level.Share - level.Target),
            Count(AgentState.Available),
            Count(AgentState.Ringing) + Count(AgentState.Talking) + Count(AgentState.Holding),
            Count(AgentState.Paused) + Count(AgentState.WrapUp),
            Count(AgentState.LoggedOut) + Count(AgentState.Unreachable),
            Sum(queues, FigureName.Answered),
            Sum(queues, FigureName.Abandoned),
            queues.Count == 0 ? QueueSignal.Idle : queues.Select(queue => queue.Signal).MaxBy(PressureOf),
            [.. alarms.Concat(live.Faults.Values.Select(fault => fault.Words))]);

        int Count(AgentState state) => states.GetValueOrDefault(state);
    }

    // Who answers several of the queues is one agent all the same.
    private static IEnumerable<AgentState> StatesOf(IReadOnlyList<QueueModel> queues, WebBackend backend)
    {
        var board = backend.Queues.Current;
        return queues.SelectMany(queue => board.Assigned.AgentsOf(backend.Site.Model, backend.Site.Model.Queues[queue.Name]))
            .Select(one => one.Agent).Distinct(StringComparer.Ordinal)
            .Select(agent => board.Agents.GetValueOrDefault(agent)?.State ?? AgentState.LoggedOut);
    }

    private static LowestLevel? LevelOf(QueueModel queue, WebBackend backend) =>
        Value(queue, FigureName.ServiceLevel) is { } share
            ? new LowestLevel(queue.Name, share, backend.Site.Model.Queues[queue.Name].ServiceLevel.Percent / 100.0)
            : null;

    private static int Sum(IEnumerable<QueueModel> queues, FigureName name) => (int)queues.Sum(queue => Value(queue, name) ?? 0);

    private static double? Value(QueueModel queue, FigureName name) => queue.Today.Single(figure => figure.Name == name).Value;

    private static int PressureOf(QueueSignal signal) => signal switch
    {
        QueueSignal.Idle => 0,
        QueueSignal.NoAgents => 1,
        QueueSignal.Busy => 2,
        QueueSignal.CallsWaiting => 3,
        QueueSignal.OverTarget => 4,
        QueueSignal.Alarm => 5,
    };
}
