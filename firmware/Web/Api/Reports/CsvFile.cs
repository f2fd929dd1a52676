using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Api.Advice.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Json;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>
/// Tables as CSV (RFC 4180). A report has one row for each figure, with all that it takes to understand it; advice one for each half hour.
/// </summary>
internal static class CsvFile
{
    /// <summary>Media type of CSV.</summary>
    public const string MediaType = "text/csv";

    /// <summary>What to say of a format that is neither.</summary>
    public static readonly ApiMistake Unknown = new(
        "format", "This format is not known here.", "Send json or csv as format, or leave it out.");

    /// <summary>Whether CSV is asked for; null when something else is.</summary>
    /// <param name="format">What was said: <c>csv</c> or <c>json</c>.</param>
    /// <param name="request">Tells what the asker accepts when nothing was said; null for no request.</param>
    public static bool? IsWanted(string? format, HttpRequest? request) => format switch
    {
        "csv" => true,
        "json" => false,
        null => request?.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase) ?? false,
        _ => null,
    };

    /// <summary>A forecast.</summary>
    public static IResult Of(ForecastModel forecast)
    {
        var text = new StringBuilder();
        Row(text, "queue", "day", "start", "calls", "meanAbsoluteError");
        foreach (var slot in forecast.Slots)
        {
            Row(text, forecast.Queue, NameOf(slot.Day), Clock(slot.Start), Number(slot.Calls), Number(slot.MeanAbsoluteError));
        }

        return File(text, "forecast");
    }

    /// <summary>The agents needed.</summary>
    public static IResult Of(StaffingModel staffing)
    {
        var text = new StringBuilder();
        Row(text, "queue", "day", "start", "calls", "agents", "agentsIfCallersLeave", "sentence");
        foreach (var slot in staffing.Slots)
        {
            Row(
                text,
                staffing.Queue,
                NameOf(slot.Day),
                Clock(slot.Start),
                Number(slot.Calls),
                Number(slot.Agents),
                Number(slot.AgentsIfCallersLeave),
                slot.Sentence);
        }

        return File(text, "agents-needed");
    }

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
            Number(value),
            NameOf(figure.Unit),
            figure.Formula,
            figure.Version);

    /// <summary>Adds a row.</summary>
    public static void Row(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        text.Append("\r\n");
    }

    private static string? Cell(string? text) => CellGuard.Safe(text) is { } safe && safe.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : CellGuard.Safe(text);

    private static string? Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => time.ToString(ClockTimeJson.Format, CultureInfo.InvariantCulture);

    /// <summary>A time as CSV has it: UTC, with milliseconds.</summary>
    public static string? Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The answer: a file of that name.</summary>
    public static IResult File(StringBuilder text, string name) =>
        Results.File(Encoding.UTF8.GetBytes(text.ToString()), $"{MediaType}; charset=utf-8", $"{name}.csv");
}
