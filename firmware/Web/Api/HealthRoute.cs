using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Models;

namespace Switchhook.Web.Api;

/// <summary>Tells a watchdog how the box is, without a login.</summary>
internal static class HealthRoute
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", Read)
        .AllowAnonymous()
        .WithTags("Health")
        .Produces<HealthModel>()
        .Produces<HealthModel>(StatusCodes.Status503ServiceUnavailable);

    /// <summary>How the box is: 200 when all is well, 503 when not.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Read(WebBackend backend)
    {
        var health = HealthModel.Of(
            backend.Journal.Health.Ok, backend.Audio.IsTicking, !backend.Live.Current.Faults.ContainsKey(LiveBoard.EmergencyCalls));
        return Results.Json(
            health, statusCode: health.Status == HealthStatus.Up ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
