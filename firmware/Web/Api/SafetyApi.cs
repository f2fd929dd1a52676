using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>Emergency calls, and phones whose calls to the outside are stopped.</summary>
internal static class SafetyApi
{
    /// <summary>Most entries of the log of emergency calls.</summary>
    public const int MostEntries = 500;

    public static void MapSafetyApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/emergency", Emergency).For(Ability.Safety).WithTags("Emergency").Produces<EmergencyModel>();
        var stops = api.MapGroup("/outbound/stops").WithTags("Outbound").For(Ability.Safety);
        stops.MapGet("/", StopsAsync).Produces<ListModel<StoppedPhone>>();
        stops.MapDelete("/{phone}", ReleaseAsync).For(Ability.ReleasePhones).Produces(StatusCodes.Status204NoContent).ProducesNotFound();
    }

    /// <summary>Whether an emergency call would go out now, and the log of such calls and of the tests, the youngest first.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Emergency(WebBackend backend) => Results.Ok(Model(backend));

    /// <summary>Phones whose calls to the outside the guard against fraud has stopped.</summary>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> StopsAsync(WebBackend backend) =>
        Results.Ok(new ListModel<StoppedPhone>(await backend.Gate.StoppedAsync()));

    /// <summary>Lets a phone call outside again.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> ReleaseAsync(string phone, HttpContext context, WebBackend backend) =>
        await backend.Gate.ReleaseAsync(phone, Access.NameOf(context.User))
            ? Results.NoContent()
            : ApiProblem.NotFound("The calls of this phone are not stopped.", "GET /api/v1/outbound/stops lists those that are.");

    /// <summary>The same for the page.</summary>
    internal static EmergencyModel Model(WebBackend backend)
    {
        var entries = new JournalReader(backend.Database).Emergencies(MostEntries);
        return new EmergencyModel(
            !backend.Live.Current.Faults.ContainsKey(LiveBoard.EmergencyCalls), [.. entries.Select(EmergencyEntryModel.Of)]);
    }
}
