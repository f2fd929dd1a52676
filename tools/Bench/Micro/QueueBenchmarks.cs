using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Switchhook.Acd;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Bench.Micro;

/// <summary>
/// What one event costs the queue engine, its simulated callers and agents included: 1 µs is a million events a second. Three of
/// four agents are busy on the average.
/// </summary>
public class QueueBenchmarks
{
    private const int Calls = 20_000;

    // Arrives, is accepted, joined, ended, wrapped up.
    private const int EventsPerCall = 5;

    private readonly DateTimeOffset _start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private List<SimulatedCall> _one = [];
    private List<SimulatedCall> _six = [];

    /// <summary>Makes the calls.</summary>
    [GlobalSetup]
    public void SetUp() => (_one, _six) = (Make(1, 6), Make(6, 24));

    /// <summary>One queue, six agents.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls * EventsPerCall)]
    public long OneQueue() => Run(_one, 1, 6, []);

    /// <summary>Six queues that share 24 agents, with skills that widen.</summary>
    [Benchmark(OperationsPerInvoke = Calls * EventsPerCall)]
    public long SixQueues() => Run(_six, 6, 24, ["chinese"]);

    private long Run(List<SimulatedCall> calls, int queues, int agents, ImmutableArray<string> skills)
    {
        var names = Enumerable.Range(0, agents).Select(number => $"agent {number}").ToList();
        var levels = skills.ToImmutableDictionary(skill => skill, _ => 1);
        var plan = new AcdPlan(
            [.. Enumerable.Range(0, queues).Select(queue => new QueuePlan(
                $"queue {queue}", [.. names.Select(name => new QueueMember(name))])
            {
                WrapUp = TimeSpan.FromSeconds(20),
                Skills = skills,
                Widen = skills.IsEmpty ? null : TimeSpan.FromSeconds(30),
                Weight = 1 + (queue % 3),
            })],
            [.. names.Select((name, number) => new AgentPlan(name)
            {
                Skills = levels.ToImmutableDictionary(one => one.Key, _ => 1 + (number % AgentPlan.WorstLevel)),
            })]);
        var simulation = new QueueSimulation(plan, 1);
        simulation.Run(calls, [.. names.Select(name => new Shift(name, _start, DateTimeOffset.MaxValue))], _ => { });
        return simulation.Events;
    }

    private List<SimulatedCall> Make(int queues, int agents)
    {
        var chance = new Random(1);
        var at = _start;
        var calls = new List<SimulatedCall>(Calls);
        for (var number = 0; number < Calls; number++)
        {
            at += Exponential(200.0 / (0.75 * agents));
            var item = new WorkItem(number.ToString(CultureInfo.InvariantCulture), $"queue {chance.Next(queues)}", WorkKind.Call, at);
            calls.Add(new SimulatedCall(item, Exponential(180)));
        }

        return calls;

        TimeSpan Exponential(double mean) => TimeSpan.FromSeconds(-mean * Math.Log(1 - chance.NextDouble()));
    }
}
