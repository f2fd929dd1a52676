using Switchhook.Acd;
using Switchhook.Acd.Engine;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>An engine whose time the test moves, and everything that it has decided.</summary>
internal sealed class EngineRig
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly List<AcdDecision> _latest = [];

    public EngineRig(params QueuePlan[] queues)
        : this(new AcdPlan([.. queues], [.. queues.SelectMany(queue => queue.Members).Select(one => one.Agent).Distinct().Select(Plain)]))
    {
    }

    public EngineRig(AcdPlan plan) => Engine = new AcdEngine(plan, 7);

    public AcdEngine Engine { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>All decisions so far.</summary>
    public List<AcdDecision> All { get; } = [];

    /// <summary>What the latest event brought.</summary>
    public IReadOnlyList<AcdDecision> Latest => _latest;

    /// <summary>Agents whose phones ring for work.</summary>
    public IEnumerable<string> RingingFor(string item) =>
        Engine.Agents.Where(agent => agent.State == AgentState.Ringing && agent.Item == item).Select(agent => agent.Name);

    public AgentState StateOf(string agent) => Engine.Agent(agent)!.State;

    public static QueuePlan Queue(string name, params string[] agents) =>
        new(name, [.. agents.Select(agent => new QueueMember(agent))]);

    public EngineRig Do(AcdEvent happened)
    {
        _latest.Clear();
        Engine.Handle(happened, Now, _latest);
        All.AddRange(_latest);
        return this;
    }

    /// <summary>Lets time pass, with all that becomes due on the way.</summary>
    public EngineRig Wait(double seconds)
    {
        var end = Now + TimeSpan.FromSeconds(seconds);
        while (Engine.NextDue is { } due && due <= end)
        {
            Now = due > Now ? due : Now;
            Do(AcdEvent.TimePassed.Instance);
        }

        Now = end;
        return Do(AcdEvent.TimePassed.Instance);
    }

    public EngineRig LogIn(params string[] agents)
    {
        foreach (var agent in agents)
        {
            Do(new AcdEvent.AgentLoggedIn(agent, $"phone of {agent}"));
        }

        return this;
    }

    public EngineRig Arrive(string item, string queue, Func<WorkItem, WorkItem>? change = null)
    {
        var work = new WorkItem(item, queue, WorkKind.Call, Now);
        return Do(new AcdEvent.WorkArrived(change?.Invoke(work) ?? work));
    }

    public EngineRig Accept(string item, string agent) => Do(new AcdEvent.OfferAccepted(item, agent));

    public EngineRig Join(string item, string agent) => Do(new AcdEvent.Joined(item, agent));

    /// <summary>The agent answers, and the two talk.</summary>
    public EngineRig Take(string item, string agent) => Accept(item, agent).Join(item, agent);

    public EngineRig Hang(string agent) => Do(new AcdEvent.TalkEnded(agent));

    /// <summary>A whole call of so many seconds.</summary>
    public EngineRig Serve(string item, string queue, string agent, double seconds) =>
        Arrive(item, queue).Take(item, agent).Wait(seconds).Hang(agent);

    private static AgentPlan Plain(string name) => new(name);
}
