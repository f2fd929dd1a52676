using Switchhook.Acd;
using Switchhook.Acd.Engine;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site;

namespace Switchhook.Flows.Queues;

/// <summary>Runs the queue engine on the control loop: hands it what happens, and does what it decides.</summary>
/// <remarks>
/// What is decided can bring events at once (a phone that cannot be rung): they wait until all decisions of the event before are
/// done, so that the engine and the world never overtake each other.
/// </remarks>
public sealed class QueueHost
{
    private static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(5);

    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly AcdEngine _engine;
    private readonly AgentRinger _ringer;
    private readonly AgentLog _agents;
    private readonly AgentPhones _phones;
    private readonly Queue<AcdEvent> _pending = new();
    private readonly Dictionary<string, QueueWork> _work = new(StringComparer.Ordinal);
    private IDisposable? _timer;
    private IDisposable? _midnight;
    private IDisposable? _hours;
    private readonly Func<SiteInForce> _inForce;
    private SiteModel? _site;
    private Assignments _assigned = Assignments.None;
    private bool _isHandling;

    /// <summary>Queues without agents.</summary>
    /// <param name="services">What flows work with.</param>
    /// <param name="outside">Rings agents outside.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="journal">Where decisions are written.</param>
    /// <param name="live">Tells what the phones of agents do.</param>
    internal QueueHost(FlowServices services, OutsideDialling outside, Func<SiteInForce> site, CallJournal journal, LiveBoard live)
    {
        _loop = services.Loop;
        _journal = journal;
        _inForce = site;
        _engine = new AcdEngine(Acd.Plans.AcdPlan.Empty, seed: 1);
        _ringer = new AgentRinger(services, outside, site, journal, Tell, (work, by) => services.Loop.Watch(PickedUpAsync(work, by)));
        _agents = new AgentLog(journal, services.Loop.Time);
        LastAgents = new LastAgents(services.Loop.Time);
        _phones = new AgentPhones(live, this);
        live.Changed += _phones.LookIfChanged;
        journal.Appended += LookAtNight;
    }

    /// <summary>With whom customers talked last.</summary>
    internal LastAgents LastAgents { get; }

    /// <summary>What the engine knows, to be read between events.</summary>
    public AcdEngine Engine => _engine;

    /// <summary>Puts the queues and agents of a site in force.</summary>
    public void Apply(SiteModel site)
    {
        _site = site;
        var hours = new SiteHours(site);
        ApplyAsOfNow(site, hours);
        _midnight?.Dispose();
        AwaitMidnight(hours.Calendar);
    }

    /// <summary>Moves an agent between queues, until moved again, also over a restart. A call goes on to its end.</summary>
    /// <param name="agent">An agent of the site.</param>
    /// <param name="queues">Queues of the site, at least one; null for those of the site file.</param>
    /// <param name="by">Who moves the agent.</param>
    public void Assign(string agent, IReadOnlyList<string>? queues, string by)
    {
        _assigned = _assigned.With(agent, queues);
        _journal.Append(new AgentAssigned(agent, queues, by));
        if (_site is { } site)
        {
            ApplyAsOfNow(site, new SiteHours(site));
        }
    }

    /// <summary>Takes agents up where they were before a restart. The site is in force, and its phones are known.</summary>
    /// <param name="agents">What was known of them.</param>
    /// <param name="lastSign">When the box was alive the last time.</param>
    public void Restore(IReadOnlyList<AgentMemory> agents, DateTimeOffset? lastSign)
    {
        _agents.BeginRestore(lastSign);
        Tell(new AcdEvent.Restored([.. agents]));
        _agents.EndRestore();
        foreach (var agent in agents.Where(agent => !_phones.Begin(agent.Agent, agent.Phone)))
        {
            Tell(new AcdEvent.AgentReachable(agent.Agent, false));
        }

        _phones.Look();
    }

    /// <summary>Remembers from before a restart which visit an agent had last.</summary>
    public void NoteWork(Visit last) => _agents.Took(last);

    /// <summary>An agent begins to work at a phone.</summary>
    public void LogIn(string agent, string phone)
    {
        Tell(new AcdEvent.AgentLoggedIn(agent, phone) { IsReachable = _phones.Begin(agent, phone) });
        _phones.Look();
    }

    /// <summary>Remembers from before a restart with whom a customer talked last.</summary>
    public void Remember(string customer, string agent, DateTimeOffset at) => LastAgents.Note(customer, agent, at);

