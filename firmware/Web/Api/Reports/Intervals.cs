using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>Splits a report into the intervals that were asked for.</summary>
internal static class Intervals
{
    /// <summary>Most intervals of a report, those of all its items together.</summary>
    public const int Most = 5000;

    /// <summary>The length of the intervals; null when there are none, or they are the hours of the week.</summary>
    public static IntervalLength? LengthOf(ReportSplit? split) => split switch
    {
        ReportSplit.QuarterHour => IntervalLength.QuarterHour,
        ReportSplit.Hour => IntervalLength.Hour,
        ReportSplit.Day => IntervalLength.Day,
        ReportSplit.Week => IntervalLength.Week,
        _ => null,
    };

    /// <summary>The intervals that a report covers; empty when it is not split by them.</summary>
    public static IReadOnlyList<Interval> Cover(ReportInput input) =>
        LengthOf(input.By) is { } length ? input.Calendar.Cover(input.Period, length) : [];

    /// <summary>The same, of the first and the last only what lies in the period.</summary>
    public static IReadOnlyList<Interval> Inside(ReportInput input) =>
    [
        .. Cover(input).Select(interval => new Interval(
            interval.From > input.Period.From ? interval.From : input.Period.From,
            interval.To < input.Period.To ? interval.To : input.Period.To)),
    ];

    /// <summary>Tells when there would be too many.</summary>
    /// <param name="input">Takes the mistake.</param>
    /// <param name="items">How many items there are.</param>
    public static bool AreTooMany(ReportInput input, int items)
    {
        if ((long)Cover(input).Count * items <= Most)
        {
            return false;
        }

        input.Add("by", "The report would have too many intervals.", $"At most {Most} are made: take longer ones, or a shorter period.");
        return true;
    }

    /// <summary>One interval.</summary>
    public static ReportInterval Of(Interval interval, IEnumerable<FigureName> names, Func<FigureName, double?> valueOf) =>
        new(Values(names, valueOf)) { From = interval.From, To = interval.To };

    /// <summary>The hours of the week, in order.</summary>
    public static IReadOnlyList<ReportInterval> Of<T>(
        IReadOnlyDictionary<HourOfWeek, T> hours, IEnumerable<FigureName> names, Func<T, FigureName, double?> valueOf) =>
    [
        .. hours.OrderBy(hour => hour.Key.Index).Select(hour => new ReportInterval(Values(names, name => valueOf(hour.Value, name)))
        {
            Day = hour.Key.Day,
            Hour = hour.Key.Hour,
        }),
    ];

    private static Dictionary<string, double?> Values(IEnumerable<FigureName> names, Func<FigureName, double?> valueOf) =>
        names.ToDictionary(CsvFile.NameOf, valueOf, StringComparer.Ordinal);
}
