using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Switchhook.Web.Security;

/// <summary>Lets the forms of the site file be larger than all others, within bounds of their own.</summary>
internal sealed class FormLimits(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Before the antiforgery check, which reads the form.
        if (context.GetEndpoint()?.Metadata.GetMetadata<LargeForm>() is { } form)
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, form.Options));
        }

        return next(context);
    }
}

/// <summary>Marks a route that takes a large form.</summary>
internal sealed class LargeForm(int values, int longest)
{
    /// <summary>Its limits.</summary>
    public FormOptions Options { get; } = new() { ValueCountLimit = values, ValueLengthLimit = longest };

    /// <summary>A form of up to so many values and characters in each; encoded for sending a character takes up to nine bytes.</summary>
    public static RouteHandlerBuilder On(RouteHandlerBuilder route, int values, int longest, int mostBytes) => route.AsForm()
        .WithMetadata(new LargeForm(values, longest), new RequestSizeLimitAttribute(mostBytes));
}
