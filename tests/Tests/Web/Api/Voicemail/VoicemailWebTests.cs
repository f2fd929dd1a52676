using System.Net;
using System.Net.Http.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site;
using Switchhook.Site.Voicemail;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Voicemail;

/// <summary>Mailboxes by API and in the browser.</summary>
public sealed class VoicemailWebTests
{
    private const string Path = "/api/v1/voicemail/desk";

    [Fact]
    public async Task The_API_tells_mailboxes_and_their_messages()
    {
        await using var web = await StartAsync();
        var box = (await web.Program().JsonAsync("/api/v1/voicemail")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("desk", "Front desk", "1", "1"), (box.Text("name"), box.Text("displayName"), box.Text("new"), box.Text("old")));

        var messages = (await web.Program().JsonAsync($"{Path}/messages")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["m3 saved", "m1 new", "m2 deleted"], messages.Select(one => $"{one.Text("id")} {one.Text("state")}"));
        Assert.Equal("7", messages[1].Text("length"));
        var sound = await web.Program().GetAsync(messages[1].Text("audio"));
        Assert.Equal("audio/wav", sound.Content.Headers.ContentType!.MediaType);
        Assert.Equal(1000, (await sound.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("GET", "/api/v1/voicemail/none")]
    [InlineData("GET", "/api/v1/voicemail/none/messages")]
    [InlineData("GET", "/api/v1/voicemail/desk/messages/none")]
    [InlineData("GET", "/api/v1/voicemail/desk/messages/g1/audio")]
    [InlineData("GET", "/api/v1/voicemail/other/messages/m1/audio")]
    [InlineData("GET", "/api/v1/voicemail/other/greeting/audio")]
    [InlineData("POST", "/api/v1/voicemail/desk/messages/none/undo")]
    [InlineData("DELETE", "/api/v1/voicemail/none/greeting")]
    public async Task What_is_not_there_is_told(string method, string path)
    {
        await using var web = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Commands_of_the_API_reach_the_desk()
    {
        await using var web = await StartAsync();
        var program = web.Program();
        Assert.Equal(
            HttpStatusCode.NoContent, (await program.PutAsJsonAsync($"{Path}/messages/m1/state", new { state = "saved" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync($"{Path}/messages/m2/undo", null)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NoContent, (await program.PostAsJsonAsync($"{Path}/messages/m1/call-back", new { phone = "102" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"{Path}/greeting")).StatusCode);
        Assert.Equal(
            ["m1 Saved by key reports", "m2 back by key reports", "m1 at 102 by key reports", "greeting of desk by key reports"],
            web.Box.Voicemail.Told);

        Assert.Equal(
            HttpStatusCode.BadRequest, (await program.PutAsJsonAsync($"{Path}/messages/m1/state", new { state = "erased" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest, (await program.PostAsJsonAsync($"{Path}/messages/m1/call-back", new { phone = "911" })).StatusCode);
        web.Box.Voicemail.Trouble = "Phone 102 cannot be rung.";
        Assert.Equal(
            HttpStatusCode.Conflict, (await program.PostAsJsonAsync($"{Path}/messages/m1/call-back", new { phone = "102" })).StatusCode);
    }

    [Fact]
    public async Task The_pages_show_what_waits_and_what_can_be_done()
    {
        await using var web = await StartAsync();
        var all = await TextAsync(web, "/voicemail");
        Assert.Contains("<a href=\"/voicemail/desk\">Front desk</a>", all, StringComparison.Ordinal);
        Assert.Contains("1 new", all, StringComparison.Ordinal);
        Assert.Contains("href=\"/voicemail\" aria-current=\"page\"", all, StringComparison.Ordinal);

        var one = await TextAsync(web, "/voicemail/desk");
        Assert.Contains("href=\"/api/v1/voicemail/desk/messages/m1/audio\"", one, StringComparison.Ordinal);
        Assert.Contains("action=\"/voicemail/desk/m1/saved\"", one, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/voicemail/desk/m3/saved\"", one, StringComparison.Ordinal);
        Assert.Contains("action=\"/voicemail/desk/m2/undo\"", one, StringComparison.Ordinal);
        Assert.Contains("Recorded by phone 101", one, StringComparison.Ordinal);
        Assert.Contains(", 0:07", one, StringComparison.Ordinal);
        Assert.Contains("There is no such mailbox.", await TextAsync(web, "/voicemail/none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_do_what_they_say()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        foreach (var action in new[] { "m1/deleted", "m2/undo", "m1/heard", "greeting/delete" })
        {
            var answer = await browser.SubmitAsync("/voicemail/desk", $"/voicemail/desk/{action}");
            Assert.Equal((HttpStatusCode.SeeOther, "/voicemail/desk"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        await browser.SubmitAsync("/voicemail/desk", "/voicemail/desk/m1/call-back", ("phone", "103"));
        Assert.Equal(
            ["m1 Deleted by admin", "m2 back by admin", "m1 Heard by admin", "greeting of desk by admin", "m1 at 103 by admin"],
            web.Box.Voicemail.Told);

        var refused = await browser.SubmitAsync("/voicemail/desk", "/voicemail/desk/m1/call-back", ("phone", "999"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("There is no such phone any more.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lamp_of_a_phone_with_a_mailbox_is_not_set_by_hand()
    {
        await using var web = await StartAsync();
        web.Box.Site.Model = web.Box.Site.Model with
        {
            Phones = web.Box.Site.Model.Phones.SetItem("101", new PhoneConfig("101", null, "Front desk", null, true)
            {
                Sip = new SipPhoneConfig([SipCodec.Pcmu], MediaEncryption.No, 1, DtmfMode.Auto),
            }),
        };
        var answer = await web.Program().PutAsJsonAsync("/api/v1/phones/101/waiting-messages", new { @new = 1, old = 0 });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        var site = web.Box.Site.Model;
        web.Box.Site.Model = site with
        {
            Voicemail = site.Voicemail.Add("desk", new VoicemailConfig("desk", "Front desk") { Phones = ["101"] }),
        };
        var call = web.Box.Ring();
        web.Box.Write(
            Left(call, "m1", 7),
            Left(call, "m2", 8),
            Left(call, "m3", 9),
            Left(call, "m4", null),
            new VoicemailChanged("desk", "m2", "Deleted", "phone 101", "It is deleted."),
            new VoicemailChanged("desk", "m3", "Saved", "phone 101", "It is saved."),
            new VoicemailGreeted(call, "desk", "g1", TimeSpan.FromSeconds(5), "phone 101"));
        return web;
    }

    private static VoicemailLeft Left(CallId call, string recording, int? seconds) =>
        new(call, "desk", recording, "+13125550142", null, seconds is { } length ? TimeSpan.FromSeconds(length) : null);

    private static async Task<string> TextAsync(TestWeb web, string path) =>
        await (await web.Browser().GetAsync(path)).Content.ReadAsStringAsync();
}
