using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Wall;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Wall;

/// <summary>The board for the wall: a few numbers that are read from far, chosen by the address.</summary>
internal static class WallPages
{
    public static void MapWallPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Queues, Reach.Seen);
        pages.MapGet("/wallboard", Show<WallPage>);
        pages.MapGet("/live/wallboard", Show<WallTiles>).SharedByAll();
    }

    private static IResult Show<T>(HttpContext context, WebBackend backend, Stores stores, Visitor visitor)
        where T : IComponent
    {
        var site = backend.Site.Model;
        var asked = WallApi.Split(context.Request.Query["queues"]).ToLookup(name => site.Queues.ContainsKey(name) && visitor.Sees(name));
        var tiles = WallApi.Split(context.Request.Query["tiles"]);
        var known = tiles.Where(WallView.AllTiles.Contains).ToList();
        IReadOnlyList<string> queues = [.. asked[true]];
        return Fragment.Of<T>(new WallView(
            WallApi.Model(queues, backend, stores, visitor),
            queues,
            [.. asked[false]],
            known.Count > 0 ? known : WallView.UsualTiles,
            site,
            new SiteWords(site, backend.Time.GetUtcNow())));
    }
}
