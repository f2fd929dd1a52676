using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Journal;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Phones;

/// <summary>A SIP phone: its state, and how it is set up.</summary>
internal static class PhonePages
{
    public static void MapPhonePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/phones").ExcludeFromDescription().For(Ability.SetUpPhones);
        pages.MapGet("/{number}", (string number, HttpContext context, WebBackend backend, PhoneSetup setup, PhoneAddresses addresses) =>
            new PhoneAnswer(context, backend, setup, addresses).Show(number));
        pages.MapPost(
            "/{number}/secret", (string number, HttpContext context, WebBackend backend, PhoneSetup setup, PhoneAddresses addresses) =>
            new PhoneAnswer(context, backend, setup, addresses).Show(number, withSecret: true)).AsForm();
        pages.MapPost("/{number}/renew", Renew).AsForm();
    }

    private static IResult Renew(string number, HttpContext context, WebBackend backend, PhoneSetup setup, PhoneAddresses addresses)
    {
        var answer = new PhoneAnswer(context, backend, setup, addresses);
        if (!backend.Site.Model.Phones.TryGetValue(number, out var phone) || phone.Sip is null)
        {
            return answer.Show(number);
        }

        if (addresses.Renew(number) is null)
        {
            return answer.Show(number, trouble: "The address could not be renewed: the disk may be full. The old one holds.");
        }

        setup.Note(new PhoneAddressRenewed(number, Access.NameOf(context.User)));
        return answer.Show(
            number, done: "The address is a new one; nothing lies at the old one any more. Enter the new one into the phone.");
    }
}
