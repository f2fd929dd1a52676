using Switchhook.Acd.Engine;
using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Simulation;

/// <summary>
/// Plays calls to the queue engine, the very one that serves the box, in a time of its own: to see what a queue would have done with the
/// calls of the past, or would do with one agent more.
/// </summary>
/// <remarks>
/// Simulated agents are at their desks and miss no offer that they have time for (<see cref="SimulatedCall.Answer"/>), so what comes out is
/// the best that the plan allows.
/// </remarks>
/// <param name="plan">Queues and agents.</param>
/// <param name="seed">Decides where a queue chooses by lot.</param>
public sealed class QueueSimulation(AcdPlan plan, ulong seed)
{
    private readonly AcdEngine _engine = new(plan, seed);
    private readonly PriorityQueue<AcdEvent, (long At, long Number)> _ahead = new();
    private readonly Dictionary<string, SimulatedCall> _waiting = new(StringComparer.Ordinal);
    private readonly List<AcdDecision> _decisions = [];
    private readonly Queue<AcdEvent> _now = new();
    private Action<SimulatedOutcome> _outcome = _ => { };
    private Action<DateTimeOffset, AcdDecision> _decided = (_, _) => { };
    private DateTimeOffset _time;
    private long _number;

    /// <summary>How many events the engine has handled.</summary>
    public long Events { get; private set; }

    /// <summary>Plays calls to the end of the last one.</summary>
    /// <param name="calls">In the order of their times, each with an id of its own.</param>
    /// <param name="shifts">When agents are at work.</param>
    /// <param name="outcome">Takes what became of each call, in the order in which it did.</param>
    /// <param name="own">When agents are in calls of their own, which no queue has given; null for never.</param>
    /// <param name="decided">Takes each decision of the engine with its time; null for nobody.</param>
    /// <param name="stop">Breaks off between two calls.</param>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public void Run(
        IEnumerable<SimulatedCall> calls,
        IReadOnlyList<Shift> shifts,
        Action<SimulatedOutcome> outcome,
        IReadOnlyList<Shift>? own = null,
        Action<DateTimeOffset, AcdDecision>? decided = null,
        CancellationToken stop = default)
    {
        _outcome = outcome;
        _decided = decided ?? _decided;
        foreach (var shift in shifts)
        {
            Plan(new AcdEvent.AgentLoggedIn(shift.Agent, shift.Agent), shift.From);
            Plan(new AcdEvent.AgentLoggedOut(shift.Agent, "end of the shift"), shift.To);
        }

        foreach (var call in own ?? [])
        {
            Plan(new AcdEvent.AgentBusy(call.Agent, IsBusy: true), call.From);
            Plan(new AcdEvent.AgentBusy(call.Agent, IsBusy: false), call.To);
        }

        foreach (var call in calls)
        {
            stop.ThrowIfCancellationRequested();
            PlayUntil(call.Item.EnteredAt);
            _waiting.Add(call.Item.Id, call);
            if (call.Patience is { } patience)
            {
                Plan(new AcdEvent.WorkLeft(call.Item.Id), call.Item.EnteredAt + patience);
            }

            Handle(new AcdEvent.WorkArrived(call.Item), call.Item.EnteredAt);
        }

        PlayUntil(DateTimeOffset.MaxValue);
    }

    private void PlayUntil(DateTimeOffset end)
    {
        while (true)
        {
            var due = _engine.NextDue ?? DateTimeOffset.MaxValue;
            if (_ahead.TryPeek(out var next, out var first) && first.At <= Math.Min(due.UtcTicks, end.UtcTicks))
            {
                _ahead.Dequeue();
                if (!IsPast(next))
                {
                    Handle(next, new DateTimeOffset(first.At, TimeSpan.Zero));
                }
            }
            else if (due < end)
            {
                Handle(AcdEvent.TimePassed.Instance, due);
            }
            else
            {
                return;
            }
        }
    }

    // Patience outlives the wait of most callers.
    private bool IsPast(AcdEvent next) => next is AcdEvent.WorkLeft left && !_waiting.ContainsKey(left.Item);

    private void Handle(AcdEvent first, DateTimeOffset at)
    {
        _time = at;
        _now.Enqueue(first);
        while (_now.TryDequeue(out var happened))
        {
            if (happened is AcdEvent.WorkLeft left && _waiting.Remove(left.Item, out var gone))
            {
                _outcome(new SimulatedOutcome(gone, null, at, HasOverflowed: false));
            }

            Events++;
            _engine.Handle(happened, at, _decisions);
            foreach (var decision in _decisions)
            {
                _decided(at, decision);
                Follow(decision);
            }

            _decisions.Clear();
        }
    }

    private void Follow(AcdDecision decision)
    {
        switch (decision)
        {
            case AcdDecision.Offer offer:
                Answer(new AcdEvent.OfferAccepted(offer.Item, offer.Agent), _waiting[offer.Item].Answer);
                break;
            case AcdDecision.Join join when _waiting.Remove(join.Item, out var call):
                _now.Enqueue(new AcdEvent.Joined(join.Item, join.Agent));
                Plan(new AcdEvent.TalkEnded(join.Agent), _time + call.Talk);
                _outcome(new SimulatedOutcome(call, join.Agent, _time, HasOverflowed: false));
                break;
            case AcdDecision.Overflow overflow when _waiting.Remove(overflow.Item, out var call):
                _outcome(new SimulatedOutcome(call, null, _time, HasOverflowed: true));
                break;
        }
    }

    private void Answer(AcdEvent accepted, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
        {
            Plan(accepted, _time + after);
        }
        else
        {
            _now.Enqueue(accepted);
        }
    }

    private void Plan(AcdEvent happened, DateTimeOffset at) => _ahead.Enqueue(happened, (at.UtcTicks, ++_number));
}
