using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>Whether an agent may have work yet, and how well they suit it.</summary>
internal static class Eligibility
{
    /// <summary>What one who may not have it is rated.</summary>
    public const int No = -1;

    /// <summary>
    /// The sum of the levels of all skills that the work needs, the smaller the better; <see cref="No"/> when it must not be theirs.
    /// </summary>
    public static int Rate(ItemEntry item, AgentEntry agent, TimeSpan after, DateTimeOffset now)
    {
        var waited = item.WaitedAt(now);
        if (waited < after)
        {
            return No;
        }

        var most = Levels(item, waited);
        var sum = 0;
        foreach (var skill in item.Queue.Plan.Skills)
        {
            sum = Add(sum, skill, agent, most);
        }

        foreach (var skill in item.Work.Skills)
        {
            sum = Add(sum, skill, agent, most);
        }

        return sum;
    }

    /// <summary>True when the agent has all the skills, at whatever level.</summary>
    public static bool HasSkills(ItemEntry item, AgentEntry agent)
    {
        var sum = 0;
        foreach (var skill in item.Queue.Plan.Skills)
        {
            sum = Add(sum, skill, agent, AgentPlan.WorstLevel);
        }

        foreach (var skill in item.Work.Skills)
        {
            sum = Add(sum, skill, agent, AgentPlan.WorstLevel);
        }

        return sum != No;
    }

    private static int Add(int sum, string skill, AgentEntry agent, int most) =>
        sum == No || agent.LevelOf(skill) is not { } level || level > most ? No : sum + level;

    /// <summary>The worst level that is allowed after so much waiting.</summary>
    private static int Levels(ItemEntry item, TimeSpan waited) =>
        item.Queue.Plan.Widen is { } widen
            ? (int)Math.Min(AgentPlan.WorstLevel, 1 + (waited.Ticks / widen.Ticks))
            : AgentPlan.WorstLevel;

    /// <summary>When the next agents may have it, by tier or skill; null when all who ever may, may.</summary>
    public static DateTimeOffset? NextAt(ItemEntry item, DateTimeOffset now)
    {
        var waited = item.WaitedAt(now);
        DateTimeOffset? next = null;
        foreach (var (_, after) in item.Queue.Members)
        {
            if (after > waited)
            {
                next = Earlier(next, item.Work.DueAt + after);
            }
        }

        var needsSkills = item.Queue.Plan.Skills.Length + item.Work.Skills.Length > 0;
        if (needsSkills && item.Queue.Plan.Widen is { } widen && Levels(item, waited) < AgentPlan.WorstLevel)
        {
            next = Earlier(next, item.Work.DueAt + (widen * (1 + (waited.Ticks / widen.Ticks))));
        }

        return next;
    }

    public static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one is { } first && first < other ? first : other;
}
