using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Design;

/// <summary>The design system on a page of its own, for who makes pages, and for who wants to know what a colour says.</summary>
internal static class DesignPages
{
    public static void MapDesignPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/design", (Assets assets) => Fragment.Of<DesignPage>(DesignView.Of(DesignTokens.Read(assets))))
            .ExcludeFromDescription().For(Ability.Live);
}
