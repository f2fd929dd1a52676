using Switchhook.Acd.Facts;
using Switchhook.Web.Api.Queues.Models;

namespace Switchhook.Web.Api.Reports.Models;

/// <summary>What callers answered to surveys in a period.</summary>
/// <param name="From">Begin of the period, UTC.</param>
/// <param name="To">Its end, UTC.</param>
/// <param name="AsOf">The moment until which is known what happened.</param>
/// <param name="Items">Each survey as a whole, then by queues, then by agents.</param>
internal sealed record SurveyReportModel(DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf, IReadOnlyList<SurveyItem> Items);

/// <summary>A survey: all of it, or that of one queue or one agent.</summary>
/// <param name="Survey">Its name.</param>
/// <param name="Queue">The queue; null for all, and for an agent.</param>
/// <param name="Agent">The agent; null for all, and for a queue.</param>
/// <param name="Figures">How many were asked and answered.</param>
/// <param name="Questions">Its questions, in the order of the site file; those that it has no more at the end.</param>
public sealed record SurveyItem(
    string Survey, string? Queue, string? Agent, IReadOnlyList<FigureModel> Figures, IReadOnlyList<QuestionItem> Questions);

/// <summary>A question of a survey.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">How many answered it, and how.</param>
/// <param name="Keys">How often each key was pressed, in rising order; the keys of the site file that nobody pressed too.</param>
public sealed record QuestionItem(string Name, IReadOnlyList<FigureModel> Figures, IReadOnlyList<KeyItem> Keys);

/// <summary>A key of a question.</summary>
/// <param name="Key">The digit.</param>
/// <param name="Words">What it means; null when the site file does not say.</param>
/// <param name="Count">How often it was pressed.</param>
public sealed record KeyItem(string Key, string? Words, int Count);

/// <summary>A survey that the caller of a call was asked.</summary>
/// <param name="Survey">Its name.</param>
/// <param name="Queue">The queue whose talk was before it; null for a step of a flow.</param>
/// <param name="Agent">Who talked with the caller; null for a step of a flow.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Answers">Those that were given, in order.</param>
internal sealed record AskedSurveyModel(
    string Survey, string? Queue, string? Agent, DateTimeOffset AskedAt, IReadOnlyList<AnswerModel> Answers)
{
    public static AskedSurveyModel Of(SurveyAsking asking) => new(
        asking.Survey,
        asking.Queue,
        asking.Agent,
        asking.AskedAt,
        [.. asking.Answers.Select(answer => new AnswerModel(answer.Question, $"{answer.Key}", answer.Meaning))]);
}

/// <summary>An answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Key">The digit that was pressed.</param>
/// <param name="Words">What it means; null when the site file did not say.</param>
internal sealed record AnswerModel(string Question, string Key, string? Words);
