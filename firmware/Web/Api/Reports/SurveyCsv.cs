using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>The report of surveys as CSV (RFC 4180): one row for each figure and for each key.</summary>
internal static class SurveyCsv
{
    /// <summary>The report.</summary>
    public static IResult Of(SurveyReportModel report)
    {
        var text = new StringBuilder();
        CsvFile.Row(
            text, "survey", "queue", "agent", "from", "to", "question", "figure", "label", "value", "unit", "formula", "version");
        foreach (var item in report.Items)
        {
            var head = new Head(item, CsvFile.Time(report.From), CsvFile.Time(report.To));
            foreach (var figure in item.Figures)
            {
                Row(text, head, null, figure);
            }

            foreach (var question in item.Questions)
            {
                foreach (var figure in question.Figures)
                {
                    Row(text, head, question.Name, figure);
                }

                foreach (var key in question.Keys)
                {
                    Row(text, head, question.Name, $"key {key.Key}", key.Words, key.Count, "count", null, null);
                }
            }
        }

        return CsvFile.File(text, "surveys");
    }

    private static void Row(StringBuilder text, Head head, string? question, FigureModel figure) => Row(
        text,
        head,
        question,
        CsvFile.NameOf(figure.Name),
        figure.Label,
        figure.Value,
        CsvFile.NameOf(figure.Unit),
        figure.Formula,
        figure.Version);

    private static void Row(
        StringBuilder text,
        Head head,
        string? question,
        string figure,
        string? label,
        double? value,
        string unit,
        string? formula,
        string? version) => CsvFile.Row(
        text,
        head.Item.Survey,
        head.Item.Queue,
        head.Item.Agent,
        head.From,
        head.To,
        question,
        figure,
        label,
        value?.ToString("0.######", CultureInfo.InvariantCulture),
        unit,
        formula,
        version);

    private sealed record Head(SurveyItem Item, string? From, string? To);
}
