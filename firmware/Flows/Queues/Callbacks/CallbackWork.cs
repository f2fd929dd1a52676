using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>
/// A call that is owed and waits in its caller's place. First the agent, then the customer: nobody is called for whom nobody has time, and
/// no more are called than agents are free.
/// </summary>
/// <param name="ticket">What is owed.</param>
/// <param name="services">What flows work with.</param>
/// <param name="host">Runs the queues.</param>
/// <param name="outside">Calls the customer.</param>
/// <param name="talk">What the agent hears meanwhile.</param>
/// <param name="ended">Is told whether the customer was reached, and why not, when a try is over.</param>
internal sealed class CallbackWork(
    CallbackTicket ticket,
    FlowServices services,
    QueueHost host,
    OutsideDialling outside,
    OutgoingTalk talk,
    Action<CallbackWork, Cause?> ended)
    : OwedWork(ticket.Owed.Ticket, ticket.Owed.Queue, ticket.Owed.Call, services.Loop)
{
    /// <summary>What is owed.</summary>
    public CallbackTicket Ticket => ticket;

    /// <inheritdoc/>
    public override string? Customer => ticket.Owed.Number;

    /// <inheritdoc/>
    public override CallerIdentity Shown => new(ticket.Owed.Number, $"{Queue}: call back {ticket.Owed.Number}", "A call that is owed.");

    /// <inheritdoc/>
    public override void Entered(AcdDecision.Queued place) => host.Write(new QueueEntered(
        ticket.Owed.Call, Id, Queue, nameof(WorkKind.Callback), ticket.Owed.Number, null, ticket.Owed.Turn, IsReturn: true, place.Words));

    /// <inheritdoc/>
    public override async Task PrepareAsync(Leg agent)
    {
        if (ticket.Site.Prompts.Announcements.Make(Phrase.CallBackFrom(Queue)).Prompt is { } prompt)
        {
            await agent.Media.PlayAsync(prompt.Open(), PlayMode.Instead, agent.Gone);
        }
    }

    // Only a queue that is no longer there lets go of what is owed.
    /// <inheritdoc/>
    public override void Overflow(AcdDecision.Overflow overflow)
    {
        host.Write(new QueueLeft(Call, Id, nameof(VisitOutcome.Overflowed), overflow.Words));
        ended(this, new Cause(CauseCode.Fault, overflow.Words));
    }

    /// <inheritdoc/>
    protected override Call Begin(Leg leg, string why)
    {
        var caller = new CallerIdentity(leg.Party.Name, null, "The box calls back.");
        var call = services.Calls.Begin(CallDirection.Outbound, leg, caller, ticket.Owed.Number);
        var whose = ticket.Owed.AskedBy is { } by
            ? $"the caller of call {ticket.Owed.Call}, as {by} wants"
            : $"who asked for it in call {ticket.Owed.Call}";
        call.Note("callback", $"Calls back {whose}. {why}");
        return call;
    }

    /// <inheritdoc/>
    protected override async Task ServeAsync(Call call, Leg agent)
    {
        var over = ticket.Site.Model.Queues[ticket.Owed.Queue].Callback!.Over;
        ended(this, await ReachAsync(call, agent, new DialTarget.Outside(ticket.Owed.Number, over), ticket.Site, outside, talk));
    }
}
