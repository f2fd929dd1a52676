namespace Switchhook.Acd.Engine;

/// <summary>Tells why agents did not get work.</summary>
internal static class Explanation
{
    /// <summary>One sentence for each agent of the queue who is not rung for the work.</summary>
    public static IReadOnlyList<string> PassedOver(ItemEntry item, Matching matching, Floor floor)
    {
        var words = new List<string>();
        foreach (var (agent, after) in item.Queue.Members)
        {
            if (agent.Offered != item && agent.Serving != item)
            {
                words.Add($"{agent.Name} {Why(item, agent, after, matching, floor)}.");
            }
        }

        return words;
    }

    private static string Why(ItemEntry item, AgentEntry agent, TimeSpan after, Matching matching, Floor floor) => agent.State switch
    {
        AgentState.LoggedOut => "is logged out",
        AgentState.Ringing => "is rung for other work",
        AgentState.Talking => "talks",
        AgentState.Holding => "has a customer on hold",
        AgentState.WrapUp => $"finishes a call for {TimeWords.Of(agent.WrapUpUntil - floor.Now)} yet",
        AgentState.Paused => $"is paused ({agent.PauseReason})",
        AgentState.Unreachable => $"has a phone ({agent.Phone}) that cannot be rung",
        AgentState.Available when agent.RestUntil > floor.Now => "did not answer a moment ago",
        AgentState.Available when item.WaitedAt(floor.Now) < after => $"gets only what has waited {TimeWords.Of(after)}",
        AgentState.Available when !Eligibility.HasSkills(item, agent) => "lacks a skill that is needed",
        AgentState.Available when Eligibility.Rate(item, agent, after, floor.Now) == Eligibility.No =>
            "has a level of skill that is asked for only after a longer wait",
        AgentState.Available when !matching.MayHave(item, agent, after, out _) => "is left out, as another agent is waited for",
        AgentState.Available => "was not next",
    };
}
