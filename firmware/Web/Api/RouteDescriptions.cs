using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Switchhook.Web.Api;

/// <summary>Tells the OpenAPI document what a route takes and which error answers it gives.</summary>
internal static class RouteDescriptions
{
    public static RouteHandlerBuilder ProducesWrong(this RouteHandlerBuilder route) => route.ProducesError(StatusCodes.Status400BadRequest);

    public static RouteHandlerBuilder ProducesNotFound(this RouteHandlerBuilder route) =>
        route.ProducesError(StatusCodes.Status404NotFound);

    public static RouteHandlerBuilder ProducesError(this RouteHandlerBuilder route, int status) =>
        route.Produces<Errors.ApiProblem>(status, Errors.ApiProblem.ContentType);

    /// <summary>
    /// A body that the route reads by itself. Only described: <c>Accepts</c> would also take part in the choice of the route, and a request
    /// with another content type, or without one, would end at the route for unknown addresses.
    /// </summary>
    public static RouteHandlerBuilder DescribesBody<T>(this RouteHandlerBuilder route, bool isRequired, params string[] contentTypes) =>
        route.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = isRequired,
                Content = contentTypes.ToDictionary(
                    type => type,
                    type => new OpenApiMediaType { Schema = type.StartsWith("audio/", StringComparison.Ordinal) ? Binary() : schema },
                    StringComparer.Ordinal),
            };
        });

    /// <summary>
    /// Query parameters that the route takes as text and checks by itself, so that a mistake is answered with its place and cure.
    /// </summary>
    public static RouteHandlerBuilder DescribesQuery(
        this RouteHandlerBuilder route, JsonSchemaType type, string? format, params string[] names) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(known => names.Contains(known.Name)) ?? [])
            {
                parameter.Schema = new OpenApiSchema { Type = type, Format = format };
            }

            return Task.CompletedTask;
        });

    /// <summary>A query parameter that is sent once for each value, and that the route reads by itself.</summary>
    public static RouteHandlerBuilder DescribesList(this RouteHandlerBuilder route, string name, string description) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Required = true,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            });
            return Task.CompletedTask;
        });

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
