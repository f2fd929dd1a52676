using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;

namespace Switchhook.Site.Surveys;

/// <summary>What there is to say about surveys.</summary>
internal static class SurveyFacts
{
    /// <summary>A survey.</summary>
    public static IReadOnlyList<Fact> Of(SurveyConfig survey) =>
    [
        new("intro", survey.Intro ?? SiteFacts.Nothing),
        new("questions", string.Join("; ", survey.Questions.Select(InWords))),
        new("thanks", survey.Thanks ?? SiteFacts.Nothing),
        new("share", $"{survey.Share} %"),
        new("tries", $"{survey.Rules.Tries}"),
        new("wait", Durations.InWords(survey.Rules.Wait)),
        new("wrong", survey.Rules.Wrong ?? SiteFacts.Nothing),
        new("silent", survey.Rules.Silent ?? SiteFacts.Nothing),
    ];

    private static string InWords(SurveyQuestion question) =>
        $"{question.Name} ({question.Prompt}: {string.Join(", ", question.Keys.Select(InWords))})";

    private static string InWords(SurveyKey key) => key.Words is { } words ? $"{key.Key} {words}" : $"{key.Key}";
}
