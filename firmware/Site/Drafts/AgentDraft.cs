using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>An agent as the file says it.</summary>
internal sealed record AgentDraft(Located<string> Name, Located<string>? DisplayName, Located<string>? Code) : INamedDraft
{
    public Located<string>? Phone { get; init; }

    public Located<string>? Outside { get; init; }

    public Located<string>? Over { get; init; }

    public bool IsSupervisor { get; init; }

    public IReadOnlyList<SkillDraft> Skills { get; init; } = [];

    /// <summary>True when the agent has a skill, at whatever level.</summary>
    public bool Can(string skill) => Skills.Any(one => one.Name.Value == skill);
}

/// <summary>A skill of an agent; null level when the file gives a wrong one.</summary>
internal sealed record SkillDraft(Located<string> Name, int? Level);

/// <summary>A grade of callers as the file says it.</summary>
internal sealed record GradeDraft(Located<string> Name, TimeSpan? HeadStart, IReadOnlyList<Located<string>>? Numbers) : INamedDraft;

/// <summary>Digits and what they mean: a pause reason, a disposition.</summary>
internal sealed record CodeDraft(Located<string> Digits, Located<string> Words);
