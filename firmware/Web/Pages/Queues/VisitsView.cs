using Switchhook.Site;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Queues;

/// <summary>The visits behind a figure.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Day">The day, where the site is.</param>
/// <param name="Figure">The figure with its formula.</param>
/// <param name="Visits">The first of them, in order of entry.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Site">The site in force.</param>
/// <param name="Words">Names and times.</param>
public sealed record VisitsView(
    string Queue, DateOnly Day, FigureModel Figure, IReadOnlyList<VisitModel> Visits, int Count, SiteModel Site, SiteWords Words)
{
    /// <summary>The page of the day.</summary>
    public string Up => $"/queues/{Queue}?day={QueuePages.Text(Day)}";

    /// <summary>What happened: "on main-1, answered by Ana".</summary>
    public string About(VisitModel visit)
    {
        var agent = visit.Agent is { } name ? Site.Agents.GetValueOrDefault(name)?.DisplayName ?? name : null;
        IEnumerable<string?> parts =
        [
            visit.Line is { } line ? $"on line {line}" : null,
            agent is null ? null : $"answered by {agent}",
            visit.Disposition is { } words ? $"about {words}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>How long the caller waited, or has waited so far.</summary>
    public TimeSpan Wait(VisitModel visit) => visit.Wait ?? Words.Now - visit.EnteredAt;
}
