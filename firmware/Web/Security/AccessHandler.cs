using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Security;

/// <summary>Knows a request by its session cookie or its API key, and tells a stranger where to sign in.</summary>
internal sealed class AccessHandler(
    IOptionsMonitor<AccessOptions> options, ILoggerFactory logs, UrlEncoder encoder, Stores stores, WebBackend backend)
    : AuthenticationHandler<AccessOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Access.KeyOf(Request) is { } key ? ByKey(key) : BySession());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Answers.IsForProgram(Request))
        {
            Response.Headers.WWWAuthenticate = "Bearer";
            await Answers.WriteAsync(
                Context,
                StatusCodes.Status401Unauthorized,
                "This needs a login.",
                "Send an API key as 'Authorization: Bearer KEY'; keys are made on the account page or with './appliance token'.");
            return;
        }

        var place = SignInPlace();
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers["HX-Redirect"] = place;
            return;
        }

        Response.Redirect(place);
    }

    // Tells nothing of what is there: who may not open it does not learn whether it exists.
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Answers.WriteRefusalAsync(Context);

    private string SignInPlace()
    {
        if (!stores.Accounts.Any())
        {
            return "/claim";
        }

        var isPage = HttpMethods.IsGet(Request.Method) && !Request.Headers.ContainsKey("HX-Request");
        var wanted = isPage ? Request.Path + Request.QueryString.Value : "/";
        return wanted == "/" ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(wanted)}";
    }

    private AuthenticateResult BySession()
    {
        var secret = Request.Cookies[Access.Cookie];
        return secret is { Length: > 0 and <= Access.MaxSecret } && stores.Sessions.Find(secret) is { } session
            && stores.Accounts.Get(session.Account) is { LockedAt: null } account
            ? Success(account.Name, Access.BySession, account.Rights)
            : AuthenticateResult.NoResult();
    }

    private AuthenticateResult ByKey(string key)
    {
        // 256 random bits need no brake: nobody guesses them, and a program with an old key must not lock out its neighbours.
        return key.Length is > 0 and <= Access.MaxSecret && stores.Tokens.Find(key) is { } token && IsInForce(token)
            ? Success($"key {token.Name}", Access.ByKey, token.Rights)
            : AuthenticateResult.Fail("There is no such key, or the partner is not let in.");
    }

    private bool IsInForce(ApiToken token) =>
        !token.IsPartner || (backend.Live.Current.PartnerUntil is { } until && backend.Time.GetUtcNow() < until);

    private AuthenticateResult Success(string name, string kind, Rights rights)
    {
        Context.RequestServices.GetRequiredService<Visitor>().Rights = rights;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], kind);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}

/// <summary>The scheme has no settings.</summary>
internal sealed class AccessOptions : AuthenticationSchemeOptions;
