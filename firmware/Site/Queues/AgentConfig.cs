namespace Switchhook.Site.Queues;

/// <summary>Someone who answers callers of queues. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="DisplayName">Name for people (key <c>name</c>).</param>
/// <param name="Code">Two to four digits by which the agent is known at a telephone; begins no other agent's code.</param>
public sealed record AgentConfig(string Name, string DisplayName, string Code)
{
    /// <summary>Number of the phone at which the agent answers unless logged in at another; null when there is no usual one.</summary>
    public string? Phone { get; init; }

    /// <summary>The number outside at which the agent answers; null for one of the house. No agent has both this and a phone.</summary>
    public OutsideNumber? Outside { get; init; }

    /// <summary>True for one who may listen to other agents, whisper to them and take calls over (key <c>supervisor</c>).</summary>
    public bool IsSupervisor { get; init; }

    /// <summary>What the agent can do, in the order of the names.</summary>
    public ValueList<AgentSkill> Skills { get; init; } = [];
}

/// <summary>A number outside at which an agent answers; whoever lifts must press 1, since it may be an answering machine.</summary>
/// <param name="Number">In E.164.</param>
/// <param name="Over">Line group that it is called over.</param>
public sealed record OutsideNumber(string Number, string Over);

/// <summary>Something that an agent can do.</summary>
/// <param name="Skill">Its name.</param>
/// <param name="Level">From 1, the best, to 5.</param>
public sealed record AgentSkill(string Skill, int Level);

/// <summary>Callers who are known by their numbers and come before others. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="HeadStart">They count as if they had come so much earlier.</param>
/// <param name="Numbers">Their numbers in E.164; none is in two grades.</param>
public sealed record GradeConfig(string Name, TimeSpan HeadStart, ValueList<string> Numbers);
