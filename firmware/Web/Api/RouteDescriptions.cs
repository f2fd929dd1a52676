using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

using Switchhook.Web.Api.Errors;
namespace Switchhook.Web.Api;

/// <summary>Tells the OpenAPI document which error answers a route gives.</summary>
internal static class RouteDescriptions
{
    public static RouteHandlerBuilder ProducesWrong(this RouteHandlerBuilder route) => route.ProducesError(StatusCodes.Status400BadRequest);

    public static RouteHandlerBuilder ProducesNotFound(this RouteHandlerBuilder route) =>
        route.ProducesError(StatusCodes.Status404NotFound);

    public static RouteHandlerBuilder ProducesError(this RouteHandlerBuilder route, int status) =>
        route.Produces<ApiProblem>(status, ApiProblem.ContentType);
}
