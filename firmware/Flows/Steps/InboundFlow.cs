using Switchhook.Calls;
using Switchhook.Flows.Steps.People;
using Switchhook.Site;

namespace Switchhook.Flows.Steps;

/// <summary>Takes a call that came in through the steps of its flow, from top to bottom.</summary>
internal sealed class InboundFlow(FlowServices services, PeopleSteps people)
{
    /// <summary>The whole story of the call.</summary>
    public async Task RunAsync(FlowCall flow, string flowName)
    {
        if (flow.Site.Model.Record != RecordPolicy.None)
        {
            services.Loop.Watch(RecordWhenAnsweredAsync(flow));
        }

        try
        {
            using var acts = new CallActs(services, people, flow);
            if (await new FlowRunner(acts, flow.Memory).RunAsync(flowName) is { } why)
            {
                flow.Call.End(new Cause(CauseCode.FlowEnded, why));
            }
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

    private async Task RecordWhenAnsweredAsync(FlowCall flow)
    {
        if (await flow.Caller.Answered)
        {
            services.Recorder.Record(flow.Call, flow.Caller);
        }
    }
}
