using Switchhook.Site.Opening;

namespace Switchhook.Site.Drafts;

/// <summary>Builds hours, sets of days and night out of checked drafts.</summary>
internal static class OpeningBuilder
{
    /// <summary>Hours of a week, with the days of the sets that they name.</summary>
    public static HoursConfig Hours(HoursDraft hours, SiteDraft draft) => new(hours.Name.Value, [.. hours.Ranges])
    {
        Closed = [.. hours.Closed.Select(closed => Closed(closed, draft))],
        Exceptions = [.. hours.Exceptions.Select(one => new DatedHours(one.Days.Value, [.. one.Times]))],
        IgnoresNight = hours.IgnoresNight,
    };

    /// <summary>A set of days.</summary>
    public static HolidaySet Set(HolidaySetDraft set) => new(set.Name.Value, [.. set.Days.Select(days => days.Value)]);

    /// <summary>How night ends.</summary>
    public static NightConfig Night(NightDraft? night) => night?.Ends?.Value switch
    {
        null => NightConfig.Default,
        NightConfig.ByHandWord => new NightConfig(true, null),
        var hours => new NightConfig(false, hours),
    };

    private static ClosedDays Closed(ClosedDraft closed, SiteDraft draft) => closed switch
    {
        ClosedDraft.Public holidays => new ClosedDays.Public(holidays.Region ?? ModelBuilder.Sure(draft.Head.Country)),
        ClosedDraft.Named named => new ClosedDays.Named(
            named.Set.Value, Set(draft.Holidays.First(set => set.Name.Value == named.Set.Value)).Days),
        ClosedDraft.On on => new ClosedDays.On(on.Days.Value),
        _ => throw ModelBuilder.Hole(),
    };
}
