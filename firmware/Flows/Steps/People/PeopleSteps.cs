using Switchhook.Flows.Dialling;
using Switchhook.Flows.Hunting;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps.People;

/// <summary>The steps that find someone for a caller.</summary>
internal sealed class PeopleSteps(
    FlowServices services,
    Conversations conversations,
    QueueHost queues,
    CallbackDesk callbacks,
    MessageDesk messages,
    OutsideDialling outside,
    OutgoingTalk talk,
    VoicemailDesk mailboxes)
{
    private readonly HuntMemory _memory = new();

    /// <summary>Rings a hunt group.</summary>
    public Task<FlowMove> RingAsync(FlowCall flow, FlowStep.Ring step) =>
        HuntAsync(flow, flow.Site.Model.Groups[step.Group], $"of group {step.Group}");

    /// <summary>Rings a phone.</summary>
    public Task<FlowMove> RingPhoneAsync(FlowCall flow, FlowStep.RingPhone step) => HuntAsync(
        flow,
        new HuntGroupConfig($"phone {step.Number}", [step.Number], HuntStrategy.InOrder, step.RingTime, 1, TimeSpan.Zero),
        $"at phone {step.Number}");

    /// <summary>Calls a number outside.</summary>
    public Task<FlowMove> RingOutsideAsync(FlowCall flow, FlowStep.RingOutside step) =>
        new OutsideStep(services, conversations, outside, talk).RunAsync(flow, step);

    /// <summary>Lets the caller wait in a queue.</summary>
    public Task<FlowMove> EnqueueAsync(FlowCall flow, FlowStep.Enqueue step) =>
        new QueueStep(services, conversations, queues, callbacks, messages).RunAsync(flow, step);

    /// <summary>Takes a message into a mailbox.</summary>
    public async Task<FlowMove> TakeMessageAsync(FlowCall flow, FlowStep.Voicemail step)
    {
        await new VoicemailStep(services, mailboxes).RunAsync(flow, step.Mailbox);
        return FlowMove.Next;
    }

    private async Task<FlowMove> HuntAsync(FlowCall flow, HuntGroupConfig group, string where) =>
        await new RingStep(services, conversations, _memory).RunAsync(flow, group, where) ? FlowMove.Over : FlowMove.Next;
}
