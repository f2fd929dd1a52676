using System.Globalization;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Acd.Advice.Trial;

/// <summary>One past day, played again and again.</summary>
internal sealed class WhatIfDay(WhatIfPast past, DateOnly day, IReadOnlyList<Visit> visits)
{
    /// <summary>Half hours of a day.</summary>
    public const int Slots = 48;

    // Whoever was answered would have waited longer, nobody knows how long: where nobody's patience is known, an hour at most.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromHours(1);

    // An agent's last calls end after midnight; what begins then is the next day's.
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(4);

    // Clocks are some quarter hours off UTC, so that each of these lies in one half hour.
    private static readonly TimeSpan Piece = TimeSpan.FromMinutes(15);

    private readonly DateTimeOffset _end = past.Calendar.StartOf(day.AddDays(1));

    public int Calls => visits.Count;

    /// <summary>Plays the day as it was, and with a change: the same callers with the same luck.</summary>
    public (WhatIfCount[] Before, WhatIfCount[] After) Play(WhatIfChange change, WhatIfLuck luck, CancellationToken stop)
    {
        var calls = visits.Select((visit, number) => Call(visit, number, luck)).ToList();
        var shifts = past.Shifts.Where(shift => shift.From < _end && shift.To > past.Calendar.StartOf(day)).Select(Clipped).ToList();
        var more = shifts.Count > 0 ? change.MoreWork(past.Plan, At).Where(shift => shift.To > shift.From) : [];
        return (
            Play(change.Queue, past.Plan, calls, shifts, stop),
            Play(change.Queue, change.ApplyTo(past.Plan), calls, [.. shifts, .. more], stop));
    }

    private Shift Clipped(Shift shift)
    {
        var (start, end) = (past.Calendar.StartOf(day), _end + AfterMidnight);
        return shift with { From = shift.From > start ? shift.From : start, To = shift.To < end ? shift.To : end };
    }

    // On the two days on which clocks change it is an hour off; nobody plans shifts by that night.
    private DateTimeOffset At(TimeOnly time) => past.Calendar.StartOf(day) + time.ToTimeSpan();

    private SimulatedCall Call(Visit visit, int number, WhatIfLuck luck)
    {
        var item = new WorkItem(number.ToString(CultureInfo.InvariantCulture), visit.Queue, WorkKind.Call, visit.EnteredAt);
        var talk = visit is { AnsweredAt: { } answer, TalkEndedAt: { } end } && end > answer ? end - answer : luck.Talk(visit.Queue);
        var patience = PatienceOf(visit, luck);
        return new SimulatedCall(item, talk, patience < LongestPatience ? patience : LongestPatience) { Answer = past.Answer };
    }

    // Who left showed how long they wait; who did not has waited so long, and would wait as long again as anyone.
    private static TimeSpan PatienceOf(Visit visit, WhatIfLuck luck)
    {
        var waited = visit.Wait ?? TimeSpan.Zero;
        return visit.Outcome is VisitOutcome.Answered or VisitOutcome.Overflowed or VisitOutcome.TurnedAway or VisitOutcome.BoxStopped
            || visit.Wait is null
            ? waited + (luck.Patience() ?? LongestPatience)
            : waited;
    }

    private WhatIfCount[] Play(string queue, AcdPlan plan, List<SimulatedCall> calls, IReadOnlyList<Shift> shifts, CancellationToken stop)
    {
        var counts = new WhatIfCount[Slots];
        var members = plan.Queues.First(one => one.Name == queue).Members.Select(member => member.Agent).ToHashSet(StringComparer.Ordinal);
        var since = new Dictionary<string, (DateTimeOffset At, AgentState State)>(StringComparer.Ordinal);
        new QueueSimulation(plan, 1).Run(calls, shifts, Count, decided: Follow, stop: stop);
        return counts;

        void Count(SimulatedOutcome outcome)
        {
            if (outcome.Call.Item.Queue == queue)
            {
                Add(ref counts[SlotOf(outcome.Call.Item.EnteredAt)], outcome);
            }
        }

        void Follow(DateTimeOffset at, AcdDecision decision)
        {
            if (decision is AcdDecision.AgentChanged change && members.Contains(change.Agent))
            {
                if (since.TryGetValue(change.Agent, out var before))
                {
                    Spend(counts, before.State, before.At, at);
                }

                since[change.Agent] = (at, change.State);
            }
        }
    }

    private void Add(ref WhatIfCount count, SimulatedOutcome outcome)
    {
        var visit = visits[int.Parse(outcome.Call.Item.Id, CultureInfo.InvariantCulture)];
        if (visit.IsReturn)
        {
            return;
        }

        count.Offered++;
        if (outcome.Agent is not null)
        {
            count.Answered++;
            count.WaitSeconds += outcome.Wait.TotalSeconds;
            count.InTime += outcome.Wait <= past.Rules.AnswerWithin ? 1 : 0;
        }
        else if (!outcome.HasOverflowed && !LeavesByChoice(visit))
        {
            var isShort = outcome.Wait <= past.Rules.ShortAbandon && past.Rules.ShortAbandon > TimeSpan.Zero;
            count.Short += isShort ? 1 : 0;
            count.Lost += isShort ? 0 : 1;
        }
    }

    private static bool LeavesByChoice(Visit visit) =>
        visit.Outcome is VisitOutcome.CallbackRequested or VisitOutcome.MessageLeft or VisitOutcome.ExitKey;

    private void Spend(WhatIfCount[] counts, AgentState state, DateTimeOffset from, DateTimeOffset to)
    {
        if (state is AgentState.LoggedOut or AgentState.Paused or AgentState.Unreachable)
        {
            return;
        }

        while (from < to)
        {
            var next = new DateTimeOffset((from.UtcTicks / Piece.Ticks * Piece.Ticks) + Piece.Ticks, TimeSpan.Zero);
            next = next < to ? next : to;
            ref var count = ref counts[SlotOf(from)];
            count.WorkSeconds += (next - from).TotalSeconds;
            count.BusySeconds += state == AgentState.Available ? 0 : (next - from).TotalSeconds;
            from = next;
        }
    }

    private int SlotOf(DateTimeOffset at)
    {
        var time = past.Calendar.TimeOf(at);
        return (time.Hour * 2) + (time.Minute / 30);
    }
}
