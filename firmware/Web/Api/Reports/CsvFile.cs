using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports as CSV (RFC 4180): one row for each figure, with all that it takes to understand it.</summary>
internal static class CsvFile
{
    /// <summary>Media type of CSV.</summary>
    public const string MediaType = "text/csv";

    /// <summary>A report.</summary>
    public static IResult Of(ReportModel report, string name)
    {
        var text = new StringBuilder();
        Row(text, "name", "from", "to", "day", "hour", "figure", "label", "value", "unit", "formula", "version");
        foreach (var item in report.Items)
        {
            foreach (var figure in item.Figures)
            {
                Row(text, item.Name, Time(report.From), Time(report.To), null, null, figure, figure.Value);
            }

            foreach (var interval in item.Intervals)
            {
                foreach (var figure in item.Figures.Where(figure => interval.Values.ContainsKey(NameOf(figure.Name))))
                {
                    Row(
                        text,
                        item.Name,
                        Time(interval.From),
                        Time(interval.To),
                        interval.Day?.ToString(),
                        interval.Hour?.ToString(CultureInfo.InvariantCulture),
                        figure,
                        interval.Values[NameOf(figure.Name)]);
                }
            }
        }

        return File(text, name);
    }

    /// <summary>Visits.</summary>
    public static IResult Of(IReadOnlyList<VisitModel> visits, string name)
    {
        var text = new StringBuilder();
        Row(
            text,
            "id",
            "call",
            "queue",
            "caller",
            "line",
            "enteredAt",
            "outcome",
            "agent",
            "answeredAt",
            "leftAt",
            "talkEndedAt",
            "disposition",
            "wait",
            "followUp",
            "followUpAt");
        foreach (var visit in visits)
        {
            Row(
                text,
                visit.Id,
                visit.Call?.Value,
                visit.Queue,
                visit.Caller,
                visit.Line,
                Time(visit.EnteredAt),
                NameOf(visit.Outcome),
                visit.Agent,
                Time(visit.AnsweredAt),
                Time(visit.LeftAt),
                Time(visit.TalkEndedAt),
                visit.Disposition,
                visit.Wait?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture),
                visit.FollowUp is { } followUp ? NameOf(followUp.State) : null,
                Time(visit.FollowUp?.At));
        }

        return File(text, name);
    }

    /// <summary>The name of a member of an enumeration, as JSON has it.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Row(
        StringBuilder text, string? name, string? from, string? to, string? day, string? hour, FigureModel figure, double? value) =>
        Row(
            text,
            name,
            from,
            to,
            day,
            hour,
            NameOf(figure.Name),
            figure.Label,
            value?.ToString("0.######", CultureInfo.InvariantCulture),
            NameOf(figure.Unit),
            figure.Formula,
            figure.Version);

    private static void Row(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        text.Append("\r\n");
    }

    private static string? Cell(string? text) => text is not null && text.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static string? Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static IResult File(StringBuilder text, string name) =>
        Results.File(Encoding.UTF8.GetBytes(text.ToString()), $"{MediaType}; charset=utf-8", $"{name}.csv");
}
