using Switchhook.Acd.Facts;

namespace Switchhook.Acd.Figures.Surveys;

/// <summary>The figures of a question of a survey.</summary>
/// <param name="question">The question's name.</param>
/// <param name="answers">Its answers, oldest first; at least one.</param>
public sealed class QuestionFigures(string question, IReadOnlyList<SurveyAnswer> answers)
{
    /// <summary>The figures of a question, in the order of reports.</summary>
    public static IReadOnlyList<FigureName> Names { get; } =
        [FigureName.QuestionAnswers, FigureName.QuestionMean, FigureName.QuestionTopBox];

    /// <summary>The question's name.</summary>
    public string Question => question;

    /// <summary>How often each key was pressed, in rising order, with the words that it had last; only keys that were.</summary>
    public IReadOnlyList<KeyCount> Keys { get; } =
    [
        .. answers.GroupBy(answer => answer.Key)
            .OrderBy(key => key.Key)
            .Select(key => new KeyCount(key.Key, key.Last().Meaning, key.Count())),
    ];

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, as the best answer of keys that are no scale, or not a figure of questions.</returns>
    public double? Value(FigureName name) => name switch
    {
        FigureName.QuestionAnswers => answers.Count,
        FigureName.QuestionMean => answers.Average(answer => answer.Key - '0'),
        FigureName.QuestionTopBox => TopBox(),
        _ => null,
    };

    private double? TopBox()
    {
        var onScale = answers.Where(answer => answer.Best is not null).ToList();
        return onScale.Count > 0 ? (double)onScale.Count(answer => answer.Key == answer.Best) / onScale.Count : null;
    }
}

/// <summary>How often a key was pressed.</summary>
/// <param name="Key">The digit.</param>
/// <param name="Meaning">What it means; null when that is not told.</param>
/// <param name="Count">How often.</param>
public sealed record KeyCount(char Key, string? Meaning, int Count);
