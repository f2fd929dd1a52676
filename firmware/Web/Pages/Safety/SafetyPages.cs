using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api;
using Switchhook.Web.Components;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Safety;

/// <summary>Emergency calls, and phones whose calls to the outside are stopped.</summary>
internal static class SafetyPages
{
    public static void MapSafetyPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/safety").ExcludeFromDescription().For(Ability.Safety);
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/stops/{phone}/release", ReleaseAsync).AsForm().For(Ability.ReleasePhones);
    }

    private static async Task<IResult> ShowAsync(WebBackend backend)
    {
        var words = new SiteWords(backend.Site.Model, backend.Time.GetUtcNow());
        return Fragment.Of<SafetyPage>(new SafetyView(SafetyApi.Model(backend), await backend.Gate.StoppedAsync(), words));
    }

    private static async Task<IResult> ReleaseAsync(string phone, HttpContext context, WebBackend backend)
    {
        await backend.Gate.ReleaseAsync(phone, Access.NameOf(context.User));
        return SeeOther.Result("/safety");
    }
}
