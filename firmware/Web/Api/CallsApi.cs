using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Calls;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>Calls, in progress and over, and the journal of each.</summary>
internal static class CallsApi
{
    public static void MapCallsApi(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/calls").WithTags("Calls").For(Ability.Calls, Reach.Call);
        calls.MapGet("/", List).For(Ability.Calls, Reach.Seen).DescribesQuery(JsonSchemaType.Integer, null, "limit")
            .DescribesQuery(JsonSchemaType.String, "date-time", "from", "to")
            .Produces<ListModel<CallModel>>().ProducesWrong();
        calls.MapGet("/{id}", One).Produces<CallModel>().ProducesNotFound();
        calls.MapGet("/{id}/journal", Journal).Produces<ListModel<EventModel>>().ProducesNotFound();
    }

    /// <summary>Lists calls, newest first.</summary>
    /// <param name="limit">Most calls to return, 1 to 200; 50 when left out.</param>
    /// <param name="before">Value of <c>next</c> of the page before.</param>
    /// <param name="from">Only calls that started at or after this time.</param>
    /// <param name="to">Only calls that started before this time.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult List(string? limit, string? before, string? from, string? to, Stores stores, Visitor visitor)
    {
        var input = new CallQueryInput(limit, before, from, to);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var page = Paging.Read(stores.Calls, input.Query with { Queues = visitor.Queues });
        return Results.Ok(new ListModel<CallModel>([.. page.Calls.Select(CallModel.Of)], page.Next));
    }

    /// <summary>One call, with its visits to queues and the surveys that its caller was asked.</summary>
    /// <param name="id">The call.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult One(string id, Stores stores) =>
        stores.Calls.Find(new CallId(id)) is { } call
            ? Results.Ok(CallModel.Of(call) with
            {
                Visits = [.. stores.Facts.VisitsOf(call.Id).Select(VisitModel.Of)],
                Surveys = [.. stores.Surveys.OfCall(call.Id).Select(AskedSurveyModel.Of)],
            })
            : NoSuchCall();

    /// <summary>What happened in a call, in order, with the reasons in words.</summary>
    /// <param name="id">The call.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult Journal(string id, Stores stores)
    {
        var events = stores.Calls.Journal(new CallId(id));
        return events.Count == 0 ? NoSuchCall() : Results.Ok(new ListModel<EventModel>([.. events.Select(EventModel.Of)]));
    }

    private static IResult NoSuchCall() =>
        ApiProblem.NotFound("There is no call of that id.", "GET /api/v1/calls lists the calls with their ids.");
}
