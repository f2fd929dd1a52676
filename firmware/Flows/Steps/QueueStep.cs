using Switchhook.Acd;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Talking;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Steps;

/// <summary>Lets a caller wait in a queue for an agent.</summary>
internal sealed class QueueStep(
    FlowServices services, Conversations conversations, QueueHost host, CallbackDesk callbacks, MessageDesk messages)
{
    /// <summary>How the caller's time in the queue ended.</summary>
    public async Task<VisitEnd> RunAsync(FlowCall flow, FlowStep.Enqueue step)
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
        var (wanted, wantedFor) = step.Agent is { } named ? (named, step.AgentFor) : LastAgent(flow, queue);
        using var visit = new CallVisit(services, host, conversations, callbacks, messages, flow, queue);
        return await visit.RunAsync(new WorkItem(visit.Id, queue.Name, WorkKind.Call, now)
        {
            Turn = flow.Turn.Value,
            HeadStart = headStart,
            Skills = [.. step.Skills],
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

    private static (TimeSpan HeadStart, string? Why) HeadStart(FlowCall flow, FlowStep.Enqueue step) =>
        GradeOf(flow) is { } grade && grade.HeadStart > step.HeadStart
            ? (grade.HeadStart, $"The caller's number is of grade {grade.Name}.")
            : (step.HeadStart, null);

    private static GradeConfig? GradeOf(FlowCall flow) => flow.Identity.Number is { } caller
        ? flow.Site.Model.Grades.Values.FirstOrDefault(grade => grade.Numbers.Any(number => PhoneNumber.AreSame(number, caller)))
        : null;
}
