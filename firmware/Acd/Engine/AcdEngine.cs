using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>The queues of a site: brings the work that waits and the agents who are free together.</summary>
/// <remarks>
/// <para>
/// A deterministic machine: the same plan, seed, events and times give the same decisions, always. It does nothing itself, waits for
/// nothing, and knows no clock: the host hands in events with their times, does what is decided, and comes back by
/// <see cref="NextDue"/> at the latest.
/// </para>
/// <code>
///   event, time ──► Agent-, Work-, OfferDesk ──► Floor: the state ──► Matching: agents look for work, work looks for agents ──► decisions
/// </code>
/// <para>
/// Between two events no agent is free for work that waits. Work is taken in the order of its waiting (<see cref="WorkItem"/>); an agent
/// of several queues takes what is most pressing: the time waited, times the weight of the queue. As waiting grows for all, a heavy queue
/// is served more often and never alone (the discipline of accumulating priority: L. Kleinrock, 1964).
/// </para>
/// </remarks>
public sealed class AcdEngine
{
    private readonly Floor _floor;
    private readonly OfferDesk _offers;
    private readonly WorkDesk _work;
    private readonly AgentDesk _agents;
    private readonly PlanDesk _plans;
    private readonly Matching _matching;

    /// <summary>An engine at rest.</summary>
    /// <param name="plan">Queues and agents.</param>
    /// <param name="seed">Decides where a queue chooses by lot.</param>
    public AcdEngine(AcdPlan plan, ulong seed)
    {
        _floor = new Floor(seed);
        _offers = new OfferDesk(_floor);
        _work = new WorkDesk(_floor, _offers);
        _agents = new AgentDesk(_floor, _offers, _work);
        _plans = new PlanDesk(_floor, _agents, _work, _offers);
        _matching = new Matching(_floor);
        _plans.Apply(plan);
    }

    /// <summary>When the engine wants to be called again, if nothing happens before; null for never.</summary>
    public DateTimeOffset? NextDue => _floor.NextDue;

    /// <summary>Takes an event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When; a time before that of an earlier event counts as that one's (a clock that was set back).</param>
    /// <param name="decisions">Takes the decisions, in order.</param>
    public void Handle(AcdEvent happened, DateTimeOffset at, List<AcdDecision> decisions)
    {
        _floor.Out = decisions;
        while (_floor.TakeDue(at, out var due) is { } entry)
        {
            _floor.Now = due > _floor.Now ? due : _floor.Now;
            Wake(entry);
            WakeOthers(due);
            Settle();
        }

        _floor.Now = at > _floor.Now ? at : _floor.Now;
        Apply(happened);
        Settle();
    }

    /// <summary>The place of waiting work that may be told: the true one, and never a higher one than was told before.</summary>
    /// <returns>Null for work that does not wait.</returns>
    public int? TellPlace(string item)
    {
        if (Waiting(item) is not { } entry)
        {
            return null;
        }

        entry.Told = Math.Min(entry.Told, entry.Queue.PlaceOf(entry, _floor.Now));
        return entry.Told;
    }

    /// <summary>The mean of the wait that is left; null for work that does not wait, and when nobody is at work for it.</summary>
    public TimeSpan? ForecastWait(string item) => Waiting(item) is { } entry ? Forecasting.WaitOf(entry, _floor) : null;

    /// <summary>The agents of the plan, by name.</summary>
    public IEnumerable<AgentView> Agents => _floor.Agents.Values.Select(AgentView.Of);

    /// <summary>An agent; null when the plan has none of that name.</summary>
    public AgentView? Agent(string name) => _floor.Agents.TryGetValue(name, out var agent) ? AgentView.Of(agent) : null;

    /// <summary>Work that no agent has yet, in the order of its turns; empty for a queue that is not there.</summary>
    public IEnumerable<WaitingView> WaitingIn(string queue) =>
        _floor.Queues.TryGetValue(queue, out var entry) ? entry.Waiting.Select(item => WaitingView.Of(item, _floor.Now)) : [];

    /// <summary>Why the other agents of the queue were not offered work: one sentence for each, empty for work that is not there.</summary>
    public IReadOnlyList<string> PassedOver(string item) =>
        _floor.Items.TryGetValue(item, out var entry) ? Explanation.PassedOver(entry, _matching, _floor) : [];

    /// <summary>Why an agent cannot be given work now (<see cref="AcdEvent.WorkGiven"/>), as a sentence; null when it can be.</summary>
    public string? WhyNotGiven(string item, string agent) =>
        Item(item) is not { } entry ? "The caller does not wait any more."
        : Known(agent) is not { } who ? $"There is no agent {agent} in the site that is in force."
        : WorkDesk.WhyNotGiven(entry, who);

