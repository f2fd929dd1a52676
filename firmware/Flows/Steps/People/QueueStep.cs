using Switchhook.Acd;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Talking;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Steps.People;

/// <summary>Lets a caller wait in a queue for an agent.</summary>
internal sealed class QueueStep(
    FlowServices services, Conversations conversations, QueueHost host, CallbackDesk callbacks, MessageDesk messages)
{
    /// <summary>How the caller's time in the queue ended.</summary>
    public async Task<FlowMove> RunAsync(FlowCall flow, FlowStep.Enqueue step)
    {
        var queue = flow.Site.Model.Queues[step.Name];
        var now = services.Loop.Time.GetUtcNow();
        var (headStart, why) = HeadStart(flow, step);
        if (why is not null)
        {
            flow.Call.Note("queue", why);
        }

        // The ticket is kept for the whole call: who goes to a menu and comes back has not lost his place.
        flow.Turn ??= now;
        var (wanted, wantedFor) = step.Agent is { } named ? (named, step.AgentFor) : SetAgent(flow, queue) ?? LastAgent(flow, queue);
        using var visit = new CallVisit(services, host, conversations, callbacks, messages, flow, queue);
        return await visit.RunAsync(new WorkItem(visit.Id, queue.Name, WorkKind.Call, now)
        {
            Turn = flow.Turn.Value,
            HeadStart = headStart,
            Skills = [.. step.Skills.Concat(flow.Memory.Skills).Distinct(StringComparer.Ordinal)],
            Prefer = wanted,
            PreferFor = wantedFor,
        });
    }

    private (string? Agent, TimeSpan For) LastAgent(FlowCall flow, QueueConfig queue)
    {
        if (queue.LastAgent is not { } patience
            || flow.Identity is not { Withheld: false, Number: { } number }
            || host.LastAgents.Of(number) is not { } agent)
        {
            return (null, TimeSpan.Zero);
        }

        flow.Call.Note("queue", $"The caller talked with {agent} last, and waits up to {patience.TotalSeconds:0} s for the same one.");
        return (agent, patience);
    }

    // A flow may name an agent who is not in this queue.
    private static (string? Agent, TimeSpan For)? SetAgent(FlowCall flow, QueueConfig queue) =>
        flow.Memory.Agent is { } agent && queue.Agents.Any(one => one.Agent == agent) ? (agent, QueueDefaults.NamedAgent) : null;

    private static (TimeSpan HeadStart, string? Why) HeadStart(FlowCall flow, FlowStep.Enqueue step)
    {
        var own = step.HeadStart > flow.Memory.HeadStart ? step.HeadStart : flow.Memory.HeadStart;
        return flow.Memory.Grade is { } grade && grade.HeadStart > own
            ? (grade.HeadStart, $"The {(flow.Memory.SetGrade is null ? "caller's number" : "caller")} is of grade {grade.Name}.")
            : (own, null);
    }
}
