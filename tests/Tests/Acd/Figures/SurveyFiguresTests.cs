using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Surveys;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>The figures of surveys, counted by hand.</summary>
public sealed class SurveyFiguresTests
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly Interval Hour = new(Eight, Eight.AddHours(1));

    [Fact]
    public void Asked_answered_mean_and_best_are_counted()
    {
        // Of five callers one did not answer, and one hung up after the first question. The sixth came too late.
        SurveyAsking[] askings =
        [
            Asked(0, Helpful('5'), Again('1')),
            Asked(10),
            Asked(20, Helpful('2')),
            Asked(30, Helpful('5'), Again('2')),
            Asked(59, Helpful('3'), Again('1')),
            Asked(60, Helpful('1'), Again('1')),
        ];
        var figures = Assert.Single(SurveyFigures.Of(askings, Hour));

        Assert.Equal("after-call", figures.Survey);
        Assert.Equal([5, 4, 0.8], SurveyFigures.Names.Select(figures.Value));
        Assert.Equal(["again", "helpful"], figures.Questions.Select(question => question.Question));
        var (again, helpful) = (figures.Questions[0], figures.Questions[1]);

        // (5 + 2 + 5 + 3) / 4, and two of four were the best.
        Assert.Equal((4.0, 3.75, 0.5), Values(helpful));
        Assert.Equal(["2 1 ", "3 1 ", "5 2 very"], helpful.Keys.Select(key => $"{key.Key} {key.Count} {key.Meaning}"));

        // Yes and no are no scale.
        Assert.Equal((3.0, 4 / 3.0, null), Values(again));
        Assert.Null(figures.Value(FigureName.Offered));
        Assert.Null(helpful.Value(FigureName.SurveyAsked));
    }

    [Fact]
    public void Surveys_are_told_apart_and_one_that_nobody_answered_has_no_questions()
    {
        SurveyAsking[] askings = [Asked(5), Asked(6, Helpful('5')) with { Survey = "another" }];

        var figures = SurveyFigures.Of(askings, Hour);

        Assert.Equal(["after-call", "another"], figures.Select(survey => survey.Survey));
        Assert.Empty(figures[0].Questions);
        Assert.Equal(0, figures[0].Value(FigureName.SurveyResponse));
        Assert.Null(new SurveyFigures("none", []).Value(FigureName.SurveyResponse));
    }

    private static SurveyAsking Asked(int minute, params SurveyAnswer[] answers) =>
        new($"call-{minute}", "after-call", "desk", "ana", Eight.AddMinutes(minute), answers);

    private static SurveyAnswer Helpful(char key) => new("helpful", key, key == '5' ? "very" : null, '5');

    private static SurveyAnswer Again(char key) => new("again", key, null, null);

    private static (double? Answers, double? Mean, double? TopBox) Values(QuestionFigures question) => (
        question.Value(FigureName.QuestionAnswers),
        question.Value(FigureName.QuestionMean),
        question.Value(FigureName.QuestionTopBox));
}
