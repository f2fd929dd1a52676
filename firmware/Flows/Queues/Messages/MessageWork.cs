using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling;

namespace Switchhook.Flows.Queues.Messages;

/// <summary>A message that waits in its caller's place: an agent is rung for it as for a call, and hears it.</summary>
/// <param name="ticket">The message.</param>
/// <param name="services">What flows work with.</param>
/// <param name="host">Runs the queues.</param>
/// <param name="outside">Calls the caller.</param>
/// <param name="talk">What the agent hears meanwhile.</param>
/// <param name="desk">Is told what came of it.</param>
internal sealed class MessageWork(
    MessageTicket ticket, FlowServices services, QueueHost host, OutsideDialling outside, OutgoingTalk talk, MessageDesk desk)
    : OwedWork(ticket.Owed.Ticket, ticket.Owed.Queue, ticket.Owed.Call, services.Loop)
{
    private static readonly Cause Done = new(CauseCode.FlowEnded, "The message has been heard.");

    /// <summary>The message.</summary>
    public MessageTicket Ticket => ticket;

    /// <inheritdoc/>
    public override string? Customer => ticket.Owed.Caller;

    /// <inheritdoc/>
    public override CallerIdentity Shown => new(
        ticket.Owed.Caller, $"{Queue}: message {ticket.Owed.Caller ?? "of an unknown caller"}", "A message that waits.");

    /// <inheritdoc/>
    public override void Entered(AcdDecision.Queued place) => host.Write(
        new QueueEntered(
            ticket.Owed.Call, Id, Queue, nameof(WorkKind.Message), ticket.Owed.Caller, null, ticket.Owed.Turn, IsReturn: true, place.Words)
        {
            Message = ticket.Owed.Recording,
        });

    /// <inheritdoc/>
    public override async Task PrepareAsync(Leg agent)
    {
        var waited = services.Loop.Time.GetUtcNow() - ticket.Owed.Turn;
        if (Say(Phrase.MessageFrom(Queue), Phrase.Waited(waited)) is { } prompt)
        {
            await agent.Media.PlayAsync(prompt.Open(), PlayMode.Instead, agent.Gone);
        }
    }

    /// <inheritdoc/>
    public override void Overflow(AcdDecision.Overflow overflow)
    {
        host.Write(new QueueLeft(Call, Id, nameof(VisitOutcome.Overflowed), overflow.Words));
        desk.Lose(this, overflow.Words);
    }

    /// <inheritdoc/>
    protected override Call Begin(Leg leg, string why)
    {
        var caller = new CallerIdentity(leg.Party.Name, null, "The box has a message.");
        var call = services.Calls.Begin(CallDirection.Internal, leg, caller, dialled: null);
        call.Note("message", $"For the message of call {ticket.Owed.Call}. {why}");
        return call;
    }

    /// <inheritdoc/>
    protected override async Task ServeAsync(Call call, Leg agent)
    {
        if (await services.Recorder.LoadMessageAsync(ticket.Owed.Recording) is not { } message)
        {
            const string Why = "The sound of the message cannot be read.";
            desk.Lose(this, Why);
            call.End(new Cause(CauseCode.Fault, Why));
            return;
        }

        var target = ticket.CallBack;
        var keys = Say(target is null ? Phrase.MessageKeysWithoutCall : Phrase.MessageKeys);
        switch (await new MessageListening(services.Loop, agent, message, keys, canCall: target is not null).RunAsync())
        {
            case MessageResult.NotHeard:
                desk.PutBack(this);
                break;
            case MessageResult.Heard:
                desk.Close(this, isReached: false, "An agent has heard the message.");
                break;
            case MessageResult.CallBack:
                await CallBackAsync(call, agent, target!);
                return;
        }

        call.End(agent.State == LegState.Ended ? await agent.Ended : Done);
    }

    private async Task CallBackAsync(Call call, Leg agent, DialTarget.Outside target)
    {
        call.Note("message", $"The agent calls {target.Number}, who has left the message.");
        if (await ReachAsync(call, agent, target, ticket.Site, outside, talk) is { } why)
        {
            desk.CallLater(this, target.Number, why);
        }
        else
        {
            desk.Close(this, isReached: true, $"An agent has heard the message, and talked with {target.Number}.");
        }
    }

    private Prompt? Say(params IReadOnlyList<Phrase> phrases) => ticket.Site.Prompts.Announcements.Make(phrases).Prompt;
}
