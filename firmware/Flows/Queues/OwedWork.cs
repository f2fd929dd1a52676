using System.Globalization;
using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Dialling;

namespace Switchhook.Flows.Queues;

/// <summary>Work that waits in the place of a caller who is not on the line. Each offer of it to agents is a call of its own.</summary>
/// <param name="id">Id of the visit, and of the work in the engine.</param>
/// <param name="queue">Name of the queue.</param>
/// <param name="askedIn">The call from which it comes.</param>
/// <param name="loop">The control loop.</param>
internal abstract class OwedWork(string id, string queue, CallId askedIn, ControlLoop loop) : QueueWork(id, queue)
{
    // Most analog lines do not show an answer: a number that is busy has been told by its tone within this time.
    private static readonly TimeSpan SureAfter = TimeSpan.FromSeconds(30);

    private Call? _try;
    private bool _isTaken;

    /// <summary>When the customer answered, as the line told it; null before. To the millisecond, as all times of the journal.</summary>
    public DateTimeOffset? ReachedAt { get; private set; }

    /// <inheritdoc/>
    public override CallId Call => _isTaken ? _try!.Id : askedIn;

    /// <inheritdoc/>
    public override bool IsCallOver => _try is { } going && (going.EndCause is not null || going.Legs.Count == 0);

    /// <inheritdoc/>
    public override void AddLeg(Leg leg, string why)
    {
        if (_try is { EndCause: null } going)
        {
            going.Add(leg, why);
        }
        else
        {
            _try = Begin(leg, why);
        }

        loop.Watch(EndUnansweredAsync(_try, leg));
    }

    /// <inheritdoc/>
    public override void Join(Leg agent)
    {
        _isTaken = true;
        loop.Watch(ServeAsync(_try!, agent));
    }

    /// <summary>Id of the next visit for the same: each try is a visit of its own, …-2, then …-2.2, …-2.3.</summary>
    public static string NextId(string ticket) =>
        ticket.LastIndexOf('.') is >= 0 and var dot && int.TryParse(ticket[(dot + 1)..], CultureInfo.InvariantCulture, out var round)
            ? string.Create(CultureInfo.InvariantCulture, $"{ticket[..dot]}.{round + 1}")
            : ticket + ".2";

    /// <summary>Begins the call in which agents are rung.</summary>
    /// <param name="leg">Of the first of them.</param>
    /// <param name="why">Why this one, in words.</param>
    protected abstract Call Begin(Leg leg, string why);

    /// <summary>An agent has it.</summary>
    /// <param name="call">The call that was begun.</param>
    /// <param name="agent">Connected.</param>
    protected abstract Task ServeAsync(Call call, Leg agent);

    /// <summary>Calls the customer for an agent.</summary>
    /// <param name="call">The agent's call; it ends when the customer is not reached.</param>
    /// <param name="agent">Connected.</param>
    /// <param name="target">Number and line group.</param>
    /// <param name="site">The version of the site by which it is made.</param>
    /// <param name="outside">Dials.</param>
    /// <param name="talk">What the agent hears meanwhile.</param>
    /// <returns>Null when the customer has answered, as far as the line can tell; else why not.</returns>
    protected async Task<Cause?> ReachAsync(
        Call call, Leg agent, DialTarget.Outside target, SiteInForce site, OutsideDialling outside, OutgoingTalk talk)
    {
        var dialled = await outside.DialAsync(call, agent, target, site.Model.LineGroups[target.LineGroup]);
        if (dialled.Leg is { } line && await talk.RunAsync(call, agent, line, site))
        {
            var now = loop.Time.GetUtcNow();
            ReachedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
            return await RefusalAsync(line);
        }

        call.End(dialled.Why ?? Cause.NoAnswer);
        return call.EndCause ?? Cause.NoAnswer;
    }

    private async Task<Cause?> RefusalAsync(Leg line)
    {
        var sure = new TaskCompletionSource();
        using var limit = loop.Schedule(SureAfter, sure.SetResult);
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
