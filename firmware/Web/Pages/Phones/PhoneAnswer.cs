using Microsoft.AspNetCore.Http;
using Switchhook.Site;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Components;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Seams;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Phones;

/// <summary>Answers with the page of a phone as it is now.</summary>
internal sealed class PhoneAnswer(HttpContext context, WebBackend backend, PhoneSetup setup, PhoneAddresses addresses)
{
    public IResult Show(string number, bool withSecret = false, string? done = null, string? trouble = null)
    {
        if (!backend.Site.Model.Phones.TryGetValue(number, out var phone))
        {
            return Fragment.Of<ErrorPage>(
                new ErrorWords("There is no such phone.", "The first page lists the phones of the house."), StatusCodes.Status404NotFound);
        }

        if (phone.Sip is null)
        {
            return Fragment.Of<ErrorPage>(
                new ErrorWords("This phone is set up.", $"Phone {number} is plugged into port {phone.Port}: it needs no configuration."),
                StatusCodes.Status404NotFound);
        }

        return addresses.Of(number) is { } secret
            ? Fragment.Of<PhonePage>(View(phone, secret, withSecret) with { Done = done, Troubles = trouble is null ? [] : [trouble] })
            : Fragment.Of<ErrorPage>(
                new ErrorWords(
                    "The address of this phone cannot be kept.",
                    "The disk is full, or the key of the secrets cannot be read; the first page tells more."),
                StatusCodes.Status503ServiceUnavailable);
    }

    private PhoneView View(PhoneConfig phone, string secret, bool withSecret)
    {
        var now = backend.Time.GetUtcNow();
        var model = ProvisioningModel.Of(context.Request, secret);
        var host = context.Request.Host.Host;
        var server = new SettingsMaker(backend.Site.Model, setup.Ports, now).Make(phone, host.Trim('[', ']'), "").Server;
        return new PhoneView(
            phone,
            backend.Live.Current.Phones.GetValueOrDefault(phone.Number),
            new SiteWords(backend.Site.Model, now),
            new PhoneSetupView(
                model.Url,
                model.SoftphoneUrl,
                model.Qr,
                host is "localhost" or "127.0.0.1" or "[::1]",
                [
                    .. model.Vendors.Where(vendor => vendor.Url != model.SoftphoneUrl)
                        .Select(vendor => new VendorView(vendor.Name, vendor.Url == model.Url ? null : vendor.Url, vendor.Words)),
                ]),
            new PhoneAccountView(
                server.Host,
                server.Port,
                server.Transport == SipTransport.Tls ? "TLS" : "UDP or TCP",
                withSecret ? setup.Secrets.Get(SecretNames.Phone(phone.Number)) ?? "cannot be read" : null));
    }
}
