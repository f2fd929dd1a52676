using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Journal;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>How phones on the network are set up.</summary>
internal static class ProvisioningApi
{
    public static void MapProvisioningApi(this IEndpointRouteBuilder api)
    {
        var phones = api.MapGroup("/phones").WithTags("Phones").For(Ability.SetUpPhones);
        phones.MapGet("/{number}/provisioning", Read)
            .Produces<ProvisioningModel>().ProducesNotFound().ProducesError(StatusCodes.Status503ServiceUnavailable);
        phones.MapPost("/{number}/provisioning/renew", Renew)
            .Produces<ProvisioningModel>().ProducesNotFound().ProducesError(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Where a SIP phone fetches its configuration, with a QR code for softphones. Made at the first time.</summary>
    /// <param name="number">Extension number.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="addresses">The addresses.</param>
    internal static IResult Read(string number, HttpContext context, WebBackend backend, PhoneAddresses addresses) =>
        IsSip(number, backend) ? Answer(context, addresses.Of(number)) : NoSuchPhone();

    /// <summary>Gives a SIP phone a new address for its configuration; the old one is dead at once.</summary>
    /// <param name="number">Extension number.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="addresses">The addresses.</param>
    /// <param name="setup">Takes the note.</param>
    internal static IResult Renew(string number, HttpContext context, WebBackend backend, PhoneAddresses addresses, PhoneSetup setup)
    {
        if (!IsSip(number, backend))
        {
            return NoSuchPhone();
        }

        var secret = addresses.Renew(number);
        if (secret is not null)
        {
            setup.Note(new PhoneAddressRenewed(number, Access.NameOf(context.User)));
        }

        return Answer(context, secret);
    }

    private static bool IsSip(string number, WebBackend backend) =>
        backend.Site.Model.Phones.TryGetValue(number, out var phone) && phone.Sip is not null;

    private static IResult Answer(HttpContext context, string? secret) => secret is null
        ? new ApiProblem(
            "The address cannot be kept.",
            StatusCodes.Status503ServiceUnavailable,
            "The disk is full, or the key of the secrets cannot be read; the first page tells more.").ToResult()
        : Results.Ok(ProvisioningModel.Of(context.Request, secret));

    private static IResult NoSuchPhone() => ApiProblem.NotFound(
        "There is no SIP phone of that number.", "GET /api/v1/phones lists the phones; those with a port need no configuration.");
}
