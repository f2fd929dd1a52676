using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.SecondFactors;

/// <summary>The second factor of one's own account: set up with a telephone, and off again with the password.</summary>
internal static class FactorPages
{
    public static void MapFactorPages(this IEndpointRouteBuilder routes)
    {
        var factor = routes.MapGroup("/account/second-factor").ExcludeFromDescription().For(Ability.Own)
            .RequireAuthorization(Access.Policy(policy =>
                policy.RequireAssertion(asked => asked.User.Identity?.AuthenticationType == Access.BySession)));
        factor.MapGet("/", (HttpContext context, Stores stores) => Show(View(context, stores)));
        factor.MapPost("/", Begin).AsForm();
        factor.MapPost("/confirm", ConfirmAsync).AsForm();
        factor.MapPost("/remove", RemoveAsync).AsForm();
        routes.MapPost("/people/second-factor", RemoveOfAsync).AsForm().For(Ability.People);
    }

    private static IResult Begin(HttpContext context, Stores stores) =>
        stores.Factors?.Begin(Access.AccountOf(context.User)) is { } key
            ? Show(WithKey(View(context, stores), key))
            : Show(
                View(context, stores) with { Troubles = ["It is on already, or the box cannot keep its key."] },
                StatusCodes.Status409Conflict);

    private static async Task<IResult> ConfirmAsync(HttpContext context, Stores stores, PasswordQueue passwords)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = Access.AccountOf(context.User);
        var attempt = await passwords.TryAsync(
            Brake(name, stores),
            () => stores.Factors?.Confirm(name, form.Field("code")),
            codes => codes is not null,
            context.RequestAborted);
        if (attempt.Result is { } made)
        {
            return Show(View(context, stores) with { Codes = made });
        }

        return attempt.Wait is { } wait
            ? Show(View(context, stores) with { Troubles = [RetryAfter.Say(context, wait)] }, StatusCodes.Status429TooManyRequests)
            : Show(
                View(context, stores) with { Troubles = ["This is not the code of now. Begin again, and check the telephone's clock."] },
                StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, Stores stores, PasswordQueue passwords)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = Access.AccountOf(context.User);
        var attempt = await passwords.TryAsync(
            new AttemptBrake(stores.Attempts, AttemptKeys.Account(name)),
            () => stores.Accounts.Verify(name, form.Field("current")),
            account => account is not null,
            context.RequestAborted);
        if (attempt.Wait is { } wait)
        {
            return Show(View(context, stores) with { Troubles = [RetryAfter.Say(context, wait)] }, StatusCodes.Status429TooManyRequests);
        }

        return attempt.Result is not null && stores.Factors?.Remove(name) == true
            ? SeeOther.Result("/account/second-factor")
            : Show(
                View(context, stores) with { Troubles = ["The password is another one, or it is off already."] },
                StatusCodes.Status400BadRequest);
    }

    // For somebody who lost the telephone and the recovery codes.
    private static async Task<IResult> RemoveOfAsync(HttpContext context, Stores stores)
    {
        var name = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("name");
        AuditNote.Names(context, name);
        stores.Factors?.Remove(name);
        return SeeOther.Result("/people");
    }

    /// <summary>Who tries codes of an account waits, wherever they come from.</summary>
    internal static AttemptBrake Brake(string account, Stores stores) => new(stores.Attempts, $"code of {AttemptKeys.Account(account)}");

    // The address that programs for such codes read from a picture; no standard has it.
    private static FactorView WithKey(FactorView view, string key) => view with
    {
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part))),
        Qr = QrCode.Svg($"otpauth://totp/Switchhook:{Uri.EscapeDataString(view.Name)}?secret={key}&issuer=Switchhook"),
    };

    private static FactorView View(HttpContext context, Stores stores)
    {
        var name = Access.AccountOf(context.User);
        return new FactorView(name, stores.Factors?.Since(name) is not null, stores.Factors?.Left(name) ?? 0);
    }

    private static IResult Show(FactorView view, int status = StatusCodes.Status200OK) => Fragment.Of<FactorPage>(view, status);
}

/// <summary>The second factor of an account.</summary>
/// <param name="Name">The account.</param>
/// <param name="IsOn">True while signing in needs it.</param>
/// <param name="Left">Recovery codes that were not used yet.</param>
public sealed record FactorView(string Name, bool IsOn, int Left)
{
    /// <summary>A key that was just made, as people type it; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The same as a picture.</summary>
    public string? Qr { get; init; }

    /// <summary>Recovery codes that were just made, shown this once; empty for none.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Why it did not work; empty when it did.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}
