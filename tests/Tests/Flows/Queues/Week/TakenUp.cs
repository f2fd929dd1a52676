using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Tests.Flows.Queues.Week.Plain;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>What a box must know again after a kill, by what it knew and its disk had before.</summary>
internal sealed class TakenUp
{
    private readonly List<AgentView> _agents;
    private readonly List<CallId> _calls;
    private readonly List<PlainCallback> _owed;

    public TakenUp(WeekBox box, string folder)
    {
        _agents = [.. box.Queues.Engine.Agents];
        _calls = [.. box.Live.Current.Calls.Keys];
        _owed = [.. PlainJournal.Read(folder).Owed.Values];
    }

    /// <summary>What is not as it should be.</summary>
    public IEnumerable<string> Compare(WeekBox box)
    {
        var now = box.Driver.Time.GetUtcNow();
        foreach (var before in _agents)
        {
            var after = box.Queues.Engine.Agent(before.Name)!;
            if (!IsAsBefore(before, after, now))
            {
                yield return $"{now:yyyy-MM-dd HH:mm:ss}: {before} became {after}.";
            }
        }

        var cut = box.Recovered.CutOff.Select(call => call.Id).ToHashSet();
        if (!cut.SetEquals(_calls))
        {
            yield return $"{now:HH:mm:ss}: cut off are {string.Join(' ', _calls)}, told of are {string.Join(' ', cut)}.";
        }

        var waiting = box.Queues.Engine.Agents.Select(agent => agent.Item)
            .Concat(WeekSite.LinesOf.Keys.SelectMany(box.Queues.Engine.WaitingIn).Select(one => one.Item.Id))
            .ToHashSet();
        foreach (var owed in _owed.Where(owed => owed.PromisedBy > now.ToUnixTimeMilliseconds() && !waiting.Contains(owed.Ticket)))
        {
            yield return $"{now:HH:mm:ss}: {owed} is forgotten.";
        }
    }

    private static bool IsAsBefore(AgentView before, AgentView after, DateTimeOffset now) => before.State switch
    {
        AgentState.LoggedOut => after.State == AgentState.LoggedOut,
        _ when after.Phone != before.Phone => false,
        AgentState.Paused =>
            after.State == AgentState.Paused && after.PauseReason == before.PauseReason && IsSame(before.Since, after.Since),
        AgentState.WrapUp when before.Until > now =>
            after.State == AgentState.WrapUp && IsSame(before.Since, after.Since) && IsSame(before.Until.Value, after.Until ?? now),
        _ => after.State is AgentState.Available or AgentState.Unreachable or AgentState.Ringing,
    };

    private static bool IsSame(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() <= TimeSpan.FromMilliseconds(1);
}
