using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Recordings;

/// <summary>Who listens to a recording is kept, and so is what people note of it.</summary>
public sealed class ListeningTests
{
    private const string Sound = "/api/v1/recordings/rec-call-1/audio";

    [Fact]
    public async Task Who_listens_is_kept_once_for_all_the_parts_that_a_player_asks_for()
    {
        await using var web = await RecordingScene.StartAsync();
        var browser = web.Browser();
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, Sound));
        Assert.Empty(await HeardAsync(web));

        foreach (var from in new[] { 5000, 0, 9000 })
        {
            var part = new HttpRequestMessage(HttpMethod.Get, Sound) { Headers = { Range = new RangeHeaderValue(from, null) } };
            Assert.Equal(HttpStatusCode.PartialContent, (await browser.SendAsync(part)).StatusCode);
        }

        Assert.Equal(["admin listened"], await HeardAsync(web));
        await web.Program().GetAsync(Sound);
        await browser.GetAsync($"{Sound}?save=yes");
        web.Box.Pass(601);
        await browser.GetAsync(Sound);
        Assert.Equal(["admin listened", "key reports listened", "admin saved", "admin listened"], await HeardAsync(web));
        var journal = await web.Program().JsonAsync("/api/v1/calls/call-1/journal");
        Assert.Contains("The recording was saved as a file by admin.", journal.ToString(), StringComparison.Ordinal);
        Assert.Contains("saved as a file", await TextAsync(web, "/recordings/rec-call-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_list_the_picture_or_the_call_is_not_listening()
    {
        await using var web = await RecordingScene.StartAsync();
        foreach (var path in new[] { "/recordings", "/recordings/rec-call-1", "/calls/call-1" })
        {
            var html = await TextAsync(web, path);
            Assert.DoesNotContain("preload=\"metadata\"", html, StringComparison.Ordinal);
        }

        var peaks = await web.Program().JsonAsync("/api/v1/recordings/rec-call-1/peaks?pieces=2");
        Assert.Equal([true, false], peaks.GetProperty("left").EnumerateArray().Select(peak => peak.GetSingle() > 0.5));
        var tooMany = await web.Program().GetAsync("/api/v1/recordings/rec-call-1/peaks?pieces=2001");
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.StatusCode);
        Assert.Empty(await HeardAsync(web));
    }

    [Fact]
    public async Task A_file_to_keep_has_a_name_of_when_and_who()
    {
        await using var web = await RecordingScene.StartAsync();

        var kept = await web.Program().GetAsync($"{Sound}?save=yes");

        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^\"?2026-11-23 [0-9.]{8} 13125550141.wav\"?$", kept.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(RecordingScene.Sound, await kept.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_note_is_written_replaced_found_and_removed()
    {
        await using var web = await RecordingScene.StartAsync();
        var browser = web.Browser();

        const string page = "/recordings/rec-call-1";
        var answer = await browser.SubmitAsync(page, $"{page}/note", ("note", "  Call again\r\non <Monday> "));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Call again&#xA;on &lt;Monday&gt;</textarea>", await TextAsync(web, page), StringComparison.Ordinal);
        Assert.Contains("/recordings/rec-call-1\"", await TextAsync(web, "/recordings?note=monday"), StringComparison.Ordinal);
        Assert.Contains("on &lt;Monday&gt;", await TextAsync(web, "/calls/call-1"), StringComparison.Ordinal);

        var put = await web.Program().PutAsync("/api/v1/recordings/rec-call-1/note", JsonContent.Create(new { note = "" }));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Equal("", (await web.Program().JsonAsync("/api/v1/recordings/rec-call-1")).Text("note"));
        Assert.Contains("The note was removed by key reports.", await TextAsync(web, "/calls/call-1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2001, 'x')]
    [InlineData(1, '\u0007')]
    public async Task A_note_that_cannot_be_is_refused_and_stays_in_its_field(int count, char sign)
    {
        await using var web = await RecordingScene.StartAsync();
        var note = $"a{new string(sign, count)}";

        var put = await web.Program().PutAsync("/api/v1/recordings/rec-call-2/note", JsonContent.Create(new { note }));
        var page = await web.Browser().SubmitAsync("/recordings/rec-call-2", "/recordings/rec-call-2/note", ("note", note));

        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Wants 10 % off", (await web.Program().JsonAsync("/api/v1/recordings/rec-call-2")).Text("note"));
    }

    [Fact]
    public async Task A_recording_whose_sound_is_gone_still_has_its_page()
    {
        await using var web = await RecordingScene.StartAsync();
        web.Box.Recordings.Wav = null;

        Assert.Contains("The sound is not there any more.", await TextAsync(web, "/recordings/rec-call-1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await web.Browser().GetAsync("/recordings/rec-call-5")).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> HeardAsync(TestWeb web) =>
    [
        .. (await web.Program().JsonAsync("/api/v1/recordings/rec-call-1/heard")).GetProperty("items").EnumerateArray()
            .Select(one => $"{one.Text("by")} {(one.GetProperty("saved").GetBoolean() ? "saved" : "listened")}"),
    ];

    private static async Task<string> TextAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
