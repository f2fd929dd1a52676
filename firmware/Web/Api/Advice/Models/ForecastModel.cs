using Switchhook.Acd.Advice;
using Switchhook.Web.Advice;

namespace Switchhook.Web.Api.Advice.Models;

/// <summary>The calls to expect in the half hours of a week.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="From">The first day that was looked at.</param>
/// <param name="To">The last.</param>
/// <param name="Calls">Calls in all these days.</param>
/// <param name="MeanAbsoluteError">What forecasts of past half hours would have been off by, in calls; null when nothing tells.</param>
/// <param name="Rule">How the numbers come about, in words.</param>
/// <param name="Slots">The half hours in which calls came or are expected, Monday first.</param>
internal sealed record ForecastModel(
    string Queue, DateOnly From, DateOnly To, int Calls, double? MeanAbsoluteError, string Rule, IReadOnlyList<ForecastSlotModel> Slots)
{
    public static ForecastModel Of(QueuePast past) => new(
        past.Queue.Name,
        past.Days.First,
        past.Days.Last,
        past.Calls,
        past.Forecast.MeanAbsoluteError,
        Forecast.Rule,
        [
            .. past.Slots.Select(slot => new ForecastSlotModel(
                slot.Day,
                slot.Start,
                slot.Calls,
                slot.MeanAbsoluteError,
                [.. slot.Past.Select(day => new ForecastPastModel(day.Day, day.Actual, day.Expected, day.Error))])),
        ]);
}

/// <summary>One half hour of the week.</summary>
/// <param name="Day">The weekday, where the site is.</param>
/// <param name="Start">Its begin.</param>
/// <param name="Calls">Calls to expect; null when no day tells.</param>
/// <param name="MeanAbsoluteError">Mean absolute error in calls; null with fewer than two days.</param>
/// <param name="Past">The days it was learnt from.</param>
internal sealed record ForecastSlotModel(
    DayOfWeek Day, TimeOnly Start, double? Calls, double? MeanAbsoluteError, IReadOnlyList<ForecastPastModel> Past);

/// <summary>One past day's half hour.</summary>
/// <param name="Day">The day.</param>
/// <param name="Actual">Calls that came.</param>
/// <param name="Expected">Calls that the other days would have led to expect.</param>
/// <param name="Error">(actual − expected) / expected; null when none were expected.</param>
internal sealed record ForecastPastModel(DateOnly Day, double Actual, double? Expected, double? Error);
