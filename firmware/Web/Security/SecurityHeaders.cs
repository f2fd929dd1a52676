using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>Puts on every answer the headers that keep a browser from doing what no page of ours needs.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // 'self' only: no inline script or style, no eval, no frames, no plug-ins, nothing from elsewhere.
    internal const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A year, from the last visit on. Names below this one may be other machines.
    internal const string TlsOnly = "max-age=31536000";

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

        // RFC 6797, section 7.2: by TLS alone. The box's own pages without TLS lie at localhost too, and must stay within reach.
        if (context.Request is { IsHttps: true, Host.Host: not "localhost" })
        {
            headers.StrictTransportSecurity = TlsOnly;
        }

        return next(context);
    }
}
