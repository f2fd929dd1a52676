using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Surveys;
using Switchhook.Site.Surveys;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports of surveys.</summary>
internal static class SurveyReports
{
    private static readonly FigureRules Rules = new();

    /// <summary>
    /// What callers answered to surveys in a period, each figure with its formula: each survey as a whole, by queue and by agent. As CSV
    /// with <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="from">Begin of the period; the begin of the day when left out.</param>
    /// <param name="to">End of the period, at most 366 days later; now when left out.</param>
    /// <param name="survey">One survey only.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The answers on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult Read(
        string? from,
        string? to,
        string? survey,
        string? format,
        HttpContext context,
        WebBackend backend,
        Stores stores,
        Visitor visitor)
    {
        var input = new ReportInput(from, to, null, format, context.Request, backend);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var askings = stores.Surveys.In(input.Period)
            .Where(asking => visitor.Queues.Count == 0 || (asking.Queue is { } queue && visitor.Sees(queue))).ToList();
        if (survey is not null && !backend.Site.Model.Surveys.ContainsKey(survey) && askings.All(asking => asking.Survey != survey))
        {
            return ApiProblem.Wrong(new ApiMistake(
                "survey", "There is no survey of that name, and was none then.", "Leave it out for all surveys of the period."));
        }

        var asked = askings.Where(asking => survey is null || asking.Survey == survey).ToList();
        var report = new SurveyReportModel(input.Period.From, input.Period.To, input.AsOf, Items(asked, input.Period, backend));
        return input.IsCsv ? SurveyCsv.Of(report) : Results.Ok(report);
    }

    /// <summary>The surveys that the callers of a queue were asked in a period.</summary>
    internal static IReadOnlyList<SurveyItem> OfQueue(string queue, Interval period, WebBackend backend, Stores stores)
    {
        var asked = stores.Surveys.In(period).Where(asking => asking.Queue == queue);
        return [.. SurveyFigures.Of(asked, period).Select(figures => Item(figures, queue, null, backend))];
    }

    /// <summary>The surveys that an agent's callers were asked in a period.</summary>
    internal static IReadOnlyList<SurveyItem> OfAgent(string agent, Interval period, WebBackend backend, Stores stores)
    {
        var asked = stores.Surveys.In(period).Where(asking => asking.Agent == agent);
        return [.. SurveyFigures.Of(asked, period).Select(figures => Item(figures, null, agent, backend))];
    }

    private static IReadOnlyList<SurveyItem> Items(List<SurveyAsking> askings, Interval period, WebBackend backend) =>
    [
        .. SurveyFigures.Of(askings, period).SelectMany(whole =>
            Parts(whole, asking => asking.Queue, (figures, queue) => Item(figures, queue, null, backend))
                .Concat(Parts(whole, asking => asking.Agent, (figures, agent) => Item(figures, null, agent, backend)))
                .Prepend(Item(whole, null, null, backend))),
    ];

    private static IEnumerable<SurveyItem> Parts(
        SurveyFigures whole, Func<SurveyAsking, string?> by, Func<SurveyFigures, string, SurveyItem> item) =>
        whole.Asked.Where(asking => by(asking) is not null)
            .GroupBy(asking => by(asking)!, StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => item(new SurveyFigures(whole.Survey, [.. part]), part.Key));

    private static SurveyItem Item(SurveyFigures figures, string? queue, string? agent, WebBackend backend)
    {
        IReadOnlyList<SurveyQuestion> known = backend.Site.Model.Surveys.GetValueOrDefault(figures.Survey)?.Questions ?? [];
        var order = known.Select(question => question.Name).ToList();
        var questions = figures.Questions
            .OrderBy(question => order.IndexOf(question.Question) is >= 0 and var place ? place : order.Count)
            .Select(question => new QuestionItem(
                question.Question,
                FigureModel.Of(QuestionFigures.Names, Rules, question.Value),
                Keys(question, known.FirstOrDefault(one => one.Name == question.Question))));
        return new SurveyItem(
            figures.Survey, queue, agent, FigureModel.Of(SurveyFigures.Names, Rules, figures.Value), [.. questions]);
    }

    private static IReadOnlyList<KeyItem> Keys(QuestionFigures question, SurveyQuestion? known)
    {
        var pressed = question.Keys.ToDictionary(key => key.Key);
        IEnumerable<SurveyKey> unpressed = known?.Keys.Where(key => !pressed.ContainsKey(key.Key)) ?? [];
        return
        [
            .. question.Keys.Select(key => new KeyItem($"{key.Key}", key.Meaning, key.Count))
                .Concat(unpressed.Select(key => new KeyItem($"{key.Key}", key.Words, 0)))
                .OrderBy(key => key.Key, StringComparer.Ordinal),
        ];
    }
}
