using System.Net;
using Switchhook.Site;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Phones that fetch their configuration.</summary>
public sealed class FetchTests
{
    [Fact]
    public async Task A_phone_finds_its_settings_at_its_address_with_nothing_but_the_address()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");

        var answer = await web.FetchAsync($"{address}001565112233.cfg");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var file = WrittenFile.Read(Vendor.Yealink, await answer.Content.ReadAsStringAsync());
        Assert.Equal(web.Box.SecretOf("105"), file.Find("account.1.password"));
        Assert.Equal("localhost", file.Find("account.1.sip_server.1.address"));
        Assert.Equal("101", file.Find("linekey.2.value"));
        Assert.Equal("Front desk", file.Find("linekey.2.label"));
    }

    [Fact]
    public async Task The_server_is_the_host_that_the_phone_asked()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");

        var (_, text) = await web.AskFromAsync("192.168.1.20", $"{address}linphone.xml");

        var file = WrittenFile.Read(Vendor.Linphone, text);
        Assert.Equal("<sip:192.0.2.1:5060;transport=udp>", file.Find("reg_proxy"));
    }

    [Fact]
    public async Task Head_tells_the_length_and_an_unchanged_file_is_not_sent_again()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var path = $"{await web.AddressOfAsync("105")}001565112233.cfg";

        var head = await web.FetchAsync(path, method: "HEAD");
        var whole = await web.FetchAsync(path);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Equal("", await head.Content.ReadAsStringAsync());
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);

        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", ClinicPhones.Yealink);
        request.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await web.Stranger().SendAsync(request)).StatusCode);

        web.Box.AddSipPhone("105", "Another name");
        Assert.NotEqual(whole.Headers.ETag, (await web.FetchAsync(path)).Headers.ETag);
    }

    [Theory]
    [InlineData("unknown.bin", "", HttpStatusCode.NotFound)]
    [InlineData("", "Mozilla/5.0", HttpStatusCode.NotFound)]
    [InlineData("001565112233.cfg?vendor=nokia", ClinicPhones.Yealink, HttpStatusCode.NotFound)]
    [InlineData("a/b/001565112233.cfg", ClinicPhones.Yealink, HttpStatusCode.NotFound)]
    [InlineData("001565112233.cfg?vendor=snom", "", HttpStatusCode.OK)]
    public async Task An_unknown_file_is_answered_with_the_vendors_that_are_known(string file, string agent, HttpStatusCode status)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");

        var answer = await web.FetchAsync($"{await web.AddressOfAsync("105")}{file}", agent);

        Assert.Equal(status, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status == HttpStatusCode.NotFound, text.Contains("Grandstream, Poly, Snom", StringComparison.Ordinal));
        Assert.Equal(status == HttpStatusCode.OK, text.Contains(web.Box.SecretOf("105"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewed_address_is_dead_at_once_and_each_phone_has_its_own()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        web.Box.AddSipPhone("106");
        var (old, other) = (await web.AddressOfAsync("105"), await web.AddressOfAsync("106"));
        Assert.NotEqual(old, other);
        Assert.Equal(HttpStatusCode.OK, (await web.FetchAsync($"{old}001565112233.cfg")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await web.Program().PostAsync("/api/v1/phones/105/provisioning/renew", null)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync($"{old}001565112233.cfg")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await web.FetchAsync($"{await web.AddressOfAsync("105")}001565112233.cfg")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await web.FetchAsync($"{other}001565112233.cfg")).StatusCode);
    }

    [Fact]
    public async Task A_phone_that_left_the_site_or_the_network_has_no_address()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");

        web.Box.Site.Model = web.Box.Site.Model with { Phones = web.Box.Site.Model.Phones.Remove("105") };
        Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync($"{address}001565112233.cfg")).StatusCode);

        web.Box.Site.Model = web.Box.Site.Model with
        {
            Phones = web.Box.Site.Model.Phones.Add("105", new PhoneConfig("105", "fxs4", "Laboratory", null, true)),
        };
        Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync($"{address}001565112233.cfg")).StatusCode);
    }

    [Fact]
    public async Task Who_guesses_has_to_wait_and_a_right_address_still_passes()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");
        var guess = $"/provision/{new string('b', SecretStore.MadeForAddress)}/001565112233.cfg";
        for (var i = 0; i <= AttemptLimiter.Free; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync(guess)).StatusCode);
        }

        var answer = await web.FetchAsync(guess);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(2, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal(HttpStatusCode.OK, (await web.FetchAsync($"{address}001565112233.cfg")).StatusCode);

        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.NotFound, (await web.FetchAsync(guess)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%0a")]
    [InlineData("..%2f..%2fetc")]
    public async Task A_strange_secret_opens_nothing(string secret)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");

        var answer = await web.FetchAsync($"/provision/{secret}/001565112233.cfg");

        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain(web.Box.SecretOf("105"), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.168.1.20", "http", 200)]
    [InlineData("::ffff:10.1.2.3", "http", 200)]
    [InlineData("fd00::1", "http", 200)]
    [InlineData("198.51.100.7", "http", 403)]
    [InlineData("2001:db8::1", "http", 403)]
    [InlineData("198.51.100.7", "https", 200)]
    [InlineData("203.0.113.9", "http", 200)]
    public async Task Without_tls_secrets_stay_on_the_local_network(string from, string scheme, int status)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var sip = SipConfig.Default with { Trusted = [IPNetwork.Parse("203.0.113.0/24")] };
        web.Box.Site.Model = web.Box.Site.Model with { Sip = sip };

        var (answered, text) = await web.AskFromAsync(from, $"{await web.AddressOfAsync("105")}linphone.xml", scheme);

        Assert.Equal(status, answered);
        Assert.Equal(status == 200, text.Contains(web.Box.SecretOf("105"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journal_notes_a_fetch_once_for_each_change_and_holds_no_secret()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");

        await web.FetchAsync($"{address}001565112233.boot");
        await web.FetchAsync($"{address}001565112233.cfg", method: "HEAD");
        Assert.Empty(web.Box.SetUps());
        for (var i = 0; i < 3; i++)
        {
            await web.FetchAsync($"{address}001565112233.cfg");
            await web.AskFromAsync("192.168.1.20", $"{address}linphone.xml");
        }

        Assert.Equal(
            ["Phone 105 fetched its configuration (Yealink SIP-T46S, the box itself).",
                "Phone 105 fetched its configuration (Linphone, 192.168.1.20)."],
            web.Box.SetUps());

        web.Box.AddSipPhone("105", "Another name");
        await web.FetchAsync($"{address}001565112233.cfg");
        Assert.Equal(3, web.Box.SetUps().Count);
        Assert.DoesNotContain(web.Box.SetUps(), words => words.Contains(address.Split('/')[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_told_and_not_left_empty()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddSipPhone("105");
        var address = await web.AddressOfAsync("105");
        web.Box.Secrets.Remove(SecretNames.Phone("105"));

        var answer = await web.FetchAsync($"{address}001565112233.cfg");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
