using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Switchhook.Web.Hosting;

/// <summary>Serves <see cref="Assets"/> without a login.</summary>
internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{**path}", Serve).AllowAnonymous().ExcludeFromDescription();

    private static IResult Serve(string path, string? v, HttpContext context, Assets assets)
    {
        if (assets.Find(path) is not { } asset)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        // With its version in the address a file never changes; without, the browser asks each time and mostly hears "not modified".
        context.Response.Headers.CacheControl = v == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }
}
