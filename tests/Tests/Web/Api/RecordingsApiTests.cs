using System.Net;
using System.Net.Http.Headers;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api;

/// <summary>Recordings and their sound.</summary>
public sealed class RecordingsApiTests
{
    [Fact]
    public async Task Only_calls_with_a_recording_are_listed()
    {
        await using var web = await TestWeb.StartAsync();
        var recorded = web.Box.Ring("20261123-080001-aaaaaa");
        web.Box.Answer(recorded);
        web.Box.Ring("20261123-080002-aaaaaa");

        var items = (await web.Program().JsonAsync("/api/v1/recordings")).GetProperty("items");

        var only = Assert.Single(items.EnumerateArray());
        Assert.Equal(recorded.Value, only.Text("call"));
        Assert.Equal($"/api/v1/recordings/rec-{recorded}/audio", only.Text("audio"));
    }

    [Fact]
    public async Task The_sound_is_a_wav_file_and_can_be_had_in_parts()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Answer(web.Box.Ring());
        var program = web.Program();
        var path = (await program.JsonAsync("/api/v1/recordings")).GetProperty("items")[0].Text("audio");

        var whole = await program.GetAsync(path);
        var part = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(10, 19) } };
        var some = await program.SendAsync(part);

        Assert.Equal("audio/wav", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal(web.Box.Recordings.Wav, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, some.StatusCode);
        Assert.Equal("bytes 10-19/1000", some.Content.Headers.ContentRange!.ToString());
        Assert.Equal(web.Box.Recordings.Wav![10..20], await some.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_recording_without_its_file_is_told_as_not_there()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        web.Box.Answer(call);
        web.Box.Recordings.Wav = null;

        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().GetAsync($"/api/v1/recordings/rec-{call}/audio")).StatusCode);
    }
}
