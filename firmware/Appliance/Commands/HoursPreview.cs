using System.Globalization;
using Switchhook.Flows.Opening;
using Switchhook.Site;

namespace Switchhook.Appliance.Commands;

/// <summary>Tells which of the next days differ from their week, so that a forgotten holiday is seen before callers see it.</summary>
public static class HoursPreview
{
    /// <summary>Days that are looked at.</summary>
    public const int Days = 14;

    /// <summary>A line for each timetable with such days; empty when there are none.</summary>
    /// <param name="site">The site.</param>
    /// <param name="now">This moment.</param>
    public static string Render(SiteModel site, DateTimeOffset now)
    {
        var hours = new SiteHours(site);
        var today = hours.Calendar.DayOf(now);
        var lines = from name in site.Hours.Keys
                    let days = hours.ByName(name)!.Days(today, Days).Where(day => day.Why is not null).Select(InWords).ToList()
                    where days.Count > 0
                    select $"Hours {name} in the next {Days} days: {string.Join("; ", days)}.\n";
        return string.Concat(lines);
    }

    private static string InWords(HoursDay day) =>
        $"{day.Day.ToString("ddd d MMM", CultureInfo.InvariantCulture)} {day.Written} ({day.Why})";
}
