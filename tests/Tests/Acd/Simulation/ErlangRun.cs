using System.Collections;
using System.Globalization;
using Switchhook.Acd;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>
/// One run of the engine with exponential gaps, talk and patience, as in FEATURES.md §5.6; it checks the identities that must hold
/// exactly, and gives the figures that queueing theory gives.
/// </summary>
internal sealed class ErlangRun
{
    private const string Queue = "queue";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly ErlangRow _row;
    private readonly int _skipped;
    private readonly Random _chance;
    private readonly BitArray _ended;
    private readonly HashSet<string> _talking = new(StringComparer.Ordinal);
    private long _waits;
    private long _queueArea;
    private int _queued;
    private DateTimeOffset _last = Start;
    private DateTimeOffset _lastTurn = Start;
    private DateTimeOffset _lastTalk = Start;
    private long _talk;
    private long _busyArea;

    /// <summary>Plays a run.</summary>
    /// <param name="row">Load and agents.</param>
    /// <param name="calls">How many calls; the first tenth is not counted.</param>
    /// <param name="seed">Makes the run.</param>
    public ErlangRun(ErlangRow row, int calls, int seed)
    {
        _row = row;
        _skipped = calls / 10;
        _chance = new Random(seed);
        _ended = new BitArray(calls);
        var names = Enumerable.Range(1, row.Agents).Select(number => $"agent-{number}").ToList();
        var plan = new AcdPlan(
            [new QueuePlan(Queue, [.. names.Select(name => new QueueMember(name))]) { MostWaiting = row.Lines - row.Agents }],
            [.. names.Select(name => new AgentPlan(name))]);
        var shifts = names.Select(name => new Shift(name, Start, DateTimeOffset.MaxValue)).ToList();
        new QueueSimulation(plan, 1).Run(Calls(calls), shifts, Count, decided: Follow);
        CheckIdentities();
    }

    public int Offered { get; private set; }

    public int Answered { get; private set; }

    public int Abandoned { get; private set; }

    public int Blocked { get; private set; }

    public int Waited { get; private set; }

    public int InTime { get; private set; }

    public double WaitOfAnswered { get; private set; }

    public double WaitOfAll { get; private set; }

    /// <summary>Share of the agents' time in talk.</summary>
    public double Occupancy => (double)_busyArea / (_lastTalk - Start).Ticks / _row.Agents;

    private IEnumerable<SimulatedCall> Calls(int calls)
    {
        var at = Start;
        for (var number = 0; number < calls; number++)
        {
            at += Exponential(3600 / _row.CallsPerHour);
            var talk = _row.IsFixedTalk ? TimeSpan.FromSeconds(_row.HandlingSeconds) : Exponential(_row.HandlingSeconds);
            TimeSpan? patience = _row.PatienceSeconds is { } seconds ? Exponential(seconds) : null;
            var id = number.ToString(CultureInfo.InvariantCulture);
            yield return new SimulatedCall(new WorkItem(id, Queue, WorkKind.Call, at), talk, patience);
        }
    }

    private TimeSpan Exponential(double mean) => TimeSpan.FromSeconds(-mean * Math.Log(1 - _chance.NextDouble()));

    private void Count(SimulatedOutcome outcome)
    {
        PassTo(outcome.Ended);
        var number = int.Parse(outcome.Call.Item.Id, CultureInfo.InvariantCulture);
        Assert.False(_ended[number], "a call has ended twice");
        _ended[number] = true;
        _waits += outcome.Wait.Ticks;
        if (outcome.HasOverflowed)
        {
            Assert.Equal(TimeSpan.Zero, outcome.Wait);
            Assert.Equal((_row.Agents, _row.Lines - _row.Agents), (_talking.Count, _queued));
        }
        else
        {
            _queued--;
        }

        if (outcome.Agent is not null)
        {
            Assert.True(outcome.Call.Item.EnteredAt >= _lastTurn, "an earlier caller was passed");
            _lastTurn = outcome.Call.Item.EnteredAt;
            _talk += outcome.Call.Talk.Ticks;
        }

        if (number >= _skipped)
        {
            Add(outcome);
        }
    }

    private void Add(SimulatedOutcome outcome)
    {
        Offered++;
        Blocked += outcome.HasOverflowed ? 1 : 0;
        Abandoned += outcome is { Agent: null, HasOverflowed: false } ? 1 : 0;
        Waited += outcome.Wait > TimeSpan.Zero ? 1 : 0;
        WaitOfAll += outcome.Wait.TotalSeconds;
        if (outcome.Agent is not null)
        {
            Answered++;
            WaitOfAnswered += outcome.Wait.TotalSeconds;
            InTime += outcome.Wait <= TimeSpan.FromSeconds(20) ? 1 : 0;
        }
    }

    // What waits and who is busy is what the engine says; their areas must be the sums of waits and talks.
    private void Follow(DateTimeOffset at, AcdDecision decision)
    {
        PassTo(at);
        switch (decision)
        {
            case AcdDecision.Queued:
                _queued++;
                break;
            case AcdDecision.AgentChanged { State: AgentState.Talking } change:
                Assert.True(_talking.Add(change.Agent), "an agent has two calls");
                break;
            case AcdDecision.AgentChanged change:
                _lastTalk = _talking.Remove(change.Agent) ? at : _lastTalk;
                break;
        }
    }

    private void PassTo(DateTimeOffset at)
    {
        if (at > _last)
        {
            Assert.True(_queued == 0 || _talking.Count == _row.Agents, "an agent is free while a caller waits");
            _queueArea += _queued * (at - _last).Ticks;
            _busyArea += _talking.Count * (at - _last).Ticks;
            _last = at;
        }
    }

    // Little's law and the busy time, to the tick; and nobody is lost.
    private void CheckIdentities()
    {
        Assert.True(_ended.HasAllSet(), "a call has not ended");
        Assert.Equal((0, 0), (_queued, _talking.Count));
        Assert.Equal(_waits, _queueArea);
        Assert.Equal(_talk, _busyArea);
        Assert.Equal(Offered, Answered + Abandoned + Blocked);
    }
}
