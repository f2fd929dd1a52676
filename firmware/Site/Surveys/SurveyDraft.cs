using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Drafts.Prompts;

namespace Switchhook.Site.Surveys;

/// <summary>A survey as the file says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Questions">Its questions.</param>
/// <param name="Rules">How they are asked.</param>
internal sealed record SurveyDraft(Located<string> Name, IReadOnlyList<SurveyQuestionDraft> Questions, EntryRulesDraft Rules) : INamedDraft
{
    /// <summary>Prompt before the first question.</summary>
    public Located<string>? Intro { get; init; }

    /// <summary>Prompt after the last.</summary>
    public Located<string>? Thanks { get; init; }

    /// <summary>Percent of the callers who are asked.</summary>
    public int Share { get; init; } = 100;

    /// <summary>The prompts whose texts stand in the survey itself.</summary>
    public IReadOnlyList<PromptDraft> Own { get; init; } = [];

    /// <summary>Every prompt that it needs.</summary>
    public IEnumerable<Located<string>> Prompts =>
        new[] { Intro, Thanks, Rules.Wrong, Rules.Silent }.Concat(Questions.Select(question => question.Prompt)).OfType<Located<string>>();

    /// <summary>The survey of a draft without mistakes.</summary>
    public SurveyConfig Build() => new(Name.Value, [.. Questions.Select(question => question.Build())])
    {
        Intro = Intro?.Value,
        Thanks = Thanks?.Value,
        Share = Share,
        Rules = Rules.Build(),
    };
}

/// <summary>A question as the file says it.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Prompt">What the caller hears; null when the file does not say.</param>
/// <param name="Keys">What he may press, in rising order; empty when the file gives none that are right.</param>
internal sealed record SurveyQuestionDraft(Located<string>? Name, Located<string>? Prompt, IReadOnlyList<SurveyKey> Keys)
{
    /// <summary>The question of a draft without mistakes.</summary>
    public SurveyQuestion Build() => new(ModelBuilder.Sure(Name), ModelBuilder.Sure(Prompt), [.. Keys]);
}
