using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>What the box does now.</summary>
internal static class LiveApi
{
    public static void MapLiveApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/live", Read).For(Ability.Live).WithTags("Live").Produces<LiveModel>();

    /// <summary>Lines, phones and calls in progress at this moment.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Read(WebBackend backend) => Results.Ok(LiveModel.Of(backend.Site.Model, backend.Live.Current));
}
