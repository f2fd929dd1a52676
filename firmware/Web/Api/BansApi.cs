using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>Who is kept out of SIP.</summary>
internal static class BansApi
{
    public static void MapBansApi(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/bans").WithTags("Bans").For(Ability.Network);
        group.MapGet("/", List).Produces<ListModel<BannedAddress>>();
        group.MapDelete("/{address}", Release).Produces(StatusCodes.Status204NoContent).ProducesWrong().ProducesNotFound();
    }

    /// <summary>Addresses that are not heard now, the youngest first.</summary>
    /// <param name="bans">The bans.</param>
    internal static IResult List(INetworkBans bans) => Results.Ok(new ListModel<BannedAddress>([.. bans.List()]));

    /// <summary>Ends a ban, for an office that was locked out by a phone with a wrong password.</summary>
    /// <param name="address">The address.</param>
    /// <param name="context">The request.</param>
    /// <param name="bans">The bans.</param>
    internal static IResult Release(string address, HttpContext context, INetworkBans bans)
    {
        if (!IPAddress.TryParse(address, out var found))
        {
            return ApiProblem.Wrong(
                new ApiMistake("address", "This is no address.", "Write it in numbers, such as 192.0.2.7 or 2001:db8::7."));
        }

        return bans.Release(found, Access.NameOf(context.User))
            ? Results.NoContent()
            : ApiProblem.NotFound("This address is not banned.", "GET /api/v1/bans lists those that are.");
    }
}
