using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site;

namespace Switchhook.Flows.Opening;

/// <summary>The hours of a site's queues. Immutable.</summary>
/// <param name="site">The site.</param>
public sealed class SiteHours(SiteModel site)
{
    private readonly Dictionary<string, OpeningHours> _queues = site.Queues.Values.ToDictionary(
        queue => queue.Name,
        queue => new OpeningHours(queue.Hours is { } hours ? site.Hours[hours] : null, new SiteCalendar(site.TimeZone)),
        StringComparer.Ordinal);

    /// <summary>The clocks of the site.</summary>
    public SiteCalendar Calendar { get; } = new(site.TimeZone);

    /// <summary>The hours of a queue; a queue that names none is always open.</summary>
    /// <param name="queue">Name of a queue of the site.</param>
    public OpeningHours Of(string queue) => _queues[queue];

    /// <summary>When a queue opens or closes the next time; null when none does.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset moment) => _queues.Values.Min(hours => hours.ChangesAt(moment));
}