    /// <summary>An agent goes home; a call goes on to its end.</summary>
    public void LogOut(string agent, string why) => Tell(new AcdEvent.AgentLoggedOut(agent, why));

    /// <summary>An agent gets no work for a while; a call goes on to its end.</summary>
    public void Pause(string agent, string reason) => Tell(new AcdEvent.AgentPaused(agent, reason));

    /// <summary>An agent is ready: ends pause and time after a call.</summary>
    public void Ready(string agent) => Tell(new AcdEvent.AgentReady(agent));

    /// <summary>An agent who finishes a call gets a minute more.</summary>
    public void MoreTime(string agent) => Tell(new AcdEvent.WrapUpExtended(agent, AgentDialling.MoreTime));

    /// <summary>Moves a caller to another queue. The turn is kept, and so are music and keys.</summary>
    /// <param name="visit">Id of the visit.</param>
    /// <param name="queue">A queue of the site.</param>
    /// <param name="by">Who moves it.</param>
    /// <returns>False when it does not wait any more, or waits there already.</returns>
    public bool Move(string visit, string queue, string by)
    {
        if (_work.GetValueOrDefault(visit) is not CallVisit work || work.Queue == queue)
        {
            return false;
        }

        _journal.Append(new StepTaken(work.Call, "queue", $"Moved from queue {work.Queue} to queue {queue} by {by}."));
        work.Queue = queue;
        Tell(new AcdEvent.WorkMoved(visit, queue, by));
        return true;
    }

    /// <summary>Gives a caller who waits to an agent, who alone is rung for a while. The turn is kept.</summary>
    /// <param name="visit">Id of the visit.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="by">Who gives it.</param>
    /// <returns>Null when it was done; else why not, as a sentence.</returns>
    public string? Give(string visit, string agent, string by)
    {
        if (_work.GetValueOrDefault(visit) is not { } work || _engine.WhyNotGiven(visit, agent) is not null)
        {
            return _engine.WhyNotGiven(visit, agent) ?? "The caller does not wait any more.";
        }

        _journal.Append(new StepTaken(work.Call, "queue", $"Given to {agent} by {by}."));
        Tell(new AcdEvent.WorkGiven(visit, agent));
        return null;
    }

    /// <summary>The agent who works at a phone; null for nobody.</summary>
    public AgentView? AgentAt(string phone) => _engine.Agents.FirstOrDefault(agent => agent.Phone == phone);

    /// <summary>The last work that an agent had; null when none is known.</summary>
    internal LastWork? LastWorkOf(string agent) => _agents.LastOf(agent);

    /// <summary>Writes an entry about work of the queues.</summary>
    internal void Write(CallEntry entry) => _journal.Append(entry);

    /// <summary>Puts work into its queue.</summary>
    internal void Enter(QueueWork work, WorkItem item)
    {
        _work.Add(work.Id, work);
        Tell(new AcdEvent.WorkArrived(item));
    }

    /// <summary>True for work that no agent has yet.</summary>
    internal bool Holds(QueueWork work) => _work.ContainsKey(work.Id);

    /// <summary>Takes work out of its queue before an agent has it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="outcome">How it leaves.</param>
    /// <param name="why">In words.</param>
    internal void Leave(QueueWork work, VisitOutcome outcome, string why)
    {
        if (_work.Remove(work.Id))
        {
            _journal.Append(new QueueLeft(work.Call, work.Id, outcome.ToString(), why));
            Tell(new AcdEvent.WorkLeft(work.Id));
        }
    }

    /// <summary>Takes work out of its queue before an agent has it; how it leaves is the caller's to write.</summary>
    /// <returns>False when it was out already.</returns>
    internal bool Withdraw(QueueWork work)
    {
        if (!_work.Remove(work.Id))
        {
            return false;
        }

        Tell(new AcdEvent.WorkLeft(work.Id));
        return true;
    }

    /// <summary>Tells the engine what happened.</summary>
    public void Tell(AcdEvent happened)
    {
        _pending.Enqueue(happened);
        if (_isHandling)
        {
            return;
        }

        _isHandling = true;
        try
        {
            var decisions = new List<AcdDecision>();
            while (_pending.TryDequeue(out var next))
            {
                decisions.Clear();
                _engine.Handle(next, _loop.Time.GetUtcNow(), decisions);
                foreach (var decision in decisions)
                {
                    Follow(decision);
                }
            }
        }
        finally
        {
            _isHandling = false;
            WakeInTime();
        }
    }

