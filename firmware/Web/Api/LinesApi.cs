using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>Lines to the exchange, and trunks.</summary>
internal static class LinesApi
{
    public static void MapLinesApi(this IEndpointRouteBuilder api)
    {
        var lines = api.MapGroup("/lines").WithTags("Lines").For(Ability.Live);
        lines.MapGet("/", List).Produces<ListModel<LineModel>>();
        lines.MapGet("/{name}", One).Produces<LineModel>().ProducesNotFound();
    }

    /// <summary>All lines and trunks of the site, with what they do now.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult List(WebBackend backend) =>
        Results.Ok(new ListModel<LineModel>(LineModel.AllOf(backend.Site.Model, backend.Live.Current)));

    /// <summary>One line or trunk.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    internal static IResult One(string name, WebBackend backend) =>
        LineModel.AllOf(backend.Site.Model, backend.Live.Current).FirstOrDefault(line => line.Name == name) is { } found
            ? Results.Ok(found)
            : ApiProblem.NotFound("There is no line of that name.", "GET /api/v1/lines lists the lines.");
}
