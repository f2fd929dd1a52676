using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Hosting;
using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Provisioning.Templates;
using Switchhook.Web.Provisioning.Vendors;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;

namespace Switchhook.Web.Provisioning;

/// <summary>Answers phones that ask for their configuration.</summary>
internal sealed class Provisioner(WebBackend backend, PhoneSetup setup, PhoneAddresses addresses, FetchNotes notes, Stores stores)
{
    /// <summary>Answers a request for a file.</summary>
    /// <param name="context">The request.</param>
    /// <param name="secret">The secret in the address.</param>
    /// <param name="name">Name of the file; may be empty.</param>
    public IResult Answer(HttpContext context, string secret, string name)
    {
        var site = backend.Site.Model;
        var request = context.Request;

        // :: 1 The address alone tells which phone it is.
        if (secret.Length != SecretStore.MadeForAddress || addresses.Find(secret, site) is not { } phone)
        {
            return Guessed(context);
        }

        // :: 2 Secrets cross the Internet under TLS only.
        if (!request.IsHttps && !LocalNetworks.Include(context.Connection.RemoteIpAddress, site.Sip.Trusted))
        {
            return Words(StatusCodes.Status403Forbidden, "Without TLS this is given to phones on the local network only.");
        }

        // :: 3 In whose form?
        var device = Device.Of(request.Headers.UserAgent.ToString());
        if (!TryForce(request, out var forced) || WantedFile.Of(name, device, forced) is not { } wanted)
        {
            return Words(StatusCodes.Status404NotFound, WhatThereIs);
        }

        if (setup.Secrets.Get(SecretNames.Phone(phone.Number)) is not { } password)
        {
            return Words(StatusCodes.Status503ServiceUnavailable, $"The secret of phone {phone.Number} cannot be read.");
        }

        var settings = new SettingsMaker(site, setup.Ports, backend.Time.GetUtcNow()).Make(phone, HostOf(request), password);
        var fetched = new PhoneProvisioned(phone.Number, WordsOf(device, wanted), FromOf(context));
        return Send(context, ConfigFile.Of(wanted, settings), wanted, fetched);
    }

    private static string WhatThereIs { get; } =
        $"""
        The box has no such file for a phone. It knows the phones of {string.Join(", ", VendorGuide.All.Select(guide => guide.Name))}
        by the name of the file and by what the phone says of itself. For another program, add one of these to the address:
        {string.Join(", ", VendorGuide.All.Select(guide => $"?vendor={guide.Id}"))}.

        """;

    // A right secret always passes: nobody guesses 152 bits, and a phone that still asks at an old address must not be kept from the new
    // one.
    private IResult Guessed(HttpContext context)
    {
        var brake = new AttemptBrake(stores.Attempts, AttemptKeys.Address("phone addresses", context));
        if (brake.Wait is { } wait)
        {
            return Words(StatusCodes.Status429TooManyRequests, RetryAfter.Say(context, wait));
        }

        brake.Count(right: false);
        return Words(StatusCodes.Status404NotFound, "There is nothing at this address; it may have been renewed.");
    }

    private IResult Send(HttpContext context, ConfigFile file, WantedFile wanted, PhoneProvisioned fetched)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes)[..12]);
        if (HttpMethods.IsGet(context.Request.Method) && wanted.Kind == FileKind.Settings)
        {
            notes.Fetched(fetched, tag);
        }

        return Results.Bytes(bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private static bool TryForce(HttpRequest request, out Vendor? forced)
    {
        forced = null;
        if (request.Query["vendor"] is not [{ Length: > 0 } id])
        {
            return true;
        }

        forced = VendorGuide.Find(id);
        return forced is not null;
    }

    private static string WordsOf(Device device, WantedFile wanted) =>
        device.Vendor == wanted.Vendor ? device.Words : VendorGuide.Of(wanted.Vendor).Name;

    private static string FromOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? "the box itself" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    private static string HostOf(HttpRequest request) => request.Host.Host.Trim('[', ']');

    private static IResult Words(int status, string words) =>
        Results.Text(words.EndsWith('\n') ? words : words + "\n", "text/plain; charset=utf-8", statusCode: status);
}