    private void Follow(AcdDecision decision)
    {
        switch (decision)
        {
            case AcdDecision.Queued queued when _work.TryGetValue(queued.Item, out var work):
                work.Entered(queued);
                break;
            case AcdDecision.Offer offer when _work.TryGetValue(offer.Item, out var work):
                _ringer.Ring(work, offer, _engine.PassedOver(offer.Item));
                break;
            case AcdDecision.Withdraw withdraw:
                _ringer.Withdraw(withdraw);
                break;
            case AcdDecision.Join join when _work.TryGetValue(join.Item, out var work):
                _loop.Watch(JoinAsync(work, join));
                break;
            case AcdDecision.Overflow overflow when _work.Remove(overflow.Item, out var work):
                work.Overflow(overflow);
                break;
            case AcdDecision.AgentChanged changed:
                _agents.Write(changed);
                if (changed.Phone is null)
                {
                    _phones.Forget(changed.Agent);
                }

                break;
        }
    }

    private async Task JoinAsync(QueueWork work, AcdDecision.Join join)
    {
        if (_ringer.LegOf(work, join.Agent) is { } leg)
        {
            await work.PrepareAsync(leg);
            if (leg.State == LegState.Connected && _ringer.Take(work, join.Agent))
            {
                await ServeAsync(work, join.Agent, leg);
                return;
            }
        }

        _ringer.Take(work, join.Agent);
        Tell(new AcdEvent.JoinFailed(join.Item, join.Agent));
    }

    // A colleague took the call away from the agents who were rung.
    private async Task PickedUpAsync(QueueWork work, Leg by)
    {
        if (_work.ContainsKey(work.Id))
        {
            Tell(new AcdEvent.WorkLeft(work.Id));
            await TalkAsync(work, by.Party.ToString(), by);
        }
    }

    private async Task TalkAsync(QueueWork work, string who, Leg leg)
    {
        _work.Remove(work.Id);
        if (work.Customer is { } customer)
        {
            LastAgents.Note(customer, who, _loop.Time.GetUtcNow());
        }

        work.Agent = who;
        work.Join(leg);
        _agents.Took(who, work);
        _journal.Append(new QueueJoined(work.Call, work.Id, who, leg.Id));
        leg.HeldChanged += held => Tell(new AcdEvent.HeldChanged(who, held.IsHeld));
        await leg.Ended;
        _journal.Append(new QueueTalkEnded(work.Call, work.Id, who, Transferred: !work.IsCallOver));
    }

    private async Task ServeAsync(QueueWork work, string agent, Leg leg)
    {
        _agents.Took(agent, work);
        Tell(new AcdEvent.Joined(work.Id, agent));
        try
        {
            await TalkAsync(work, agent, leg);
        }
        finally
        {
            // Whatever went wrong, nobody stays in a call that is over.
            Tell(new AcdEvent.TalkEnded(agent));
            _phones.Look();
        }
    }

    // A plan holds until a queue opens or closes. A clock that is set meanwhile (a board without one of its own) is noticed soon.
    private void ApplyAsOfNow(SiteModel site, SiteHours hours)
    {
        _hours?.Dispose();
        _hours = null;
        var now = _loop.Time.GetUtcNow();
        var current = hours.During(_inForce().Night());
        Tell(new AcdEvent.PlanChanged(QueuePlans.At(now, _assigned.Of(site), current)));
        if (current.ChangesAt(now) is { } change)
        {
            _hours = _loop.Schedule(change - now < LongestTrust ? change - now : LongestTrust, () => ApplyAsOfNow(site, hours));
        }
    }

    // History is not written while other history is.
    private void LookAtNight(JournalEvent journalEvent)
    {
        if (journalEvent.Entry is NightChanged)
        {
            _loop.Post(() =>
            {
                if (_site is { } site)
                {
                    ApplyAsOfNow(site, new SiteHours(site));
                }
            });
        }
    }

    private void AwaitMidnight(SiteCalendar calendar)
    {
        var now = _loop.Time.GetUtcNow();
        _midnight = _loop.Schedule(calendar.At(now, IntervalLength.Day).To - now, () =>
        {
            Tell(new AcdEvent.DayBegan());
            AwaitMidnight(calendar);
        });
    }

    private void WakeInTime()
    {
        _timer?.Dispose();
        _timer = null;
        if (_engine.NextDue is { } due)
        {
            var wait = due - _loop.Time.GetUtcNow();
            _timer = _loop.Schedule(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, () => Tell(AcdEvent.TimePassed.Instance));
        }
    }
}
