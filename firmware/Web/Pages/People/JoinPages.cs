using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Accounts;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;

namespace Switchhook.Web.Pages.People;

/// <summary>Where somebody who is invited chooses a password. It tells the name of the account to nobody but who has the code.</summary>
internal static class JoinPages
{
    private const int MaxCode = 64;

    public static void MapJoinPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/join", (string? code) => Fragment.Of<JoinPage>(new JoinView(code is { Length: <= MaxCode } ? code : "", [])))
            .AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/join", JoinAsync).AsForm().AllowAnonymous();
    }

    private static async Task<IResult> JoinAsync(HttpContext context, Stores stores, PasswordQueue passwords)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (code, password) = (form.Field("code").Trim(), form.Field("password"));
        if (AccountRules.TroubleWithPassword(password, form.Field("again"), "") is { } trouble)
        {
            return Again(code, StatusCodes.Status400BadRequest, trouble);
        }

        // What the code opens is looked at in its turn, so that those who guess wait for each other.
        if (code.Length <= MaxCode && stores.Invitations.AccountOf(code) is { } invited)
        {
            AuditNote.By(context, invited);
        }

        var brake = new AttemptBrake(stores.Attempts, AttemptKeys.Address("join", context));
        var attempt = await passwords.TryAsync(
            brake, () => Redeem(stores.Invitations, code, password), result => result != AccountOutcome.WrongCode, context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return Again(code, StatusCodes.Status429TooManyRequests, RetryAfter.Say(context, wait));
        }

        return attempt.Result switch
        {
            AccountOutcome.Done => SeeOther.Result("/sign-in"),
            AccountOutcome.WrongCode => Again(
                code,
                StatusCodes.Status401Unauthorized,
                "The code is wrong, used up or older than a day. Ask who invited you for another."),
            AccountOutcome.NameUnfit => Again(code, StatusCodes.Status400BadRequest, "The password must not hold the name."),
            var outcome => Again(code, StatusCodes.Status409Conflict, OutcomeWords.Of(outcome)),
        };
    }

    private static AccountOutcome Redeem(Invitations invitations, string code, string password) =>
        code.Length > MaxCode || invitations.AccountOf(code) is not { } name ? AccountOutcome.WrongCode
        : AccountRules.TroubleWithPassword(password, password, name) is not null ? AccountOutcome.NameUnfit
        : invitations.Redeem(code, password).Outcome;

    private static IResult Again(string code, int status, params string[] troubles) =>
        Fragment.Of<JoinPage>(new JoinView(code.Length <= MaxCode ? code : "", troubles), status);
}

/// <summary>The page on which somebody who is invited chooses a password.</summary>
/// <param name="Code">As the address or the person says.</param>
/// <param name="Troubles">Why it did not work; empty at first.</param>
public sealed record JoinView(string Code, IReadOnlyList<string> Troubles);
