using System.Globalization;
using Switchhook.Acd;
using Switchhook.Acd.Engine;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>A run of an M/M/c queue that asks at each arrival how long the wait will be, and looks how long it was.</summary>
internal sealed class ForecastRun
{
    private const string Queue = "queue";
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly AcdEngine _engine;
    private readonly List<AcdDecision> _decisions = [];
    private readonly PriorityQueue<string, DateTimeOffset> _talks = new();
    private readonly Dictionary<string, (DateTimeOffset At, int Place, double Forecast)> _waiting = new(StringComparer.Ordinal);
    private readonly Random _chance;
    private readonly double _talk;
    private readonly int _skipped;

    /// <summary>Plays a run; the first tenth is not counted.</summary>
    public ForecastRun(ErlangRow load, int calls, int seed)
    {
        (_chance, _talk, _skipped) = (new Random(seed), load.HandlingSeconds, calls / 10);
        var names = Enumerable.Range(1, load.Agents).Select(number => $"agent-{number}").ToList();
        var queue = new QueuePlan(Queue, [.. names.Select(name => new QueueMember(name))]);
        _engine = new AcdEngine(new AcdPlan([queue], [.. names.Select(name => new AgentPlan(name))]), 1);
        foreach (var name in names)
        {
            Do(new AcdEvent.AgentLoggedIn(name, name), Start);
        }

        var at = Start;
        for (var number = 0; number < calls; number++)
        {
            at += Exponential(3600 / load.CallsPerHour);
            EndTalks(at);
            Arrive(number, at);
        }

        EndTalks(DateTimeOffset.MaxValue);
        Assert.Empty(_waiting);
    }

    /// <summary>Forecasts and waits in seconds, and how many there were, by the place at arrival; 0 for those who did not wait.</summary>
    public SortedDictionary<int, (double Forecast, double Wait, int Count)> ByPlace { get; } = [];

    private void Arrive(int number, DateTimeOffset at)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        _decisions.Clear();
        _engine.Handle(new AcdEvent.WorkArrived(new WorkItem(id, Queue, WorkKind.Call, at)), at, _decisions);
        var isServed = _decisions.Exists(decision => decision is AcdDecision.Offer);
        var place = isServed ? 0 : _engine.WaitingIn(Queue).Count();
        _waiting.Add(id, (at, place, _engine.ForecastWait(id)!.Value.TotalSeconds));
        Follow(at);
    }

    private void Do(AcdEvent happened, DateTimeOffset at)
    {
        _decisions.Clear();
        _engine.Handle(happened, at, _decisions);
        Follow(at);
    }

    private void Follow(DateTimeOffset at)
    {
        foreach (var offer in _decisions.OfType<AcdDecision.Offer>().ToList())
        {
            Do(new AcdEvent.OfferAccepted(offer.Item, offer.Agent), at);
            Do(new AcdEvent.Joined(offer.Item, offer.Agent), at);
            _talks.Enqueue(offer.Agent, at + Exponential(_talk));
            Count(offer.Item, at);
        }
    }

    private void Count(string item, DateTimeOffset at)
    {
        _waiting.Remove(item, out var seen);
        if (int.Parse(item, CultureInfo.InvariantCulture) >= _skipped)
        {
            var (forecast, wait, count) = ByPlace.GetValueOrDefault(seen.Place);
            ByPlace[seen.Place] = (forecast + seen.Forecast, wait + (at - seen.At).TotalSeconds, count + 1);
        }
    }

    private void EndTalks(DateTimeOffset by)
    {
        while (_talks.TryPeek(out var agent, out var end) && end <= by)
        {
            _talks.Dequeue();
            Do(new AcdEvent.TalkEnded(agent), end);
        }
    }

    private TimeSpan Exponential(double mean) => TimeSpan.FromSeconds(-mean * Math.Log(1 - _chance.NextDouble()));
}
