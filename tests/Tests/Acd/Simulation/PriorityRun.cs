using System.Globalization;
using Switchhook.Acd;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>A run with two kinds of callers and the same agents for both: the mean waits of either kind.</summary>
internal sealed class PriorityRun
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Queues = ["first", "second"];

    private readonly double[] _waits = new double[2];
    private readonly int[] _calls = new int[2];

    /// <summary>Plays a run; the first tenth is not counted.</summary>
    /// <param name="load">Both kinds together.</param>
    /// <param name="shareOfFirst">How many of the calls are of the first kind.</param>
    /// <param name="weights">How fast waiting counts in the queue of each kind.</param>
    /// <param name="headStart">What the first kind has of it.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="seed">Makes the run.</param>
    public PriorityRun(ErlangRow load, double shareOfFirst, (int First, int Second) weights, TimeSpan headStart, int calls, int seed)
    {
        var names = Enumerable.Range(1, load.Agents).Select(number => $"agent-{number}").ToList();
        var members = names.Select(name => new QueueMember(name)).ToList();
        var plan = new AcdPlan(
            [
                new QueuePlan(Queues[0], [.. members]) { Weight = weights.First },
                new QueuePlan(Queues[1], [.. members]) { Weight = weights.Second },
            ],
            [.. names.Select(name => new AgentPlan(name))]);

        // A head start is one of a queue's own callers: with equal weights, both kinds then wait in the first queue.
        var own = headStart > TimeSpan.Zero ? Queues[0] : Queues[1];
        var chance = new Random(seed);
        var kinds = new int[calls];
        new QueueSimulation(plan, 1).Run(Calls(), [.. names.Select(name => new Shift(name, Start, DateTimeOffset.MaxValue))], outcome =>
        {
            var number = int.Parse(outcome.Call.Item.Id, CultureInfo.InvariantCulture);
            if (number >= calls / 10)
            {
                _waits[kinds[number]] += outcome.Wait.TotalSeconds;
                _calls[kinds[number]]++;
            }
        });

        IEnumerable<SimulatedCall> Calls()
        {
            var at = Start;
            for (var number = 0; number < calls; number++)
            {
                at += Exponential(3600 / load.CallsPerHour);
                kinds[number] = chance.NextDouble() < shareOfFirst ? 0 : 1;
                var id = number.ToString(CultureInfo.InvariantCulture);
                var item = new WorkItem(id, kinds[number] == 0 ? Queues[0] : own, WorkKind.Call, at)
                {
                    HeadStart = kinds[number] == 0 ? headStart : TimeSpan.Zero,
                };
                yield return new SimulatedCall(item, Exponential(load.HandlingSeconds));
            }
        }

        TimeSpan Exponential(double mean) => TimeSpan.FromSeconds(-mean * Math.Log(1 - chance.NextDouble()));
    }

    /// <summary>Mean wait of the first kind, in seconds.</summary>
    public double First => _waits[0] / _calls[0];

    /// <summary>Mean wait of the second kind, in seconds.</summary>
    public double Second => _waits[1] / _calls[1];

    /// <summary>Mean wait of all, in seconds.</summary>
    public double All => _waits.Sum() / _calls.Sum();

    /// <summary>The means over several seeds.</summary>
    public static (double First, double Second, double All) Of(
        ErlangRow load, double shareOfFirst, (int First, int Second) weights, TimeSpan headStart, int seeds, int calls)
    {
        var runs = new PriorityRun[seeds];
        Parallel.For(0, seeds, seed => runs[seed] = new PriorityRun(load, shareOfFirst, weights, headStart, calls, 1 + seed));
        return (runs.Average(run => run.First), runs.Average(run => run.Second), runs.Average(run => run.All));
    }
}
