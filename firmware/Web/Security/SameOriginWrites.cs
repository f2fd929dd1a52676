using Microsoft.AspNetCore.Http;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Security;

/// <summary>
/// Refuses requests that change something and that a browser sent from a page which is not ours. Requests with a key in
/// <c>Authorization</c> are exempt: no browser adds one by itself.
/// </summary>
/// <remarks>
/// Sec-Fetch-Site: W3C Fetch Metadata, section 2.4; sent over HTTPS and to localhost only, therefore Origin (RFC 6454, section 7) as well.
/// </remarks>
internal sealed class SameOriginWrites(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsRead(request.Method) || Access.HasBearer(request) || IsOurs(request))
        {
            return next(context);
        }

        return Answers.WriteAsync(
            context,
            StatusCodes.Status403Forbidden,
            "This request did not come from a page of this box.",
            "Open the page again and repeat it there; programs send an API key in the Authorization header.");
    }

    private static bool IsRead(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
