using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>The first start: whoever has the claim code makes the first account. Afterwards the page is closed for good.</summary>
internal static class ClaimPages
{
    private const int MaxCode = 64;

    public static void MapClaimPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/claim", (Stores stores) =>
            stores.Accounts.Any() ? Results.Redirect("/sign-in") : Fragment.Of<ClaimPage>(new ClaimView("", [])))
            .AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/claim", ClaimAsync).AsForm().AllowAnonymous();
    }

    private static async Task<IResult> ClaimAsync(HttpContext context, WebBackend backend, Stores stores, PasswordQueue passwords)
    {
        if (stores.Accounts.Any())
        {
            return SeeOther.Result("/sign-in");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (code, name, password) = (form.Field("code").Trim(), form.Field("name").Trim(), form.Field("password"));
        AuditNote.By(context, name);
        string?[] found = [AccountRules.TroubleWithName(name), AccountRules.TroubleWithPassword(password, form.Field("again"), name)];
        if (found.OfType<string>().ToList() is { Count: > 0 } troubles)
        {
            return Again(name, StatusCodes.Status400BadRequest, [.. troubles]);
        }

        var brake = new AttemptBrake(stores.Attempts, AttemptKeys.Address("claim", context), "claim");
        var attempt = await passwords.TryAsync(
            brake, () => Redeem(stores.Claim, code, name, password), result => result != AccountOutcome.WrongCode, context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return Again(name, StatusCodes.Status429TooManyRequests, RetryAfter.Say(context, wait));
        }

        switch (attempt.Result)
        {
            case AccountOutcome.Done:
                Access.SetCookie(context, stores.Sessions.Begin(name, Access.BrowserOf(context)));
                return SeeOther.Result(backend.Site.IsExample ? "/welcome" : "/");
            case AccountOutcome.ClaimedBefore:
                return SeeOther.Result("/sign-in");
            case AccountOutcome.WrongCode:
                return Again(name, StatusCodes.Status401Unauthorized, "The claim code is wrong. The box prints it when it starts.");
            default:
                return Again(name, StatusCodes.Status400BadRequest, OutcomeWords.Of(attempt.Result));
        }
    }

    private static AccountOutcome Redeem(ClaimCode claim, string code, string name, string password) =>
        code.Length <= MaxCode ? claim.Redeem(code, name, password) : AccountOutcome.WrongCode;

    private static IResult Again(string name, int status, params string[] troubles) =>
        Fragment.Of<ClaimPage>(new ClaimView(name, troubles), status);
}
