using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Security;

/// <summary>How a request shows who sends it.</summary>
internal static class Access
{
    /// <summary>Name of the one authentication scheme.</summary>
    public const string Scheme = "switchhook";

    private const string Cookie = "switchhook-session";

    /// <summary>Longest secret that is looked up.</summary>
    public const int MaxSecret = 256;

    /// <summary>Authentication type of a browser's session.</summary>
    public const string BySession = "session";

    /// <summary>Authentication type of an API key.</summary>
    public const string ByKey = "key";

    private const string Bearer = "Bearer ";

    /// <summary>True when the request carries a key, right or wrong.</summary>
    public static bool HasBearer(HttpRequest request) => KeyOf(request) is not null;

    /// <summary>The key in <c>Authorization: Bearer</c> (RFC 6750, section 2.1); null when there is none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    /// <summary>The person or key behind a request that passed the gate, as the list of versions shows it.</summary>
    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";

    /// <summary>The account of a browser's session.</summary>
    /// <exception cref="InvalidOperationException">The request came with a key.</exception>
    public static string AccountOf(ClaimsPrincipal user) =>
        user.Identity is { AuthenticationType: BySession, Name: { } name }
            ? name
            : throw new InvalidOperationException("A key is no person; this route is for sessions.");

    /// <summary>The session of a browser that is signed in; null for others.</summary>
    public static Session? SessionOf(HttpContext context, Stores stores) =>
        SessionSecretOf(context.Request) is { Length: > 0 and <= MaxSecret } secret ? stores.Sessions.Find(secret) : null;

    /// <summary>The secret of a session as a request has it, right or wrong; null for none.</summary>
    public static string? SessionSecretOf(HttpRequest request) => request.Cookies[NameOfCookie(Cookie, request)];

    /// <summary>
    /// The name of a cookie. By TLS it begins with <c>__Host-</c>: then a browser takes it from this host alone, for this host alone and
    /// by TLS alone (draft-ietf-httpbis-rfc6265bis, section 4.1.3.2), and none that was set without TLS is taken for it.
    /// </summary>
    public static string NameOfCookie(string plain, HttpRequest request) => request.IsHttps ? $"__Host-{plain}" : plain;

    /// <summary>What a browser says of itself.</summary>
    public static string BrowserOf(HttpContext context) => context.Request.Headers.UserAgent.ToString();

    /// <summary>Who may pass: somebody known, whose role allows what the route needs; and what a route adds.</summary>
    public static AuthorizationPolicy Policy(Func<AuthorizationPolicyBuilder, AuthorizationPolicyBuilder> more) =>
        more(new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new RoleRequirement())).Build();

    /// <summary>Gives the browser its session.</summary>
    public static void SetCookie(HttpContext context, string secret) =>
        context.Response.Cookies.Append(NameOfCookie(Cookie, context.Request), secret, CookieOptions(context));

    /// <summary>Takes the session from the browser.</summary>
    public static void DropCookie(HttpContext context) =>
        context.Response.Cookies.Delete(NameOfCookie(Cookie, context.Request), CookieOptions(context));

    // The store ends sessions earlier than that when it sees fit.
    private static CookieOptions CookieOptions(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(30),
    };
}
