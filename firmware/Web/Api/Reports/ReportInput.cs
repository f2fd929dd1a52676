using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>Which report was asked for, checked: every mistake at once, with its place and cure.</summary>
internal sealed class ReportInput
{
    /// <summary>The longest period of a report.</summary>
    public const int MostDays = 366;

    private const decimal MostMoney = 1_000_000_000;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly Dictionary<string, ReportSplit> Splits = new(StringComparer.Ordinal)
    {
        ["quarter-hour"] = ReportSplit.QuarterHour,
        ["hour"] = ReportSplit.Hour,
        ["day"] = ReportSplit.Day,
        ["week"] = ReportSplit.Week,
        ["hour-of-week"] = ReportSplit.HourOfWeek,
    };

    private readonly List<ApiMistake> _mistakes = [];

    /// <param name="from">Begin of the period.</param>
    /// <param name="to">End of the period.</param>
    /// <param name="by">What it is split by.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="request">Tells what the asker accepts when no format was said; null for no request.</param>
    /// <param name="backend">The box.</param>
    public ReportInput(string? from, string? to, string? by, string? format, HttpRequest? request, WebBackend backend)
    {
        AsOf = backend.Time.GetUtcNow();
        Calendar = new SiteCalendar(backend.Site.Model.TimeZone);
        var end = Time("to", to) ?? AsOf;
        Period = new Interval(Time("from", from) ?? Calendar.At(end.AddTicks(-1), IntervalLength.Day).From, end);
        By = Split(by);
        IsCsv = Format(format, request);
        if (_mistakes.Count == 0 && Period.Length <= TimeSpan.Zero)
        {
            Add("to", "The end does not lie after the beginning.", "Send a later time as to, or an earlier one as from.");
        }

        if (_mistakes.Count == 0 && Period.Length > TimeSpan.FromDays(MostDays))
        {
            Add("from", "The period is too long.", $"Ask for at most {MostDays} days at once.");
        }
    }

    /// <summary>The moment until which is known what happened.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The clocks of the site.</summary>
    public SiteCalendar Calendar { get; }

    /// <summary>From when to when; today up to now when nothing was said.</summary>
    public Interval Period { get; }

    /// <summary>What it is split by; null for the whole only.</summary>
    public ReportSplit? By { get; }

    /// <summary>True for CSV, false for JSON.</summary>
    public bool IsCsv { get; }

    /// <summary>What is wrong; the rest is to be used only without mistakes.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>Adds a mistake.</summary>
    public void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));

    /// <summary>An amount of money, in whatever money the asker counts.</summary>
    public decimal? Money(string place, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > MostMoney)
        {
            Add(place, "That is no amount of money.", $"Send 0 to {MostMoney} as {place}, such as 24.50, or leave it out.");
        }

        return amount;
    }

    private DateTimeOffset? Time(string place, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at) || at.Year is < 2000 or > 2200)
        {
            Add(place, "That is no time.", $"Send a time such as 2026-11-23T08:30:00Z as {place}, or leave it out.");
            return null;
        }

        return at;
    }

    private ReportSplit? Split(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Splits.TryGetValue(text, out var split))
        {
            return split;
        }

        Add("by", "A report cannot be split by that.", $"Send one of these as by: {string.Join(", ", Splits.Keys)}; or leave it out.");
        return null;
    }

    private bool Format(string? format, HttpRequest? request)
    {
        if (CsvFile.IsWanted(format, request) is { } isWanted)
        {
            return isWanted;
        }

        Add("format", CsvFile.Unknown.Problem, CsvFile.Unknown.Cure);
        return false;
    }
}
