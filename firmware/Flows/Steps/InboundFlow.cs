using Switchhook.Calls;
using Switchhook.Flows.Hunting;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Talking;
using Switchhook.Site;

namespace Switchhook.Flows.Steps;

/// <summary>Takes a call that came in through the steps of its flow, from top to bottom.</summary>
internal sealed class InboundFlow(
    FlowServices services, Conversations conversations, QueueHost queues, CallbackDesk callbacks, MessageDesk messages)
{
    /// <summary>More jumps than any checked site needs; the checker refuses loops, this is the belt to those braces.</summary>
    private const int MaxJumps = 50;

    private readonly HuntMemory _memory = new();

    /// <summary>The whole story of the call.</summary>
    public async Task RunAsync(FlowCall flow, string flowName)
    {
        if (flow.Site.Model.Record != RecordPolicy.None)
        {
            services.Loop.Watch(RecordWhenAnsweredAsync(flow));
        }

        try
        {
            await RunStepsAsync(flow, flowName);
            flow.Call.End(new Cause(CauseCode.FlowEnded, $"Flow {flowName} has no more steps."));
        }
        catch (OperationCanceledException) when (flow.Caller.State == LegState.Ended)
        {
            flow.Call.End(await flow.Caller.Ended);
        }
        finally
        {
            // Whatever went wrong, the line must not stay off-hook.
            flow.Call.End(new Cause(CauseCode.Fault, "The flow failed; see the fault in the journal."));
        }
    }

    private async Task RunStepsAsync(FlowCall flow, string flowName)
    {
        for (var jumps = 0; jumps < MaxJumps; jumps++)
        {
            flow.Call.Note("flow", $"The call goes through flow {flowName}.");
            var next = await RunStepsOfAsync(flow, flow.Site.Model.Flows[flowName]);
            if (next is null)
            {
                return;
            }

            flowName = next;
        }
    }

    /// <summary>Runs the steps of one flow; returns the flow to go on with, or null at the end.</summary>
    private async Task<string?> RunStepsOfAsync(FlowCall flow, FlowConfig config)
    {
        foreach (var step in config.Steps)
        {
            flow.Caller.Gone.ThrowIfCancellationRequested();
            switch (step)
            {
                case FlowStep.Play play:
                    await PlayStep.RunAsync(flow, play);
                    break;
                case FlowStep.Ring ring when await new RingStep(services, conversations, _memory).RunAsync(flow, ring):
                    return null;
                case FlowStep.Enqueue queue:
                    switch (await new QueueStep(services, conversations, queues, callbacks, messages).RunAsync(flow, queue))
                    {
                        case VisitEnd.Over:
                            return null;
                        case VisitEnd.OtherFlow other:
                            return other.Name;
                    }

                    break;
                case FlowStep.Go go:
                    return go.Flow;
                case FlowStep.HangUp:
                    flow.Call.End(new Cause(CauseCode.FlowEnded, $"Flow {config.Name} hangs up."));
                    return null;
            }
        }

        return null;
    }

    private async Task RecordWhenAnsweredAsync(FlowCall flow)
    {
        if (await flow.Caller.Answered)
        {
            services.Recorder.Record(flow.Call, flow.Caller);
        }
    }
}
