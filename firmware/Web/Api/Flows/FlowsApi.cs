using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.FlowPictures;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Flows;

/// <summary>What happens to callers, and the way that one would take.</summary>
internal static class FlowsApi
{
    public static void MapFlowsApi(this IEndpointRouteBuilder api)
    {
        var flows = api.MapGroup("/flows").WithTags("Flows").For(Ability.Site);
        flows.MapGet("/", List).Produces<ListModel<FlowPicture>>();
        flows.MapGet("/{name}", One).Produces<FlowPicture>().ProducesNotFound();
        flows.MapPost("/try", TryAsync)
            .Produces<TrialModel>()
            .ProducesWrong()
            .ProducesError(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>
    /// All flows of the site, those to which lines and trunks lead first: who comes to each, its steps, what callers hear there, whom they
    /// ring, and where they lead.
    /// </summary>
    /// <param name="backend">The box.</param>
    internal static IResult List(WebBackend backend) =>
        Results.Ok(new ListModel<FlowPicture>(new FlowPainter(backend.Site.Model).All()));

    /// <summary>One flow.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    internal static IResult One(string name, WebBackend backend) =>
        new FlowPainter(backend.Site.Model).All().FirstOrDefault(flow => flow.Name == name) is { } flow
            ? Results.Ok(flow)
            : ApiProblem.NotFound("There is no flow of that name.", "GET /api/v1/flows lists the flows.");

    /// <summary>
    /// Takes a caller through the flows on paper, by the code that takes calls: the steps that he comes to and why, what he hears, and how
    /// it ends. No call is made and no phone rings; tables are looked up as for a call.
    /// </summary>
    /// <param name="caller">The caller, in fields or as a text.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="trials">Takes him through.</param>
    internal static async Task<IResult> TryAsync(
        TrialCallerModel caller, HttpContext context, WebBackend backend, CallerTrials trials)
    {
        var (site, fields) = (backend.Site.Model, caller.Fields);
        if (caller.Text is not null && fields != new TrialFields())
        {
            return ApiProblem.Wrong(new ApiMistake("text", "A caller is told in a text or in fields.", "Send either text or the fields."));
        }

        var input = new TrialInput(site);
        var request = caller.Text is { } text ? input.Read(text) : input.Read(fields);
        return input.Mistakes.Count > 0
            ? ApiProblem.Wrong(input.Mistakes)
            : Results.Ok(TrialModel.Of(await trials.RunAsync(site, request, context.RequestAborted)));
    }
}
