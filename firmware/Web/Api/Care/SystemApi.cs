using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Diagnostics;
using Switchhook.Web.Seams.Care;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Care;

/// <summary>The machine and the daemon.</summary>
internal static class SystemApi
{
    public static void MapSystemApi(this IEndpointRouteBuilder api)
    {
        var system = api.MapGroup("/system").WithTags("System");
        system.MapGet("/", Read).For(Ability.System).Produces<SystemModel>();
        system.MapPost("/restart", Restart).For(Ability.RunBox).Produces(StatusCodes.Status202Accepted);
    }

    /// <summary>Version, times, memory, disk, load, temperatures, the database, and figures of the parts.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Read(WebBackend backend) => Results.Ok(SystemModel.Of(backend));

    /// <summary>Stops the daemon and starts it again, which takes some seconds. Calls in progress end.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Restart(WebBackend backend)
    {
        backend.Care!.Restart();
        return Results.Accepted();
    }
}

/// <summary>The machine and the daemon.</summary>
/// <param name="Version">Of the firmware.</param>
/// <param name="Now">The box's clock, UTC.</param>
/// <param name="TimeZone">Of the site.</param>
/// <param name="StartedAt">When the daemon started, UTC.</param>
/// <param name="LastStop">How it had stopped before.</param>
/// <param name="CallsNow">Calls in progress.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Database">The database; its pages are looked through only for a diagnostic bundle.</param>
/// <param name="Figures">Figures of the parts.</param>
public sealed record SystemModel(
    string Version,
    DateTimeOffset Now,
    string TimeZone,
    DateTimeOffset StartedAt,
    string LastStop,
    int CallsNow,
    MachineFacts Machine,
    DatabaseFacts Database,
    IReadOnlyList<BoxFigure> Figures)
{
    internal static SystemModel Of(WebBackend backend) => new(
        backend.Care!.Version,
        backend.Time.GetUtcNow(),
        backend.Site.Model.TimeZone.Id,
        backend.Care.StartedAt,
        backend.Care.LastStop,
        backend.Live.Current.Calls.Count,
        MachineFacts.Read(backend.Care.DataFolder),
        DatabaseFacts.Read(backend.Database, whole: false),
        backend.Care.Figures());
}
