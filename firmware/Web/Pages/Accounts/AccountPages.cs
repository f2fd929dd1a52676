using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.People;
using Switchhook.Web.Hosting;
using Switchhook.Web.Language;
using Switchhook.Web.Pages.People;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>The account of the person who is signed in, and the keys for programs. A key itself cannot come here.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").ExcludeFromDescription().For(Ability.Own)
            .RequireAuthorization(Access.Policy(policy =>
                policy.RequireAssertion(asked => asked.User.Identity?.AuthenticationType == Access.BySession)));
        account.MapGet("/", (HttpContext context, WebBackend backend, Stores stores) => new AccountAnswer(context, backend, stores).Show());
        account.MapPost("/password", ChangePasswordAsync).AsForm();
        account.MapPost("/language", ChooseLanguageAsync).AsForm();
        account.MapPost("/keys", MakeKeyAsync).AsForm().For(Ability.People);
        account.MapPost("/sessions/{id}/end", EndSession).AsForm();
        account.MapPost("/keys/{id}/revoke", (string id, HttpContext context, WebBackend backend, Stores stores) =>
        {
            var answer = new AccountAnswer(context, backend, stores);
            return stores.Tokens.Revoke(id)
                ? answer.Done("The key is taken back.")
                : answer.Trouble("The key could not be taken back: it is gone, or the disk is full.", StatusCodes.Status409Conflict);
        }).AsForm().For(Ability.People);
    }

    private static IResult EndSession(string id, HttpContext context, WebBackend backend, Stores stores)
    {
        var answer = new AccountAnswer(context, backend, stores);
        return stores.Sessions.EndOne(Access.AccountOf(context.User), id)
            ? SeeOther.Result("/account")
            : answer.Trouble("This browser could not be signed out: it is gone, or the disk is full.", StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext context, WebBackend backend, Stores stores, PasswordQueue passwords)
    {
        var answer = new AccountAnswer(context, backend, stores);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = Access.AccountOf(context.User);
        var (current, password) = (form.Field("current"), form.Field("password"));
        if (AccountRules.TroubleWithPassword(password, form.Field("again"), name) is { } trouble)
        {
            return answer.Trouble(trouble);
        }

        var brake = new AttemptBrake(stores.Attempts, AttemptKeys.Account(name));
        var attempt = await passwords.TryAsync(
            brake, () => stores.Accounts.Verify(name, current), account => account is not null, context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return answer.Trouble(RetryAfter.Say(context, wait), StatusCodes.Status429TooManyRequests);
        }

        if (attempt.Result is null)
        {
            return answer.Trouble("The password that you have now is another one.");
        }

        var outcome = await passwords.RunAsync(() => stores.Accounts.SetPassword(name, password), context.RequestAborted);
        if (outcome != AccountOutcome.Done)
        {
            return answer.Trouble(OutcomeWords.Of(outcome), StatusCodes.Status409Conflict);
        }

        // Those that live in memory because the disk was full, too.
        stores.Sessions.EndAll(name);
        Access.SetCookie(context, stores.Sessions.Begin(name, Access.BrowserOf(context)));
        return answer.Done("The password is changed. All other browsers are signed out.");
    }

    // A page of its own after it: this answer is still in the language before.
    private static async Task<IResult> ChooseLanguageAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return PageLanguage.TryChoose(context, form.Field("language"))
            ? SeeOther.Result("/account")
            : new AccountAnswer(context, backend, stores).Trouble("There is no such language.");
    }

    private static async Task<IResult> MakeKeyAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var answer = new AccountAnswer(context, backend, stores);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form.Field("name").Trim();
        AuditNote.Names(context, name);
        if (AccountRules.TroubleWithName(name) is { } trouble)
        {
            return answer.Trouble(trouble);
        }

        if (RoleWords.Read(form, backend.Site.Model) is not { } input)
        {
            return answer.Trouble("There is no such role.");
        }

        if (input.Mistakes is [var mistake, ..])
        {
            return answer.Trouble($"{mistake.Problem} {mistake.Cure}");
        }

        DateTimeOffset? end = null;
        if (form.Field("end") is { Length: > 0 } day)
        {
            end = KeyRules.EndOf(day, backend.Site.Model.TimeZone, backend.Time.GetUtcNow());
            if (end is null)
            {
                return answer.Trouble(KeyRules.WrongEnd);
            }
        }

        return stores.Tokens.Create(name, Access.AccountOf(context.User), false, input.Rights, end) is { } made
            ? answer.Show(newKey: made)
            : answer.Trouble("There are too many keys, or the disk is full. Take back what is not needed.", StatusCodes.Status409Conflict);
    }
}
