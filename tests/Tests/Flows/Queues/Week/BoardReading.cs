using Switchhook.Acd.Figures;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>What the live boards showed at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Waiting">Who waited, in order, with entry and queue.</param>
/// <param name="LongestWait">By queue, in seconds; queues where nobody waits are missing.</param>
/// <param name="Agents">What each agent did, since when and why; those who are logged out are missing.</param>
internal sealed record BoardReading(
    DateTimeOffset At, IReadOnlyList<string> Waiting, IReadOnlyDictionary<string, double> LongestWait, IReadOnlyList<string> Agents)
{
    public static BoardReading Of(WeekBox box, DateTimeOffset at)
    {
        var board = box.Board.Current;
        return new BoardReading(
            at,
            [.. LiveFigures.At(board.Visits.Values, at).Waiting.Select(visit => Words(visit.Id, visit.Queue, visit.EnteredAt))],
            LiveFigures.ByQueue(board.Visits.Values, at).ToDictionary(
                queue => queue.Key, queue => queue.Value.Value(FigureName.LongestWaitNow)!.Value, StringComparer.Ordinal),
            [
                .. board.Agents.Values.Where(agent => agent.State != Switchhook.Acd.AgentState.LoggedOut)
                    .Select(agent => Words(agent.Name, $"{agent.State} {agent.Reason}", agent.Since)),
            ]);
    }

    public static string Words(string name, string what, DateTimeOffset since) =>
        FormattableString.Invariant($"{name}: {what} since {since:yyyy-MM-dd HH:mm:ss.fff}");
}