    private ItemEntry? Waiting(string item) =>
        _floor.Items.TryGetValue(item, out var entry) && entry.Stage != ItemStage.Served ? entry : null;

    // Of two that are due at the same moment the second may be the more pressing: nobody chooses before both are awake.
    private void WakeOthers(DateTimeOffset due)
    {
        while (_floor.TakeDue(due, out _) is { } entry)
        {
            Wake(entry);
        }
    }

    private void Wake(object entry)
    {
        if (entry is AgentEntry agent)
        {
            _agents.Wake(agent);
        }
        else
        {
            _work.Wake((ItemEntry)entry);
        }
    }

    // Agents who became free choose first, each the most pressing of all that waits for them; then work that found nobody chooses.
    private void Settle()
    {
        while (true)
        {
            if (_floor.Free.TryDequeue(out var agent))
            {
                _matching.Feed(agent);
            }
            else if (_floor.Unplaced.Count > 0)
            {
                var item = _matching.TakeMostUrgent();
                _matching.Place(item);
                _work.OverflowLate(item);
            }
            else
            {
                return;
            }
        }
    }

    private void Apply(AcdEvent happened)
    {
        switch (happened)
        {
            case AcdEvent.WorkArrived e:
                _work.Arrive(e.Item);
                break;
            case AcdEvent.WorkLeft e when Item(e.Item) is { } item:
                _work.Leave(item);
                break;
            case AcdEvent.WorkMoved e when Item(e.Item) is { } item && _floor.Queues.GetValueOrDefault(e.Queue) is { } queue:
                _work.Move(item, queue);
                break;
            case AcdEvent.WorkGiven e when Item(e.Item) is { } item && Known(e.Agent) is { } agent:
                _work.Give(item, agent);
                break;
            case AcdEvent.OfferAccepted e when OfferOf(e.Item, e.Agent) is { } offer:
                _offers.Accept(offer.Item, offer.Agent);
                break;
            case AcdEvent.OfferFailed e when OfferOf(e.Item, e.Agent) is { } offer:
                _offers.Fail(offer.Agent, e.Failure);
                break;
            case AcdEvent.Joined e when OfferOf(e.Item, e.Agent) is { } offer:
                _offers.Joined(offer.Item, offer.Agent);
                break;
            case AcdEvent.JoinFailed e when OfferOf(e.Item, e.Agent) is { } offer:
                _offers.JoinFailed(offer.Item, offer.Agent);
                break;
            case AcdEvent.LinesChanged e:
                _floor.SetFreeLines(e.Lines, e.Free);
                break;
            case AcdEvent.DayBegan:
                _plans.BeginDay();
                break;
            case AcdEvent.PlanChanged e:
                _plans.Apply(e.Plan);
                break;
            case AcdEvent.Restored e:
                foreach (var memory in e.Agents)
                {
                    _agents.Restore(memory);
                }

                break;
            default:
                ApplyToAgent(happened);
                break;
        }
    }

    private void ApplyToAgent(AcdEvent happened)
    {
        switch (happened)
        {
            case AcdEvent.AgentLoggedIn e when Known(e.Agent) is { } agent:
                _agents.LogIn(agent, e.Phone, e.IsReachable);
                break;
            case AcdEvent.AgentLoggedOut e when Known(e.Agent) is { } agent:
                _agents.LogOut(agent, e.Why);
                break;
            case AcdEvent.AgentPaused e when Known(e.Agent) is { } agent:
                _agents.Pause(agent, e.Reason);
                break;
            case AcdEvent.AgentReady e when Known(e.Agent) is { } agent:
                _agents.Ready(agent);
                break;
            case AcdEvent.AgentReachable e when Known(e.Agent) is { } agent:
                _agents.SetReachable(agent, e.IsReachable);
                break;
            case AcdEvent.AgentBusy e when Known(e.Agent) is { } agent:
                _agents.SetBusy(agent, e.IsBusy);
                break;
            case AcdEvent.HeldChanged e when Known(e.Agent) is { } agent:
                _agents.SetHolding(agent, e.IsHeld);
                break;
            case AcdEvent.TalkEnded e when Known(e.Agent) is { } agent:
                _agents.EndTalk(agent);
                _plans.ForgetIfGone(agent);
                break;
            case AcdEvent.WrapUpExtended e when Known(e.Agent) is { } agent:
                _agents.ExtendWrapUp(agent, e.By);
                break;
        }
    }

    private ItemEntry? Item(string id) => _floor.Items.GetValueOrDefault(id);

    private AgentEntry? Known(string name) => _floor.Agents.GetValueOrDefault(name);

    private (ItemEntry Item, AgentEntry Agent)? OfferOf(string item, string agent) =>
        Item(item) is { } entry && Known(agent) is { } who && who.Offered == entry ? (entry, who) : null;
}
