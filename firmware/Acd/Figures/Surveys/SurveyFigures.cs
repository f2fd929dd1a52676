using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures.Surveys;

/// <summary>The figures of a survey. A share of nothing is null.</summary>
/// <param name="survey">The survey's name.</param>
/// <param name="askings">When callers were asked it.</param>
public sealed class SurveyFigures(string survey, IReadOnlyList<SurveyAsking> askings)
{
    /// <summary>The figures of a survey, in the order of reports.</summary>
    public static IReadOnlyList<FigureName> Names { get; } =
        [FigureName.SurveyAsked, FigureName.SurveyAnswered, FigureName.SurveyResponse];

    /// <summary>The survey's name.</summary>
    public string Survey => survey;

    /// <summary>When callers were asked.</summary>
    public IReadOnlyList<SurveyAsking> Asked => askings;

    /// <summary>Those of them with at least one answer.</summary>
    public IReadOnlyList<SurveyAsking> Answered { get; } = [.. askings.Where(asking => asking.Answers.Count > 0)];

    /// <summary>The questions that were answered, in the order of their names.</summary>
    public IReadOnlyList<QuestionFigures> Questions { get; } =
    [
        .. askings.SelectMany(asking => asking.Answers)
            .GroupBy(answer => answer.Question, StringComparer.Ordinal)
            .OrderBy(question => question.Key, StringComparer.Ordinal)
            .Select(question => new QuestionFigures(question.Key, [.. question])),
    ];

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, or not a figure of surveys.</returns>
    public double? Value(FigureName name) => name switch
    {
        FigureName.SurveyAsked => Asked.Count,
        FigureName.SurveyAnswered => Answered.Count,
        FigureName.SurveyResponse => Asked.Count > 0 ? (double)Answered.Count / Asked.Count : null,
        _ => null,
    };

    /// <summary>Each survey that was asked in a period, in the order of names.</summary>
    /// <param name="askings">When callers were asked; those at other times do not count.</param>
    /// <param name="period">The period.</param>
    public static IReadOnlyList<SurveyFigures> Of(IEnumerable<SurveyAsking> askings, Interval period) =>
    [
        .. askings.Where(asking => period.Contains(asking.AskedAt))
            .GroupBy(asking => asking.Survey, StringComparer.Ordinal)
            .OrderBy(survey => survey.Key, StringComparer.Ordinal)
            .Select(survey => new SurveyFigures(survey.Key, [.. survey])),
    ];
}
