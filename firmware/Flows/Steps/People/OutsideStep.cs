using Switchhook.Calls;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Countries;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps.People;

/// <summary>Calls a number outside for a caller, and joins the two when it answers.</summary>
internal sealed class OutsideStep(FlowServices services, Conversations conversations, OutsideDialling outside, OutgoingTalk talk)
{
    /// <summary>The whole of it.</summary>
    public async Task<FlowMove> RunAsync(FlowCall flow, FlowStep.RingOutside step)
    {
        var caller = flow.Caller;
        var number = NationalNumber.Of(step.Number, flow.Site.Country);
        if (!flow.Site.DialPlan.MayCall(number, step.Over))
        {
            flow.Call.Note("outbound", $"{step.Number} is not called: no rule for calls out allows it over {step.Over}.");
            return FlowMove.Next;
        }

        var over = new TaskCompletionSource();
        talk.LetRing(caller, flow.Site, over.Task);
        try
        {
            var target = new DialTarget.Outside(number, step.Over);
            var dialled = await outside.DialAsync(flow.Call, caller, target, flow.Site.Model.LineGroups[step.Over]);
            if (dialled.Leg is not { } leg)
            {
                caller.Gone.ThrowIfCancellationRequested();
                flow.Call.Note("outbound", $"{step.Number} was not reached: {dialled.Why!.Words}");
                return FlowMove.Next;
            }

            return await AnswersAsync(flow, leg, step.RingTime) ? await JoinAsync(flow, leg, over) : FlowMove.Next;
        }
        finally
        {
            over.TrySetResult();
        }
    }

    private async Task<bool> AnswersAsync(FlowCall flow, Leg leg, TimeSpan ringTime)
    {
        using var limit = services.Loop.Schedule(ringTime, () => leg.HangUp(Cause.NoAnswer));
        await Task.WhenAny(leg.Answered, flow.Caller.Ended);
        if (flow.Caller.State == LegState.Ended)
        {
            leg.HangUp(new Cause(CauseCode.HungUp, "The caller gave up."));
        }

        flow.Caller.Gone.ThrowIfCancellationRequested();
        return leg.State == LegState.Connected;
    }

    private async Task<FlowMove> JoinAsync(FlowCall flow, Leg leg, TaskCompletionSource ringing)
    {
        ringing.TrySetResult();
        flow.Caller.Media.StopPlaying();
        flow.Caller.Answer();
        var conversation = conversations.Begin(flow.Call, flow.Site, new HoldSound(services, flow.Site, language: flow.Memory.Language));
        conversation.Join(flow.Caller);
        conversation.Join(leg);
        flow.Call.Connected(leg.Party);
        await conversation.Over;
        return FlowMove.Over;
    }
}
