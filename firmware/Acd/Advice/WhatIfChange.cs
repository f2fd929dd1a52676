using System.Collections.Immutable;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Acd.Advice;

/// <summary>What a manager wonders about.</summary>
public abstract record WhatIfChange
{
    private WhatIfChange(string queue) => Queue = queue;

    /// <summary>The queue whose figures are asked about.</summary>
    public string Queue { get; }

    /// <summary>The change at the beginning of a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>The hours in which it makes a difference, as the site's clocks show them; null for all.</summary>
    internal virtual (TimeOnly From, TimeOnly To)? Hours => null;

    /// <summary>The plan with the change.</summary>
    internal abstract AcdPlan ApplyTo(AcdPlan plan);

    /// <summary>Who works besides on a day whose clocks are given.</summary>
    internal virtual IEnumerable<Shift> MoreWork(AcdPlan plan, Func<TimeOnly, DateTimeOffset> at) => [];

    /// <summary>One agent more for a queue, at certain hours of each day on which anyone is at work.</summary>
    /// <param name="Queue">The queue.</param>
    /// <param name="From">From when, as the site's clocks show it.</param>
    /// <param name="To">To when; later than that.</param>
    public sealed record OneMoreAgent(string Queue, TimeOnly From, TimeOnly To) : WhatIfChange(Queue)
    {
        /// <inheritdoc/>
        public override string Words => $"With one more agent for {Queue} from {AdviceWords.Time(From)} to {AdviceWords.Time(To)}";

        /// <inheritdoc/>
        internal override (TimeOnly From, TimeOnly To)? Hours => (From, To);

        /// <inheritdoc/>
        internal override AcdPlan ApplyTo(AcdPlan plan)
        {
            var name = NameIn(plan);
            var skills = plan.Queues.First(queue => queue.Name == Queue).Skills.Distinct().Select(skill => KeyValuePair.Create(skill, 1));
            var changed = WithQueue(plan, queue => queue with { Members = queue.Members.Add(new QueueMember(name)) });
            return changed with { Agents = plan.Agents.Add(new AgentPlan(name) { Skills = ImmutableDictionary.CreateRange(skills) }) };
        }

        /// <inheritdoc/>
        internal override IEnumerable<Shift> MoreWork(AcdPlan plan, Func<TimeOnly, DateTimeOffset> at) =>
            [new Shift(NameIn(plan), at(From), at(To))];

        private static string NameIn(AcdPlan plan)
        {
            var name = "one more";
            while (plan.Agents.Any(agent => agent.Name == name))
            {
                name += " more";
            }

            return name;
        }
    }

    /// <summary>Another time to finish after each call.</summary>
    public sealed record OtherWrapUp(string Queue, TimeSpan WrapUp) : WhatIfChange(Queue)
    {
        /// <inheritdoc/>
        public override string Words => WrapUp == TimeSpan.Zero
            ? $"Without time to finish after calls of {Queue}"
            : $"With {TimeWords.Of(WrapUp)} to finish after each call of {Queue}";

        /// <inheritdoc/>
        internal override AcdPlan ApplyTo(AcdPlan plan) => WithQueue(plan, queue => queue with { WrapUp = WrapUp });
    }

    /// <summary>Another way to choose among free agents.</summary>
    public sealed record OtherStrategy(string Queue, RoutingStrategy Strategy) : WhatIfChange(Queue)
    {
        /// <inheritdoc/>
        public override string Words => $"If {Queue} chose its agents by {Named(Strategy)}";

        /// <inheritdoc/>
        internal override AcdPlan ApplyTo(AcdPlan plan) => WithQueue(plan, queue => queue with { Strategy = Strategy });

        private static string Named(RoutingStrategy strategy) => strategy switch
        {
            RoutingStrategy.LongestIdle => "who has been free longest",
            RoutingStrategy.RingAll => "ringing all of them",
            RoutingStrategy.RoundRobin => "taking turns",
            RoutingStrategy.FewestCalls => "who has had the fewest calls",
            RoutingStrategy.LeastTalk => "who has talked least",
            RoutingStrategy.Random => "lot",
            RoutingStrategy.InOrder => "their order in the list",
        };
    }

    private AcdPlan WithQueue(AcdPlan plan, Func<QueuePlan, QueuePlan> change) =>
        plan with { Queues = [.. plan.Queues.Select(queue => queue.Name == Queue ? change(queue) : queue)] };
}
