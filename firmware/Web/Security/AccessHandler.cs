using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Security;

/// <summary>Knows a request by its session cookie or its API key, and tells a stranger where to sign in.</summary>
internal sealed class AccessHandler(
    IOptionsMonitor<AccessOptions> options, ILoggerFactory logs, UrlEncoder encoder, Stores stores, Gatekeeper gatekeeper)
    : AuthenticationHandler<AccessOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Shown.Of(Request);
        return Task.FromResult(
            gatekeeper.Find(shown) is { } known ? Success(known)
            : shown.Key is not null ? AuthenticateResult.Fail("There is no such key, or the partner is not let in.")
            : AuthenticateResult.NoResult());
    }

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

    private AuthenticateResult Success(Known known)
    {
        Context.RequestServices.GetRequiredService<Visitor>().Rights = known.Rights;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, known.Name)], known.By);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}

/// <summary>The scheme has no settings.</summary>
internal sealed class AccessOptions : AuthenticationSchemeOptions;
