using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Missed;
using Switchhook.Web.Components;
using Switchhook.Web.Seams.Missed;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Missed;

/// <summary>Who called and got nobody: the list that all share.</summary>
internal static class MissedPages
{
    /// <summary>Most rows of those that are done.</summary>
    private const int MostDone = 50;

    public static void MapMissedPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Missed);
        pages.MapGet("/missed", Show<MissedPage>);
        pages.MapGet("/live/missed", Show<MissedList>);
        pages.MapPost("/missed/{id}/{action:regex(^(claim|release|dismiss|call)$)}", CommandAsync).AsForm()
            .For(Ability.WorkMissed);
    }

    private static IResult Show<T>(WebBackend backend, IMissedDesk desk)
        where T : IComponent => Fragment.Of<T>(View(backend, desk));

    private static async Task<IResult> CommandAsync(string id, string action, HttpContext context, WebBackend backend, IMissedDesk desk)
    {
        var (form, by) = (await context.Request.ReadFormAsync(context.RequestAborted), Access.NameOf(context.User));
        var phone = form.Field("phone");
        var trouble = action switch
        {
            "claim" => await desk.ClaimAsync(id, by),
            "release" => await desk.ReleaseAsync(id, by),
            "dismiss" => await desk.DismissAsync(id, by),
            _ => backend.Site.Model.Phones.ContainsKey(phone)
                ? await desk.CallAsync(id, phone, by)
                : "There is no such phone any more.",
        };
        return trouble is null
            ? SeeOther.Result("/missed")
            : Fragment.Of<MissedPage>(View(backend, desk) with { Troubles = [trouble] }, StatusCodes.Status409Conflict);
    }

    private static MissedView View(WebBackend backend, IMissedDesk desk)
    {
        var site = backend.Site.Model;
        var now = backend.Time.GetUtcNow();
        var all = desk.Current.All.Where(row => now - row.LastAt < MissedProjection.Keep).ToList();
        return new MissedView(
            [.. all.Where(row => row.State != MissedState.Closed)],
            [.. all.Where(row => row.State == MissedState.Closed).OrderByDescending(row => row.Since).Take(MostDone)],
            [.. site.Phones.Values.Select(phone => (phone.Number, phone.Name))],
            new SiteWords(site, now));
    }
}
