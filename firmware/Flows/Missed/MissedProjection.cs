using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Flows.Missed;

/// <summary>Makes the list of missed callers of the journal's entries. Pure: live and after a restart it is the same code.</summary>
/// <remarks>
/// A call from outside with a number counts when it ended and nobody talked in it. Who hangs up at once has misdialled. A row closes by
/// itself when the caller talks with someone: in a call of his own, or in one to him from whatever phone.
/// </remarks>
public static class MissedProjection
{
    /// <summary>How long a row is kept after the last call.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    /// <summary>Who hangs up sooner has not wanted to talk.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    /// <summary>Most rows; then those that are done go first, and of the others the oldest.</summary>
    public const int Most = 2000;

    /// <summary>The list after an event.</summary>
    /// <param name="now">The list before it.</param>
    /// <param name="journalEvent">What happened.</param>
    /// <returns>The same object when the event changes nothing.</returns>
    public static MissedSnapshot Apply(MissedSnapshot now, JournalEvent journalEvent) => journalEvent.Entry switch
    {
        CallStarted { Direction: CallDirection.Inbound, CallerNumber: { } number } e when IsNumber(number) =>
            now.With(e.Call, new MissedTry(true, number, e.CallerName, e.From, journalEvent.At)),
        CallStarted { Direction: CallDirection.Outbound, Dialled: { } number } e =>
            now.With(e.Call, new MissedTry(false, number, null, e.From, journalEvent.At)),
        QueueEntered e => Change(now, e.Call, one => one with { Reached = $"queue {e.Queue}" }),
        StepTaken { Flow: { } flow, Path: "" } e => Change(now, e.Call, one => one with { Reached = $"flow {flow}" }),
        VoicemailLeft { Length: not null } e => Change(now, e.Call, one => one with { Instead = MissedEnd.LeftMessage }),
        MessageOwed { Length: not null } e => Change(now, e.Call, one => one with { Instead = MissedEnd.LeftMessage }),
        CallbackOwed e => Promise(now, e),
        CallbackEnded { IsReached: false } e => Break(now, e.Call),
        MessageEnded { IsReached: true } e => Reach(now, e.Call, journalEvent.At),
        CallConnected e => Connect(now, e, journalEvent.At),
        CallEnded e => End(now, e, e.EndedAt ?? journalEvent.At),
        MissedChanged e => Change(now, e, journalEvent.At),
        _ => now,
    };

    // What a name of a SIP account shows is no number that one could call.
    private static bool IsNumber(string number) => number.Count(char.IsAsciiDigit) >= PhoneNumber.FewestLastDigits;

    private static MissedSnapshot Change(MissedSnapshot now, CallId call, Func<MissedTry, MissedTry> change) =>
        now.Calls.GetValueOrDefault(call) is { IsIncoming: true } one ? now.With(call, change(one)) : now;

    private static MissedSnapshot Change(MissedSnapshot now, MissedChanged e, DateTimeOffset at)
    {
        // A state of a newer version changes nothing.
        if (now.Of(e.Number) is not { State: not MissedState.Closed } row || !Enum.TryParse<MissedState>(e.State, out var state))
        {
            return now;
        }

        return now.With(row with
        {
            State = state,
            By = state == MissedState.Open ? null : e.By,
            Closing = state == MissedState.Closed ? MissedClosing.Dismissed : null,
            Since = at,
        });
    }

    // In the call itself, or for a caller who is on the list already.
    private static MissedSnapshot Promise(MissedSnapshot now, CallbackOwed e) =>
        now.Calls.ContainsKey(e.Call) ? Change(now, e.Call, one => one with { Instead = MissedEnd.PromisedCall })
        : now.Of(e.Number) is { State: not MissedState.Closed } row ? now.With(row with { End = MissedEnd.PromisedCall })
        : now;

    private static MissedSnapshot Break(MissedSnapshot now, CallId call) =>
        Waiting(now, call) is { End: MissedEnd.PromisedCall } row ? now.With(row with { End = MissedEnd.GaveUp }) : now;

    private static MissedSnapshot Reach(MissedSnapshot now, CallId call, DateTimeOffset at) =>
        Waiting(now, call) is { } row ? now.With(Close(row, MissedClosing.CalledBack, row.By, at)) : now;

    private static MissedCaller? Waiting(MissedSnapshot now, CallId call) =>
        now.Callers.Values.FirstOrDefault(row => row.Call == call && row.State != MissedState.Closed);

    private static MissedSnapshot Connect(MissedSnapshot now, CallConnected e, DateTimeOffset at)
    {
        if (now.Calls.GetValueOrDefault(e.Call) is not { } one)
        {
            return now;
        }

        var next = now.With(e.Call, one with { IsConnected = true });
        var found = one.IsIncoming ? next.Of(one.Number) : next.OfDialled(one.Number);
        return found is { State: not MissedState.Closed } row
            ? next.With(one.IsIncoming
                ? Close(row, MissedClosing.GotThrough, e.By.ToString(), at)
                : Close(row, MissedClosing.CalledBack, one.From.ToString(), at))
            : next;
    }

    private static MissedCaller Close(MissedCaller row, MissedClosing why, string? by, DateTimeOffset at) =>
        row with { State = MissedState.Closed, Closing = why, By = by, Since = at };

    private static MissedSnapshot End(MissedSnapshot now, CallEnded e, DateTimeOffset at)
    {
        if (now.Calls.GetValueOrDefault(e.Call) is not { } one)
        {
            return now;
        }

        var next = now.Without(e.Call);
        return IsMissed(one, e.Cause.Code, at) ? Trim(next.With(RowOf(next, e, one, at)), at) : next;
    }

    private static bool IsMissed(MissedTry one, CauseCode cause, DateTimeOffset at) =>
        one is { IsIncoming: true, IsConnected: false }
        && cause != CauseCode.Transferred
        && (cause != CauseCode.HungUp || one.Instead is not null || at - one.At >= Shortest);

    private static MissedCaller RowOf(MissedSnapshot now, CallEnded e, MissedTry one, DateTimeOffset at)
    {
        var before = now.Of(one.Number);
        var fresh = before is null or { State: MissedState.Closed };
        var row = fresh
            ? new MissedCaller(
                before?.Id ?? MissedSnapshot.IdOf(one.Number), before?.Number ?? one.Number, e.Call, one.At, one.At)
            {
                Since = at,
            }
            : before! with { Call = e.Call, LastAt = one.At, Tries = before.Tries + 1 };
        return row with
        {
            Name = one.Name ?? row.Name,
            Lines = row.Lines.Contains(one.From.Name) ? row.Lines : [.. row.Lines, one.From.Name],
            Reached = one.Reached,
            End = one.Instead ?? EndOf(e.Cause.Code),
        };
    }

    private static MissedEnd EndOf(CauseCode cause) => cause switch
    {
        CauseCode.HungUp => MissedEnd.GaveUp,
        CauseCode.LineFault or CauseCode.Fault or CauseCode.BoxStopped or CauseCode.Preempted => MissedEnd.Fault,
        _ => MissedEnd.TurnedAway,
    };

    private static MissedSnapshot Trim(MissedSnapshot now, DateTimeOffset at)
    {
        foreach (var old in now.Callers.Values.Where(row => at - row.LastAt >= Keep))
        {
            now = now.Without(old);
        }

        return now.Callers.Count > Most ? now.Without(now.All.Last()) : now;
    }
}
