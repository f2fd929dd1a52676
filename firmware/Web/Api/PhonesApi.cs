using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>Phones of the house.</summary>
internal static class PhonesApi
{
    public static void MapPhonesApi(this IEndpointRouteBuilder api)
    {
        var phones = api.MapGroup("/phones").WithTags("Phones").For(Ability.Live);
        phones.MapGet("/", List).Produces<ListModel<PhoneModel>>();
        phones.MapGet("/{number}", One).Produces<PhoneModel>().ProducesNotFound();
    }

    /// <summary>All phones of the site, with what they do now.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult List(WebBackend backend)
    {
        var live = backend.Live.Current;
        return Results.Ok(new ListModel<PhoneModel>([.. backend.Site.Model.Phones.Values.Select(phone => PhoneModel.Of(phone, live))]));
    }

    /// <summary>One phone.</summary>
    /// <param name="number">Extension number.</param>
    /// <param name="backend">The box.</param>
    internal static IResult One(string number, WebBackend backend) =>
        backend.Site.Model.Phones.TryGetValue(number, out var phone)
            ? Results.Ok(PhoneModel.Of(phone, backend.Live.Current))
            : ApiProblem.NotFound("There is no phone of that number.", "GET /api/v1/phones lists the phones.");
}
