using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>Puts on every answer the headers that keep a browser from doing what no page of ours needs.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // 'self' only: no inline script or style, no eval, no frames, no plug-ins, nothing from elsewhere.
    internal const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Not for names below this one, which may be other machines. For a day: once the authority is another one (a lost key, a new box under
    // the old name), a browser that holds to TLS lets nobody past its warning, not even to fetch the new authority.
    internal const string TlsOnly = "max-age=86400";

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
