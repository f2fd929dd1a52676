using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Storage.History;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Reports;
using Switchhook.Web.Seams.Reports;
using Switchhook.Web.Text;

namespace Switchhook.Web.ReportMails;

/// <summary>Makes a report as a mail: the figures beside those of the period before, and the same as a table.</summary>
internal sealed class ReportMailMaker(WebBackend backend, Stores stores)
{
    /// <summary>What to say where the site names no mail server.</summary>
    public const string NoServer = "The site names no mail server.";

    /// <summary>What to do about it.</summary>
    public const string NoServerCure = "Add an alert with mail (to, from, server) to the section alerts of the site file.";

    /// <summary>The alert whose server sends; null when there is none.</summary>
    /// <param name="site">The site in force.</param>
    /// <param name="name">Its name; null for the first.</param>
    public static AlertConfig? ServerOf(SiteModel site, string? name) =>
        site.Alerts.Values.FirstOrDefault(alert => alert.Way is AlertWay.Mail && (name is null || alert.Name == name));

    /// <summary>The mail of the report that is owed.</summary>
    /// <returns>The mail, or why there is none, as a sentence.</returns>
    public (ReportMail? Mail, string? Trouble) Make(ReportSchedule schedule)
    {
        var calendar = new SiteCalendar(backend.Site.Model.TimeZone);
        var period = ReportMailTimes.PeriodOf(schedule, schedule.DueAt, backend.Time.GetUtcNow(), calendar);
        if (period.Mistakes.Count > 0)
        {
            return (null, "The clock of the box has been set back: the days of the report are still to come.");
        }

        try
        {
            return Comparisons.Make(schedule.Subject, schedule.SubjectName, period, null, backend, stores) is { } report
                ? (MailOf(schedule, report, period), null)
                : (null, $"The site has no {schedule.Subject} {schedule.SubjectName} any more. Change the report, or remove it.");
        }
        catch (TooMuchHistoryException tooMuch)
        {
            return (null, tooMuch.Message);
        }
    }

    private ReportMail MailOf(ReportSchedule schedule, ComparisonModel report, ReportPeriod period)
    {
        var days = period.FirstDay == period.LastDay
            ? SiteWords.Day(period.FirstDay)
            : $"{SiteWords.Day(period.FirstDay)} – {SiteWords.Day(period.LastDay)}";
        var title = $"{SubjectWords(schedule)}, {days}";
        var due = schedule.DueAt.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var file = $"{schedule.Subject}-{ReportPeriod.Text(period.FirstDay)}.csv";
        return new ReportMail(
            $"report-{schedule.Id}-{due}",
            schedule.Receivers,
            OneLine($"{backend.Site.Model.Name}: {schedule.Name}, {days}"),
            TextOf(schedule, report, title),
            HtmlOf(schedule, report, title),
            file,
            Encoding.UTF8.GetBytes(Comparisons.CsvOf(report).ToString()));
    }

    private string SubjectWords(ReportSchedule schedule) => schedule switch
    {
        { Subject: "agent", SubjectName: { } name } =>
            $"Agent {backend.Site.Model.Agents.GetValueOrDefault(name)?.DisplayName ?? name}",
        { Subject: "queue" } => $"Queue {schedule.SubjectName}",
        { Subject: "line" } => $"Line {schedule.SubjectName}",
        _ => "All lines",
    };

    private string TextOf(ReportSchedule schedule, ComparisonModel report, string title)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{backend.Site.Model.Name}: {schedule.Name}\r\n{title}\r\n\r\n");
        foreach (var one in report.Figures)
        {
            var change = ReportView.Change(one);
            text.Append(CultureInfo.InvariantCulture, $"{one.Figure.Label}: {Value(one)} (before: {Before(one)}, {change})\r\n");
        }

        return text.Append("\r\nThe attached table has the same figures with their formulas.\r\n").ToString();
    }

    private string HtmlOf(ReportSchedule schedule, ComparisonModel report, string title)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
             <!DOCTYPE html>
             <html lang="en"><head><meta charset="utf-8"><title>{Safe(schedule.Name)}</title></head>
             <body style="font-family:sans-serif;color:#17212b">
             <h1 style="font-size:20px">{Safe(backend.Site.Model.Name)}: {Safe(schedule.Name)}</h1>
             <p>{Safe(title)}</p>
             <table style="border-collapse:collapse" cellpadding="6">
             <tr><th align="left">Figure</th><th align="right">Value</th><th align="right">Before</th><th align="right">Difference</th></tr>

             """);
        foreach (var one in report.Figures)
        {
            var verdict = one.Verdict switch
            {
                FigureNature.Better => " (better)",
                FigureNature.Worse => " (worse)",
                _ => "",
            };
            html.Append(
                CultureInfo.InvariantCulture,
                $"""
                 <tr style="border-top:1px solid #d9e0e6"><th align="left">{Safe(one.Figure.Label)}</th>
                 <td align="right">{Safe(Value(one))}</td><td align="right">{Safe(Before(one))}</td>
                 <td align="right">{Safe(ReportView.Change(one) + verdict)}</td></tr>

                 """);
        }

        return html.Append("</table>\n<p>The attached table has the same figures with their formulas.</p>\n</body></html>\n").ToString();
    }

    private static string Value(ComparedModel one) => FigureWords.Of(one.Figure.Value, one.Figure.Unit);

    private static string Before(ComparedModel one) => FigureWords.Of(one.Before, one.Figure.Unit);

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private static string OneLine(string text) => string.Concat(text.Select(mark => char.IsControl(mark) ? ' ' : mark));
}
