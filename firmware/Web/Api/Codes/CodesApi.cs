using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Codes;

/// <summary>What can be dialled at the phones besides numbers.</summary>
internal static class CodesApi
{
    public static void MapCodesApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/codes", Read).For(Ability.Live).WithTags("Phones").Produces<CodesModel>();

    /// <summary>The codes that the phones of this site can dial, and its short numbers.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult Read(WebBackend backend) => Results.Ok(CodesModel.Of(backend.Site.Model));
}
