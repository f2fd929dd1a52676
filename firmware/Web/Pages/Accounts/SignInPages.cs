using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.SecondFactors;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>Signing in and out. The answer never tells whether an account exists.</summary>
internal static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Show).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-in", SignInAsync).AsForm().AllowAnonymous();
        routes.MapPost("/sign-in/code", GiveCodeAsync).AsForm().AllowAnonymous();
        routes.MapPost("/sign-out", SignOut).AsForm().For(Ability.Own);
    }

    private static IResult Show(HttpContext context, Stores stores) => stores.Accounts.Any()
        ? Fragment.Of<SignInPage>(new SignInView(OwnPath(context.Request.Query["return"]), "", null))
        : Results.Redirect("/claim");

    private static async Task<IResult> SignInAsync(HttpContext context, Stores stores, PasswordQueue passwords, CodeTicket tickets)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password) = (form.Field("name").Trim(), form.Field("password"));
        AuditNote.By(context, name);
        var back = OwnPath(form.Field("return"));
        var brake = new AttemptBrake(stores.Attempts, AttemptKeys.Address("password", context), AttemptKeys.Account(name));
        var attempt = await passwords.TryAsync(
            brake, () => stores.Accounts.Verify(name, password), account => account is not null, context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return Again(back, name, StatusCodes.Status429TooManyRequests, RetryAfter.Say(context, wait));
        }

        if (attempt.Result is not { } account)
        {
            return Again(back, name, StatusCodes.Status401Unauthorized, "Name or password is wrong.");
        }

        if (stores.Factors?.Since(account.Name) is not null)
        {
            AuditNote.Names(context, "the password was right, a code is asked for");
            return Fragment.Of<CodePage>(new CodeView(tickets.Of(account.Name, account.PasswordSetAt), back, null));
        }

        Access.SetCookie(context, stores.Sessions.Begin(account.Name, Access.BrowserOf(context)));
        return SeeOther.Result(back);
    }

    private static async Task<IResult> GiveCodeAsync(HttpContext context, Stores stores, PasswordQueue passwords, CodeTicket tickets)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (ticket, back) = (form.Field("ticket"), OwnPath(form.Field("return")));

        // Locked, or with another password since, it begins again.
        if (tickets.Read(ticket) is not { } right || stores.Accounts.Get(right.Account) is not { LockedAt: null } account
            || account.PasswordSetAt.ToUnixTimeMilliseconds() != right.PasswordSetAt)
        {
            return Again(back, "", StatusCodes.Status401Unauthorized, "That took too long. Sign in again.");
        }

        AuditNote.By(context, account.Name);
        var attempt = await passwords.TryAsync(
            FactorPages.Brake(account.Name, stores),
            () => stores.Factors?.Check(account.Name, form.Field("code")) == true,
            isRight => isRight,
            context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return Fragment.Of<CodePage>(
                new CodeView(ticket, back, RetryAfter.Say(context, wait)), StatusCodes.Status429TooManyRequests);
        }

        if (!attempt.Result)
        {
            return Fragment.Of<CodePage>(
                new CodeView(ticket, back, "The code is wrong, or was used before. Wait for the next one."),
                StatusCodes.Status401Unauthorized);
        }

        Access.SetCookie(context, stores.Sessions.Begin(account.Name, Access.BrowserOf(context)));
        return SeeOther.Result(back);
    }

    private static IResult SignOut(HttpContext context, Stores stores)
    {
        var secret = Access.SessionSecretOf(context.Request);
        var ended = secret is not { Length: > 0 and <= Access.MaxSecret } || stores.Sessions.End(secret);
        Access.DropCookie(context);
        return ended
            ? SeeOther.Result("/sign-in")
            : Fragment.Of<ErrorPage>(
                new ErrorWords(
                    "This browser is signed out, but the disk is full, so that a copy of its session would go on.",
                    "Free some space, and change the password: that ends all sessions."),
                StatusCodes.Status507InsufficientStorage);
    }

    private static IResult Again(string back, string name, int status, string trouble) =>
        Fragment.Of<SignInPage>(new SignInView(back, name, trouble), status);

    // Only a path of our own: "//host" and "/\host" would lead elsewhere.
    private static string OwnPath(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length <= 400 && !path.Any(char.IsControl) ? path : "/";
}
