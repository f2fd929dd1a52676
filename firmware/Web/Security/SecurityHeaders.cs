using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>Puts on every answer the headers that keep a browser from doing what no page of ours needs.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // 'self' only: no inline script or style, no eval, no frames, no plug-ins, nothing from elsewhere.
    internal const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // Not "no-referrer": with that, browsers send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // Pages and answers hold callers' numbers; a route that serves something public says so itself.
        headers.CacheControl = "no-store";
        return next(context);
    }
}
