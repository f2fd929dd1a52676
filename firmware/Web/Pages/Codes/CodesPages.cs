using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Codes;
using Switchhook.Web.Components;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Codes;

/// <summary>What can be dialled at the phones, to look up and to print.</summary>
internal static class CodesPages
{
    public static void MapCodesPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/codes", (WebBackend backend) => Fragment.Of<CodesPage>(CodesModel.Of(backend.Site.Model))).ExcludeFromDescription()
            .For(Ability.Live);
}
