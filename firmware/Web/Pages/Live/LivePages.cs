using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Components;
using Switchhook.Web.Components.Rows;
using Switchhook.Web.Events;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Live;

/// <summary>The first page: what the box does now, and the calls of today. Both parts are fetched again when something changes.</summary>
internal static class LivePages
{
    /// <summary>Most calls of today on the page.</summary>
    public const int MaxToday = 100;

    public static void MapLivePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Live);
        pages.MapGet("/", (WebBackend backend, Stores stores, Visitor visitor) =>
            Fragment.Of<LivePage>(new LiveView(Now(backend), visitor.May(Ability.Calls) ? Today(backend, stores, visitor) : null)));
        pages.MapGet("/live/now", (WebBackend backend, KeptRows rows) => Fragment.Of<NowBoard>(Now(backend) with { Rows = rows }))
            .SharedByAll();
        pages.MapGet("/live/today", (WebBackend backend, Stores stores, Visitor visitor) =>
            Fragment.Of<TodayList>(Today(backend, stores, visitor))).For(Ability.Calls, Reach.Seen).SharedByAll();
        pages.MapGet("/live/changes", ChangeStreams.LiveAsync);
    }

    private static NowView Now(WebBackend backend) => new(backend.Site.Model, backend.Live.Current, Words(backend))
    {
        Signals = backend.Desk.Signals,
        IsExample = backend.Site.IsExample,
    };

    private static TodayView Today(WebBackend backend, Stores stores, Visitor visitor)
    {
        var words = Words(backend);
        var calls = stores.Calls.CallsToday(backend.Site.Model.TimeZone, words.Now, MaxToday + 1, visitor.Queues);
        return new TodayView([.. calls.Take(MaxToday).Where(call => call.EndedAt is not null)], calls.Count > MaxToday, words);
    }

    private static SiteWords Words(WebBackend backend) => new(backend.Site.Model, backend.Time.GetUtcNow());
}
