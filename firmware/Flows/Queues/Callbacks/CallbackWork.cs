using Switchhook.Acd;
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
    Action<CallbackWork, Cause?> ended) : QueueWork(ticket.Owed.Ticket, ticket.Owed.Queue)
{
    // Most analog lines do not show an answer: a number that is busy has been told by its tone within this time.
    private static readonly TimeSpan SureAfter = TimeSpan.FromSeconds(30);

    private Call? _try;
    private bool _isTaken;

    /// <summary>What is owed.</summary>
    public CallbackTicket Ticket => ticket;

    /// <summary>When the customer answered, as the line told it; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <inheritdoc/>
    public override CallId Call => _isTaken ? _try!.Id : ticket.Owed.Call;

    /// <inheritdoc/>
    public override bool IsCallOver => _try?.EndCause is not null;

    /// <inheritdoc/>
    public override string? Customer => ticket.Owed.Number;

    /// <inheritdoc/>
    public override CallerIdentity Shown => new(ticket.Owed.Number, $"{Queue}: call back {ticket.Owed.Number}", "A call that is owed.");

    /// <inheritdoc/>
    public override void AddLeg(Leg leg, string why)
    {
        if (_try is { EndCause: null } going)
        {
            going.Add(leg, why);
        }
        else
        {
            var caller = new CallerIdentity(leg.Party.Name, null, "The box calls back.");
            _try = services.Calls.Begin(CallDirection.Outbound, leg, caller, ticket.Owed.Number);
            _try.Note("callback", $"Calls back who asked for it in call {ticket.Owed.Call}. {why}");
        }

        services.Loop.Watch(EndUnansweredAsync(_try, leg));
    }

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

    /// <inheritdoc/>
    public override void Join(Leg agent)
    {
        _isTaken = true;
        services.Loop.Watch(CallAsync(_try!, agent));
    }

    // Only a queue that is no longer there lets go of what is owed.
    /// <inheritdoc/>
    public override void Overflow(AcdDecision.Overflow overflow) => ended(this, new Cause(CauseCode.Fault, overflow.Words));

    private async Task CallAsync(Call call, Leg agent)
    {
        var over = ticket.Site.Model.Queues[ticket.Owed.Queue].Callback!.Over;
        var dialled = await outside.DialAsync(
            call, agent, new DialTarget.Outside(ticket.Owed.Number, over), ticket.Site.Model.LineGroups[over]);
        if (dialled.Leg is { } line && await talk.RunAsync(call, agent, line, ticket.Site))
        {
            AnsweredAt = services.Loop.Time.GetUtcNow();
            ended(this, await RefusalAsync(line));
            return;
        }

        call.End(dialled.Why ?? Cause.NoAnswer);
        ended(this, call.EndCause ?? Cause.NoAnswer);
    }

    // Null when the customer was reached, as far as the line can tell.
    private async Task<Cause?> RefusalAsync(Leg line)
    {
        var sure = new TaskCompletionSource();
        using var limit = services.Loop.Schedule(SureAfter, sure.SetResult);
        await Task.WhenAny(line.Ended, sure.Task);
        return line.State == LegState.Ended
            && await line.Ended is { Code: CauseCode.Busy or CauseCode.NoAnswer or CauseCode.Refused or CauseCode.NoLine } why
                ? why
                : null;
    }

    // The agents who were rung did not answer: that try is no call.
    private async Task EndUnansweredAsync(Call call, Leg leg)
    {
        var cause = await leg.Ended;
        if (!_isTaken && call.Legs.Count == 0)
        {
            call.End(cause);
        }
    }
}
