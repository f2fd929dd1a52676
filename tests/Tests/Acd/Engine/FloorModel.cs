using Switchhook.Acd;
using Switchhook.Acd.Engine;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>
/// What must be true of an engine at every moment, worked out from its decisions and views alone, by rules that are written here a second
/// time.
/// </summary>
internal sealed class FloorModel(AcdEngine engine)
{
    private readonly Dictionary<string, int> _told = [];
    private readonly HashSet<string> _inside = [];
    private readonly Dictionary<string, (string Item, DateTimeOffset Until)> _offers = [];
    private readonly Dictionary<string, DateTimeOffset> _wrapUps = [];
    private readonly Dictionary<string, int> _lines = [];
    private AcdPlan _plan = AcdPlan.Empty;

    public void Expect(AcdPlan plan) => _plan = plan;

    /// <summary>Checks one event and what was decided on it.</summary>
    public void Check(AcdEvent happened, DateTimeOffset now, IReadOnlyList<AcdDecision> decisions)
    {
        Follow(happened);
        foreach (var decision in decisions)
        {
            Follow(decision, now);
        }

        Assert.All(decisions, decision => Assert.NotEmpty(decision.Words));
        CheckAgents(now);
        CheckWork(now);
        foreach (var offer in decisions.OfType<AcdDecision.Offer>())
        {
            CheckOrder(offer, now);
        }
    }

    private static double Urgency(WorkItem item, QueuePlan queue, DateTimeOffset now) =>
        queue.Weight * (now - item.Turn + item.HeadStart).TotalSeconds;

    private void Follow(AcdEvent happened)
    {
        switch (happened)
        {
            case AcdEvent.WorkArrived e:
                _inside.Add(e.Item.Id);
                break;
            case AcdEvent.WorkLeft e when engine.Agents.All(agent => agent.Item != e.Item || agent.State == AgentState.WrapUp):
                _inside.Remove(e.Item);
                break;
            case AcdEvent.AgentReady e:
                _wrapUps.Remove(e.Agent);
                break;
            case AcdEvent.AgentPaused e:
                _wrapUps.Remove(e.Agent);
                break;
            case AcdEvent.LinesChanged e:
                _lines[e.Lines] = e.Free;
                break;
            case AcdEvent.WorkMoved e:
                _told.Remove(e.Item);
                break;
        }
    }

    private void Follow(AcdDecision decision, DateTimeOffset now)
    {
        switch (decision)
        {
            case AcdDecision.Offer offer:
                Assert.False(_offers.ContainsKey(offer.Agent), $"{offer.Agent} is offered two things at once");
                Assert.Contains(offer.Item, _inside);
                Assert.True(offer.Until > now, "an offer that is over when it begins");
                Assert.True(!_wrapUps.TryGetValue(offer.Agent, out var until) || until <= now, $"{offer.Agent} is offered work in wrap-up");
                _offers.Add(offer.Agent, (offer.Item, offer.Until));
                break;
            case AcdDecision.Withdraw withdraw:
                Assert.True(_offers.Remove(withdraw.Agent, out var taken) && taken.Item == withdraw.Item);
                break;
            case AcdDecision.Join join:
                Assert.Equal(join.Item, _offers[join.Agent].Item);
                break;
            case AcdDecision.Overflow overflow:
                Assert.True(_inside.Remove(overflow.Item));
                break;
            case AcdDecision.AgentChanged { State: AgentState.WrapUp } changed:
                _wrapUps[changed.Agent] = changed.Until!.Value;
                break;
            case AcdDecision.AgentChanged changed:
                if (changed.State != AgentState.Ringing)
                {
                    _offers.Remove(changed.Agent);
                }

                if (changed.State == AgentState.LoggedOut)
                {
                    _wrapUps.Remove(changed.Agent);
                }

                break;
        }
    }

    private void CheckAgents(DateTimeOffset now)
    {
        foreach (var agent in engine.Agents)
        {
            var waits = Waiting().Where(one => one.Waiting.Ringing.Contains(agent.Name)).Select(one => one.Waiting.Item.Id).ToList();
            Assert.True(waits.Count <= 1, $"{agent.Name} rings for {waits.Count} things");
            Assert.Equal(agent.State == AgentState.Ringing ? agent.Item : waits.FirstOrDefault(), waits.FirstOrDefault());
            Assert.True(agent.Until is null || agent.Until > now, $"{agent.Name} is in a state that has ended");
            if (agent.State is AgentState.Talking or AgentState.Holding && agent.Item is not null && waits.Count == 0)
            {
                _inside.Remove(agent.Item);
            }
        }

        var phones = engine.Agents.Select(agent => agent.Phone).OfType<string>().ToList();
        Assert.Equal(phones.Count, phones.Distinct().Count());
    }

