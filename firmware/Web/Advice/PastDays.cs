using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Web.Advice;

/// <summary>The whole days that advice looks back on, on the clocks of the site.</summary>
/// <param name="Calendar">The clocks.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last: yesterday, since today is not over.</param>
internal sealed record PastDays(SiteCalendar Calendar, DateOnly First, DateOnly Last)
{
    /// <summary>From the first moment to the last.</summary>
    public Interval Period => new(Calendar.StartOf(First), Calendar.StartOf(Last.AddDays(1)));

    /// <summary>The last weeks before a moment.</summary>
    public static PastDays Before(DateTimeOffset now, int weeks, SiteCalendar calendar)
    {
        var last = calendar.DayOf(now).AddDays(-1);
        return new PastDays(calendar, last.AddDays(1 - (weeks * 7)), last);
    }

    /// <summary>Only from the day on from which something is known: days before would count as quiet ones.</summary>
    public PastDays KnownSince(DateTimeOffset? first) =>
        first is { } at && Calendar.DayOf(at) > First ? this with { First = Calendar.DayOf(at) } : this;
}
