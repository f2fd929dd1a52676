using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Live;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.FirstCall;

/// <summary>The last page of the first start: it shows live that a call came and was answered.</summary>
internal static class FirstCallPages
{
    /// <summary>Where it is.</summary>
    public const string Address = "/welcome/call";

    public static void MapFirstCall(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/call", (WebBackend backend, Stores stores) => Fragment.Of<FirstCallPage>(View(backend, stores)));
        pages.MapGet("/call/state", (WebBackend backend, Stores stores) => Fragment.Of<FirstCallBoard>(View(backend, stores)));
    }

    /// <summary>What is known of the first call.</summary>
    public static FirstCallView View(WebBackend backend, Stores stores)
    {
        var (site, live, now) = (backend.Site.Model, backend.Live.Current, backend.Time.GetUtcNow());
        var since = stores.Versions.Latest()?.Version.AppliedAt ?? DateTimeOffset.MinValue;
        var call = live.Calls.Values.Where(one => one.Direction == CallDirection.Inbound && one.StartedAt >= since)
            .Concat(stores.Calls.FirstInbound(since) is { } kept ? [kept] : [])
            .OrderByDescending(one => one.AnsweredBy is not null)
            .ThenBy(one => one.AnsweredBy is null ? -one.StartedAt.UtcTicks : one.StartedAt.UtcTicks)
            .FirstOrDefault();
        return new FirstCallView(site, call, new SiteWords(site, now), backend.Simulator?.Snapshot(), live);
    }
}
