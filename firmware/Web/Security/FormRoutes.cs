using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Security;

/// <summary>Routes that take a form of one of our pages: with its antiforgery token, or not at all.</summary>
internal static class FormRoutes
{
    public static RouteHandlerBuilder AsForm(this RouteHandlerBuilder route) => route
        .WithMetadata(RequireToken.Instance)
        .AddEndpointFilter(RefuseForgedAsync)
        .ExcludeFromDescription();

    /// <summary>A field of a form; "" when it was not sent.</summary>
    public static string Field(this IFormCollection form, string name) => form[name] is [{ } value] ? value : "";

    private static async ValueTask<object?> RefuseForgedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.Request.HasFormContentType)
        {
            return await next(context);
        }

        await Answers.WriteStaleFormAsync(http);
        return Results.Empty;
    }

    private sealed class RequireToken : IAntiforgeryMetadata
    {
        public static readonly RequireToken Instance = new();

        public bool RequiresValidation => true;
    }
}
