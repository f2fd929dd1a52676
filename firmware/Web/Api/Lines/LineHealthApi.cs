using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Lines;

/// <summary>How lines and trunks are.</summary>
internal static class LineHealthApi
{
    public static void MapLineHealthApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/line-health", List).For(Ability.Lines).WithTags("Lines").Produces<ListModel<LineHealthModel>>();
        api.MapGet("/lines/{name}/health", One).For(Ability.Lines).WithTags("Lines").Produces<LineHealthModel>().ProducesNotFound();
    }

    /// <summary>All lines and trunks with their health: now, and faults and calls of the last 30 days.</summary>
    /// <param name="book">Knows it.</param>
    internal static IResult List(LineHealthBook book) => Results.Ok(new ListModel<LineHealthModel>(book.All()));

    /// <summary>The health of one line or trunk.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="book">Knows it.</param>
    internal static IResult One(string name, LineHealthBook book) => book.One(name) is { } found
        ? Results.Ok(found)
        : ApiProblem.NotFound("There is no line of that name.", "GET /api/v1/lines lists the lines.");
}
