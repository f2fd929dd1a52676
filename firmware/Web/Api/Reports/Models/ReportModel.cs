using System.Text.Json.Serialization;
using Switchhook.Web.Api.Queues.Models;

namespace Switchhook.Web.Api.Reports.Models;

/// <summary>A report.</summary>
/// <param name="From">Begin of the period, UTC.</param>
/// <param name="To">Its end, UTC.</param>
/// <param name="AsOf">The moment until which is known what happened.</param>
/// <param name="By">What it is split by; null when it is not.</param>
/// <param name="Items">Queues, agents or lines.</param>
internal sealed record ReportModel(
    DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf, ReportSplit? By, IReadOnlyList<ReportItem> Items);

/// <summary>A queue, an agent, a line, or all of them together.</summary>
/// <param name="Name">Its name; null for all together.</param>
/// <param name="Figures">Of the whole period.</param>
/// <param name="Intervals">The same figures by interval; empty when the report is not split.</param>
public sealed record ReportItem(string? Name, IReadOnlyList<FigureModel> Figures, IReadOnlyList<ReportInterval> Intervals)
{
    /// <summary>Of an agent: seconds paused, by reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, TimeSpan>? PausedBy { get; init; }

    /// <summary>Of an agent: when logged in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AttendanceModel>? Attendance { get; init; }
}

/// <summary>A time that an agent was logged in.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
public sealed record AttendanceModel(DateTimeOffset From, DateTimeOffset To);

/// <summary>The figures of one interval, or of one hour of the week.</summary>
/// <param name="Values">Numbers by the names of the figures, in the units told with them; null when a figure is of nothing.</param>
public sealed record ReportInterval(IReadOnlyDictionary<string, double?> Values)
{
    /// <summary>Its begin, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? From { get; init; }

    /// <summary>Its end, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? To { get; init; }

    /// <summary>The weekday, where the site is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DayOfWeek? Day { get; init; }

    /// <summary>The hour, 0 to 23, where the site is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Hour { get; init; }
}

/// <summary>What a report can be split by.</summary>
internal enum ReportSplit
{
    /// <summary>15 minutes.</summary>
    QuarterHour,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>Midnight to midnight, where the site is.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>The 168 hours of a week, all weeks together.</summary>
    HourOfWeek,
}
