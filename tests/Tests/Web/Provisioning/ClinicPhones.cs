using System.Net;
using Switchhook.Site;
using Switchhook.Storage.Secrets;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Gives the clinic SIP phones.</summary>
internal static class ClinicPhones
{
    public const string Yealink = "Yealink SIP-T46S 66.85.0.5 00:15:65:11:22:33";

    private static readonly SipPhoneConfig Usual = new(SiteDefaults.PhoneCodecs(Switchhook.Hardware.Countries.CompandingLaw.MuLaw),
        MediaEncryption.No, SiteDefaults.Contacts, DtmfMode.Auto);

    /// <summary>A phone on the network, with a secret.</summary>
    public static void AddSipPhone(this FakeBox box, string number, string name = "Laboratory", SipPhoneConfig? sip = null)
    {
        var phone = new PhoneConfig(number, null, name, "Basement", true) { Sip = sip ?? Usual };
        box.Site.Model = box.Site.Model with { Phones = box.Site.Model.Phones.SetItem(number, phone) };
        box.Secrets.MakeMissing([SecretNames.Phone(number)]);
    }

    /// <summary>The secret with which a phone registers.</summary>
    public static string SecretOf(this FakeBox box, string number) => box.Secrets.Get(SecretNames.Phone(number))!;

    /// <summary>Where a phone fetches its configuration, as a path; made if need be.</summary>
    public static async Task<string> AddressOfAsync(this TestWeb web, string number)
    {
        var answer = await web.Program().GetAsync($"/api/v1/phones/{number}/provisioning");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var url = (await answer.Content.ReadAsStringAsync()).Split("\"url\":\"")[1].Split('"')[0];
        return new Uri(url).AbsolutePath;
    }

    /// <summary>Asks for a file, as a phone.</summary>
    public static Task<HttpResponseMessage> FetchAsync(this TestWeb web, string path, string agent = Yealink, string method = "GET")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return web.Stranger().SendAsync(request);
    }
}
