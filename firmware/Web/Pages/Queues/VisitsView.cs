using Switchhook.Acd;
using Switchhook.Site;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

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
    /// <summary>The page that led here; null for the page of the day.</summary>
    public string? Back { get; init; }

    /// <summary>The days in words, where they are more than one.</summary>
    public string? Days { get; init; }

    /// <summary>The page that leads on from here.</summary>
    public string Up => Back ?? $"/queues/{Queue}?day={QueuePages.Text(Day)}";

    /// <summary>When it was.</summary>
    public string When => Days ?? SiteWords.Day(Day);

    /// <summary>What happened: "on main-1, answered by Ana".</summary>
    public string About(VisitModel visit)
    {
        var agent = visit.Agent is { } name ? Site.Agents.GetValueOrDefault(name)?.DisplayName ?? name : null;
        IEnumerable<string?> parts =
        [
            visit.Line is { } line ? Say["on line {0}", line] : null,
            agent is null ? null : Say["answered by {0}", agent],
            visit.Disposition is { } words ? Say["about {0}", words] : null,
            visit.FollowUp is { } since ? Since(since) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>True for a caller who can be called back: nobody has talked with him since, and nothing is owed.</summary>
    public static bool IsLost(VisitModel visit) => visit is { FollowUp.State: FollowUpState.Open, Kind: WorkKind.Call };

    /// <summary>How long the caller waited, or has waited so far.</summary>
    public TimeSpan Wait(VisitModel visit) => visit.Wait ?? Words.Now - visit.EnteredAt;

    private string Since(FollowUpModel since) => since switch
    {
        { State: FollowUpState.Reached, At: { } at } => Say["reached {0}", Words.DayAndTime(at)],
        { State: FollowUpState.Owed } => Say["a call back or message waits"],
        { State: FollowUpState.Open } => Say["nobody has talked with this number since"],
        _ => Say["the number is not known"],
    };
}
