using System.Net;
using System.Text.Json;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>The page of a phone, and the same in the API.</summary>
public sealed class PhonePageTests
{
    private const string Evil = "<script>alert('x')</script>\"><img src=x>";

    [Fact]
    public async Task The_page_shows_the_address_a_code_and_words_for_each_vendor_but_no_secret()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        web.Box.Write(new PhoneChanged("105", PhoneStatus.NotRegistered, "No device is registered."));

        var html = await (await web.Browser().GetAsync("/phones/105")).Content.ReadAsStringAsync();

        Assert.Contains(await web.AddressOfAsync("105"), html, StringComparison.Ordinal);
        Assert.Contains("<svg xmlns", html, StringComparison.Ordinal);
        Assert.Contains("No device is registered.", html, StringComparison.Ordinal);
        Assert.Contains("linphone.xml", html, StringComparison.Ordinal);
        Assert.All(
            VendorGuide.All.Where(guide => guide.Vendor != Vendor.Linphone),
            guide => Assert.Contains($"<summary>{guide.Name}</summary>", html, StringComparison.Ordinal));
        Assert.Contains("spa$MA.xml", html, StringComparison.Ordinal);
        Assert.DoesNotContain(web.Box.SecretOf("105"), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_is_shown_when_it_is_asked_for()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");

        var answer = await web.Browser().SubmitAsync("/phones/105", "/phones/105/secret");

        Assert.Contains(web.Box.SecretOf("105"), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Renewing_on_the_page_puts_the_old_address_out_of_force()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var old = await web.AddressOfAsync("105");

        var answer = await web.Browser().SubmitAsync("/phones/105", "/phones/105/renew");

        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(old, html, StringComparison.Ordinal);
        Assert.Contains(await web.AddressOfAsync("105"), html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync($"{old}001565112233.cfg")).StatusCode);
        Assert.Equal(["Phone 105: the address of its configuration was renewed by admin."], web.Box.SetUps());
    }

    [Theory]
    [InlineData("/phones/105/renew")]
    [InlineData("/phones/105/secret")]
    public async Task A_form_of_another_page_changes_and_shows_nothing(string action)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");

        var foreign = await web.Browser().SendAsync(Browser.Form(action), ("Sec-Fetch-Site", "cross-site"));
        var withoutToken = await web.Browser().PostAsync(action);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        Assert.Equal(address, await web.AddressOfAsync("105"));
    }

    [Theory]
    [InlineData("/phones/101", "plugged into port fxs1")]
    [InlineData("/phones/999", "There is no such phone")]
    public async Task A_phone_that_needs_no_configuration_has_no_page(string path, string words)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_page_leads_to_phones_on_the_network_only()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105", Evil);

        var html = await (await web.Browser().GetAsync("/live/now")).Content.ReadAsStringAsync();
        var page = await (await web.Browser().GetAsync("/phones/105")).Content.ReadAsStringAsync();

        Assert.Contains("href=\"/phones/105\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/phones/101\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html + page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_tells_the_address_the_code_and_the_vendors()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");

        var json = await web.Program().JsonAsync("/api/v1/phones/105/provisioning");

        var url = json.Text("url");
        Assert.StartsWith("http://localhost/provision/", url, StringComparison.Ordinal);
        Assert.EndsWith("/", url, StringComparison.Ordinal);
        Assert.Equal($"{url}linphone.xml", json.Text("softphoneUrl"));
        Assert.StartsWith("<svg", json.Text("qr"), StringComparison.Ordinal);
        Assert.Equal(
            VendorGuide.All.Select(guide => guide.Id), json.GetProperty("vendors").EnumerateArray().Select(vendor => vendor.Text("id")));
        Assert.Equal(32, new Uri(url!).Segments[2].TrimEnd('/').Length);
    }

    [Fact]
    public async Task The_api_renews_for_a_sip_phone_only()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var old = await web.AddressOfAsync("105");

        var renewed = await web.Program().PostAsync("/api/v1/phones/105/provisioning/renew", null);
        var plugged = await web.Program().PostAsync("/api/v1/phones/101/provisioning/renew", null);

        Assert.DoesNotContain(old, (await renewed.JsonAsync()).Text("url"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, plugged.StatusCode);
        Assert.Equal(JsonValueKind.String, (await plugged.JsonAsync()).GetProperty("detail").ValueKind);
        Assert.Equal(["Phone 105: the address of its configuration was renewed by key reports."], web.Box.SetUps());
    }
}
