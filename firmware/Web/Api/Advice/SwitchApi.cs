using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Site.Switching;
using Switchhook.Web.Advice;
using Switchhook.Web.Api.Advice.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Advice;

/// <summary>From a hunt group to a queue, and back.</summary>
internal static class SwitchApi
{
    public static void MapSwitchApi(this IEndpointRouteBuilder api) => api.MapGroup("/site").WithTags("Site")
        .MapPost("/switch", SwitchAsync)
        .For(Ability.ChangeSite)
        .Produces<SwitchModel>()
        .ProducesWrong()
        .ProducesNotFound()
        .ProducesError(StatusCodes.Status409Conflict)
        .ProducesError(StatusCodes.Status412PreconditionFailed)
        .ProducesError(StatusCodes.Status422UnprocessableEntity);

    /// <summary>
    /// Writes the site file in force with a hunt group as a queue of the same name and phones, or a queue as the hunt group that it was.
    /// Tells the new file and the lines that change; with <c>apply</c> it is put in force like any other. With If-Match only while that
    /// version is in force.
    /// </summary>
    /// <param name="command">What is switched.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="switcher">Writes the file.</param>
    internal static async Task<IResult> SwitchAsync(
        SwitchCommandModel command, HttpContext context, WebBackend backend, SiteSwitch switcher)
    {
        if (command.Group is null == command.Queue is null)
        {
            return ApiProblem.Wrong(new ApiMistake(
                "body", "One thing is switched at a time.", "Send the hunt group that becomes a queue as group, or the queue as queue."));
        }

        var way = command.Group is null ? SwitchWay.ToGroup : SwitchWay.ToQueue;
        if (switcher.Draft(way, (command.Group ?? command.Queue)!) is not { } draft)
        {
            return ApiProblem.NotFound("No version of the site file is kept.", "Put the site file first.");
        }

        if (SiteApi.Unexpected(context.Request, draft.Base) is { } refusal)
        {
            return refusal;
        }

        if (draft.Text is null)
        {
            return SiteApi.Wrong(draft.Mistakes, 0);
        }

        var told = new SwitchModel(draft.Base, draft.Text, draft.Diff, [.. draft.Mistakes.Select(SiteApi.OfSite)], null);
        if (!command.Apply)
        {
            return Results.Ok(told);
        }

        var outcome = await backend.Site.ApplyAsync(
            draft.Text, new SiteChange(Access.NameOf(context.User)) { Base = draft.Base.Number }, context.RequestAborted);
        return SiteApi.Answer(outcome, applied => told with { Version = applied.Version });
    }
}
