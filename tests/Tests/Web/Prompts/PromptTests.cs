using System.Collections.Immutable;
using System.Net;
using Switchhook.Site;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Prompts;

/// <summary>Prompts on their page and by API.</summary>
public sealed class PromptTests
{
    private static readonly string[] Names = ["welcome", "closed"];

    [Fact]
    public async Task The_list_tells_the_source_and_what_is_missing()
    {
        await using var web = await StartAsync();

        var prompt = (await web.Program().JsonAsync("/api/v1/prompts")).GetProperty("items")[0];
        var (english, mandarin) = (prompt.GetProperty("languages")[0], prompt.GetProperty("languages")[1]);

        Assert.Equal("welcome", prompt.Text("name"));
        Assert.Equal(("en", "speech"), (english.Text("language"), english.Text("source")));
        Assert.Equal("/api/v1/prompts/welcome/audio?language=en", english.Text("audio"));
        Assert.Equal("none", mandarin.Text("source"));
        Assert.Contains("not given in Mandarin", mandarin.Text("trouble"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sound_is_a_wav_file_of_the_language_that_is_asked_for()
    {
        await using var web = await StartAsync();
        var program = web.Program();

        var english = await program.GetAsync("/api/v1/prompts/welcome/audio");

        Assert.Equal("audio/wav", english.Content.Headers.ContentType!.MediaType);
        Assert.Equal(50, (await english.Content.ReadAsByteArrayAsync()).Length);
        foreach (var path in new[] { "welcome/audio?language=zh", "welcome/audio?language=de", "gone/audio", "..%2Fsite/audio" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/v1/prompts/{path}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_sound_is_sent_and_taken_away()
    {
        await using var web = await StartAsync();
        var program = web.Program();

        var sent = await program.PutAsync("/api/v1/prompts/welcome/audio?language=zh", new ByteArrayContent(new byte[1000]));
        var removed = await program.DeleteAsync("/api/v1/prompts/welcome/audio");
        var unknown = await program.PutAsync("/api/v1/prompts/gone/audio", new ByteArrayContent(new byte[10]));

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(["welcome in zh of 1000 bytes by key reports", "welcome in en removed by key reports"], web.Box.Prompts.Told);
    }

    [Fact]
    public async Task What_is_no_sound_or_too_large_is_told()
    {
        await using var web = await StartAsync();
        web.Box.Prompts.Trouble = "This is no sound file that can be read.";
        var program = web.Program();

        var wrong = await program.PutAsync("/api/v1/prompts/welcome/audio", new ByteArrayContent(new byte[10]));
        var large = await program.PutAsync("/api/v1/prompts/welcome/audio", new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1]));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("no sound file", (await wrong.JsonAsync()).Text("title"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Single(web.Box.Prompts.Told);
    }

    [Fact]
    public async Task The_page_shows_each_language_and_who_gave_a_sound()
    {
        await using var web = await StartAsync();
        web.Box.Prompts.Prompts.Add(new PromptState(
            "closed", [new PromptVersion("en", "closed.wav", null, FakePrompts.Given, TimeSpan.FromSeconds(4), null)]));

        var html = WebUtility.HtmlDecode(await (await web.Browser().GetAsync("/prompts")).Content.ReadAsStringAsync());

        Assert.Contains("1 of 3 are missing.", html, StringComparison.Ordinal);
        Assert.Contains("Spoken: “Hello.”", html, StringComparison.Ordinal);
        Assert.Contains("it is not given in Mandarin.", html, StringComparison.Ordinal);
        Assert.Contains("Uploaded by ana on 20 Nov 2026, 09:30.", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/prompts/closed/en/remove\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/prompts/welcome/en/remove\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_page_sends_a_file()
    {
        await using var web = await StartAsync();
        var browser = web.Browser();
        var html = await (await browser.GetAsync("/prompts")).Content.ReadAsStringAsync();
        MultipartFormDataContent Form(byte[] file) => new()
        {
            { new StringContent(Browser.TokenOf(html)), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "welcome.flac" },
        };

        // Larger than any other form may be.
        var sent = await PostAsync("/prompts/welcome/zh", Form(new byte[6_000_000]));
        var empty = await PostAsync("/prompts/welcome/zh", Form([]));
        web.Box.Prompts.Trouble = "This is no sound file.";
        var wrong = await PostAsync("/prompts/welcome/en", Form(new byte[10]));
        var removed = await browser.SubmitAsync("/prompts", "/prompts/gone/en/remove");

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        Assert.Contains("This is no sound file.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.Equal(["welcome in zh of 6000000 bytes by admin", "welcome in en of 10 bytes by admin"], web.Box.Prompts.Told);

        Task<HttpResponseMessage> PostAsync(string action, HttpContent form) => browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, action) { Content = form }, ("Sec-Fetch-Site", "same-origin"));
    }

    private static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        var prompts = Names.ToImmutableSortedDictionary(
            name => name, name => new PromptConfig(name, null, "Hello."), StringComparer.Ordinal);
        web.Box.Site.Model = web.Box.Site.Model with { OtherLanguages = ["zh"], Prompts = prompts };
        return web;
    }
}
