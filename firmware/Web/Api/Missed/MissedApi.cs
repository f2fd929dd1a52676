using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Missed.Models;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams.Missed;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Missed;

/// <summary>Callers from outside who got nobody.</summary>
internal static class MissedApi
{
    public static void MapMissedApi(this IEndpointRouteBuilder api)
    {
        var missed = api.MapGroup("/missed").WithTags("Missed").For(Ability.Missed);
        missed.MapGet("/", List).Produces<ListModel<MissedModel>>();
        missed.MapGet("/{id}", One).Produces<MissedModel>().ProducesNotFound();
        missed.MapPost("/{id}/claim", ClaimAsync).For(Ability.WorkMissed).IsCommand();
        missed.MapPost("/{id}/release", ReleaseAsync).For(Ability.WorkMissed).IsCommand();
        missed.MapPost("/{id}/dismiss", DismissAsync).For(Ability.WorkMissed).IsCommand();
        missed.MapPost("/{id}/call", CallAsync).For(Ability.WorkMissed).IsCommand().ProducesWrong();
    }

    /// <summary>All of the last 30 days: those that nobody has called back first, the last caller at the top.</summary>
    /// <param name="desk">The list.</param>
    internal static IResult List(IMissedDesk desk) =>
        Results.Ok(new ListModel<MissedModel>([.. desk.Current.All.Select(MissedModel.Of)]));

    /// <summary>One missed caller.</summary>
    /// <param name="id">The digits of the number, as the list has them.</param>
    /// <param name="desk">The list.</param>
    internal static IResult One(string id, IMissedDesk desk) =>
        desk.Current.Find(id) is { } row ? Results.Ok(MissedModel.Of(row)) : NoSuchCaller();

    /// <summary>Takes a caller on, so that others need not call too.</summary>
    /// <param name="id">The digits of the number, as the list has them.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">The list.</param>
    internal static async Task<IResult> ClaimAsync(string id, HttpContext context, IMissedDesk desk) =>
        desk.Current.Find(id) is null ? NoSuchCaller() : Answer(await desk.ClaimAsync(id, Access.NameOf(context.User)));

    /// <summary>Gives a caller back, whoever has taken it on.</summary>
    /// <param name="id">The digits of the number, as the list has them.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">The list.</param>
    internal static async Task<IResult> ReleaseAsync(string id, HttpContext context, IMissedDesk desk) =>
        desk.Current.Find(id) is null ? NoSuchCaller() : Answer(await desk.ReleaseAsync(id, Access.NameOf(context.User)));

    /// <summary>Closes a caller who needs no call.</summary>
    /// <param name="id">The digits of the number, as the list has them.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">The list.</param>
    internal static async Task<IResult> DismissAsync(string id, HttpContext context, IMissedDesk desk) =>
        desk.Current.Find(id) is null ? NoSuchCaller() : Answer(await desk.DismissAsync(id, Access.NameOf(context.User)));

    /// <summary>Rings a phone, and calls the caller for it, by the site's rules for calls out. The caller is claimed by that.</summary>
    /// <param name="id">The digits of the number, as the list has them.</param>
    /// <param name="who">The phone.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The list.</param>
    internal static async Task<IResult> CallAsync(
        string id, MissedCallModel who, HttpContext context, WebBackend backend, IMissedDesk desk)
    {
        if (desk.Current.Find(id) is null)
        {
            return NoSuchCaller();
        }

        return backend.Site.Model.Phones.ContainsKey(who.Phone)
            ? Answer(await desk.CallAsync(id, who.Phone, Access.NameOf(context.User)))
            : ApiProblem.Wrong(new ApiMistake("phone", "There is no phone of that number.", "GET /api/v1/phones lists the phones."));
    }

    private static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status204NoContent)
        .ProducesNotFound()
        .ProducesError(StatusCodes.Status409Conflict);

    private static IResult Answer(string? why) => why is null ? Results.NoContent() : ApiProblem.NotNow(why);

    private static IResult NoSuchCaller() =>
        ApiProblem.NotFound("No missed caller has this id.", "GET /api/v1/missed lists the missed callers.");
}
