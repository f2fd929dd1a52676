using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site;

namespace Switchhook.Flows.Opening;

/// <summary>The timetables of a site. Immutable.</summary>
public sealed class SiteHours
{
    /// <summary>
    /// An opening that comes so soon after night was switched on does not end it: who switches it on shortly before means that day.
    /// </summary>
    public static readonly TimeSpan ShortestNight = TimeSpan.FromHours(1);

    private readonly SiteModel _site;
    private readonly Dictionary<string, OpeningHours> _hours;
    private readonly OpeningHours _always;

    /// <param name="site">The site.</param>
    public SiteHours(SiteModel site)
        : this(site, null)
    {
    }

    private SiteHours(SiteModel site, NightPeriod? night)
    {
        _site = site;
        Calendar = new SiteCalendar(site.TimeZone);
        _always = new OpeningHours(null, Calendar);
        _hours = site.Hours.Values.ToDictionary(
            hours => hours.Name, hours => new OpeningHours(hours, Calendar).During(night), StringComparer.Ordinal);
    }

    /// <summary>The clocks of the site.</summary>
    public SiteCalendar Calendar { get; }

    /// <summary>The hours of a queue; a queue that names none is always open, also by night.</summary>
    /// <param name="queue">Name of a queue of the site.</param>
    public OpeningHours Of(string queue) => _site.Queues[queue].Hours is { } hours ? _hours[hours] : _always;

    /// <summary>A timetable; null when the site has none of that name.</summary>
    /// <param name="hours">Its name in the site file.</param>
    public OpeningHours? ByName(string hours) => _hours.GetValueOrDefault(hours);

    /// <summary>Whether a timetable is open at a moment, and why.</summary>
    /// <param name="hours">Name of a timetable of the site.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="night">True while night is switched on; until when that lasts is not known here.</param>
    public OpeningAnswer At(string hours, DateTimeOffset moment, bool night) =>
        At(hours, moment, night ? new NightPeriod("the night switch", moment, null) : null);

    /// <summary>The same, with the night that somebody has switched on.</summary>
    public OpeningAnswer At(string hours, DateTimeOffset moment, NightPeriod? night) => _hours[hours].During(night).At(moment);

    /// <summary>All timetables while a night lasts.</summary>
    public SiteHours During(NightPeriod? night) => night is null ? this : new SiteHours(_site, night);

    /// <summary>When a queue opens or closes the next time, or has to be looked at again; null when none does.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset moment) => _site.Queues.Keys.Min(queue => Of(queue).LooksAgainAt(moment));

    /// <summary>
    /// When a night ends by itself that is switched on at a moment: with the first opening of a day of the timetables that follow it, or of
    /// the one that the site names. Null when only a person ends it, or nothing opens as far as is looked.
    /// </summary>
    public DateTimeOffset? NightEndsAt(DateTimeOffset since) => NightEnd(since)?.At;

    /// <summary>The same, and the timetable that ends it.</summary>
    internal (DateTimeOffset At, string Hours)? NightEnd(DateTimeOffset since)
    {
        if (_site.Night.ByHand)
        {
            return null;
        }

        var ending = _site.Hours.Values.Where(
            hours => _site.Night.Hours is { } named ? hours.Name == named : !hours.IgnoresNight);
        return ending.Select(hours => (At: new OpeningHours(hours, Calendar).FirstOpeningOfADay(since + ShortestNight), hours.Name))
            .Where(one => one.At is not null)
            .Select(one => ((DateTimeOffset, string)?)(one.At!.Value, one.Name))
            .MinBy(one => one!.Value.Item1);
    }
}
