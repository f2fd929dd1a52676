using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;

namespace Switchhook.Web.Api;

/// <summary>Lines to the exchange.</summary>
internal static class LinesApi
{
    public static void MapLinesApi(this IEndpointRouteBuilder api)
    {
        var lines = api.MapGroup("/lines").WithTags("Lines");
        lines.MapGet("/", List).Produces<ListModel<LineModel>>();
        lines.MapGet("/{name}", One).Produces<LineModel>().ProducesNotFound();
    }

    /// <summary>All lines of the site, with what they do now.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult List(WebBackend backend)
    {
        var live = backend.Live.Current;
        return Results.Ok(new ListModel<LineModel>([.. backend.Site.Model.Lines.Values.Select(line => LineModel.Of(line, live))]));
    }

    /// <summary>One line.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    internal static IResult One(string name, WebBackend backend) =>
        backend.Site.Model.Lines.TryGetValue(name, out var line)
            ? Results.Ok(LineModel.Of(line, backend.Live.Current))
            : ApiProblem.NotFound("There is no line of that name.", "GET /api/v1/lines lists the lines.");
}