    private void CheckWork(DateTimeOffset now)
    {
        var waiting = Waiting().ToList();
        Assert.Equal(_inside.Order(), waiting.Select(one => one.Waiting.Item.Id).Order());
        foreach (var (one, queue) in waiting)
        {
            var place = engine.TellPlace(one.Item.Id)!.Value;
            Assert.InRange(place, 1, _told.GetValueOrDefault(one.Item.Id, int.MaxValue));
            _told[one.Item.Id] = place;
            Assert.True(
                queue.IsOpen || one is { Item.Kind: not WorkKind.Callback } or { Ringing.Count: 0 } or { Winner: not null },
                $"{one.Item.Id} rings for a closed queue");
            var isAttended = queue.Members.Any(member => engine.Agent(member.Agent)!.Phone is not null);
            Assert.True(
                queue.IsOpen || one.Item.Kind != WorkKind.Call || isAttended,
                $"{one.Item.Id} waits in a closed queue that nobody answers");
            if (one is { Winner: null, Ringing.Count: 0 })
            {
                var free = engine.Agents
                    .Where(agent => agent.State == AgentState.Available && agent.RestUntil <= now)
                    .Select(agent => agent.Name);
                Assert.DoesNotContain(_plan.Agents.Where(agent => free.Contains(agent.Name)), agent => MayHave(one, queue, agent, now));
                Assert.DoesNotContain(queue.Overflow, rule =>
                    one.Item.Kind == WorkKind.Call && rule is OverflowPlan.After after && now - Due(one.Item) >= after.Wait);
            }
        }
    }

    // What is more pressing, and open to the agent, is not left for what the agent is offered.
    private void CheckOrder(AcdDecision.Offer offer, DateTimeOffset now)
    {
        var agent = _plan.Agents.Single(one => one.Name == offer.Agent);
        var waiting = Waiting().ToList();
        var chosen = waiting.FirstOrDefault(one => one.Waiting.Item.Id == offer.Item);
        if (chosen.Waiting?.Item is { } item)
        {
            Assert.False(item.NotBefore > now, $"{item.Id} is offered before its time");
            Assert.True(item.Kind != WorkKind.Callback || chosen.Queue.IsOpen, $"{item.Id} is called back from a closed queue");
        }

        if (chosen.Waiting is null || chosen.Queue.Strategy == RoutingStrategy.RingAll)
        {
            return;
        }

        var urgency = Urgency(chosen.Waiting.Item, chosen.Queue, now);
        Assert.DoesNotContain(waiting, other =>
            other.Waiting is { Winner: null, Ringing.Count: 0 }
            && Urgency(other.Waiting.Item, other.Queue, now) > urgency
            && MayHave(other.Waiting, other.Queue, agent, now));
    }

    private IEnumerable<(WaitingView Waiting, QueuePlan Queue)> Waiting() =>
        _plan.Queues.SelectMany(queue => engine.WaitingIn(queue.Name).Select(one => (one, queue)));

    // The rules of the plan, as a reader of the documentation would apply them.
    private bool MayHave(WaitingView one, QueuePlan queue, AgentPlan agent, DateTimeOffset now)
    {
        var (item, waited) = (one.Item, now - Due(one.Item));
        if (queue.Members.FirstOrDefault(member => member.Agent == agent.Name) is not { } member
            || member.After > waited
            || item.NotBefore > now
            || (item.Kind == WorkKind.Callback && !queue.IsOpen))
        {
            return false;
        }

        var level = queue.Widen is { } widen ? 1 + Math.Floor(waited / widen) : 5;
        var skilled = queue.Skills.Concat(item.Skills).All(skill => agent.Skills.TryGetValue(skill, out var has) && has <= level);
        var held = Waiting().Count(other => other.Waiting.Item.Lines is not null && other.Waiting.Ringing.Count > 0);
        var hasLine = item.Lines is not { } lines || _lines.GetValueOrDefault(lines) > held;
        return skilled && hasLine && !WaitsForOther(item, queue, agent, now);
    }

    // What was put off has not been kept waiting before its time.
    private static DateTimeOffset Due(WorkItem item) => item.NotBefore > item.EnteredAt ? item.NotBefore.Value : item.EnteredAt;

    private bool WaitsForOther(WorkItem item, QueuePlan queue, AgentPlan agent, DateTimeOffset now) =>
        item.Prefer is { } wanted
        && wanted != agent.Name
        && now < Due(item) + item.PreferFor
        && queue.Members.Any(member => member.Agent == wanted)
        && engine.Agent(wanted) is { Phone: not null, PauseReason: null, State: not AgentState.Unreachable };
}
