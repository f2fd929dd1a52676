using System.IO.Compression;
using System.Net;
using System.Text;
using Switchhook.Calls.Journal;
using Switchhook.Tests.Web.Api;

namespace Switchhook.Tests.Web.Recordings;

/// <summary>Several recordings as one file.</summary>
public sealed class ArchiveTests
{
    private const string Path = "/api/v1/recordings/archive";

    [Fact]
    public async Task The_auditor_saves_the_chosen_recordings_with_a_table_of_them_and_that_is_kept()
    {
        await using var web = await RecordingScene.StartAsync();

        var answer = await web.Browser().GetAsync($"{Path}?id=rec-call-2&id=rec-call-1&id=rec-call-2");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(3, zip.Entries.Count);
        Assert.EndsWith("13125550142.wav", zip.Entries[0].FullName, StringComparison.Ordinal);
        Assert.EndsWith("13125550141.wav", zip.Entries[1].FullName, StringComparison.Ordinal);
        Assert.Equal(RecordingScene.Sound, await BytesAsync(zip.Entries[0]));
        var table = Encoding.UTF8.GetString(await BytesAsync(zip.GetEntry("recordings.csv")!)).Split("\r\n");
        Assert.Equal("file,call,startedAt,seconds,direction,number,name,queues,agents,note", table[0]);
        Assert.Equal(
            $"{zip.Entries[0].FullName},call-2,2026-11-23T08:01:00.000Z,10,inbound,+13125550142,,sales,bo,Wants 10 % off", table[1]);
        foreach (var call in new[] { 1, 2 })
        {
            var heard = (await web.Program().JsonAsync($"/api/v1/recordings/rec-call-{call}/heard")).GetProperty("items");
            Assert.True(Assert.Single(heard.EnumerateArray()).GetProperty("saved").GetBoolean());
        }
    }

    [Fact]
    public async Task A_recording_whose_file_is_gone_stands_in_the_table_alone()
    {
        await using var web = await RecordingScene.StartAsync();
        web.Box.Recordings.Wav = null;

        await using var zip = new ZipArchive(await (await web.Program().GetAsync($"{Path}?id=rec-call-1")).Content.ReadAsStreamAsync());

        Assert.Equal("recordings.csv", Assert.Single(zip.Entries).FullName);
        Assert.Empty((await web.Program().JsonAsync("/api/v1/recordings/rec-call-1/heard")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Files_are_bounded_and_of_recordings_that_are_there()
    {
        await using var web = await RecordingScene.StartAsync();
        web.Box.Write(new RecordingEnded(RecordingScene.Id(4), "rec-call-4", TimeSpan.FromHours(18), "Long."));
        var program = web.Program();

        Assert.Equal(HttpStatusCode.BadRequest, (await program.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"{Path}?id=rec-call-1&id=rec-call-5")).StatusCode);
        var many = string.Join('&', Enumerable.Range(0, 101).Select(i => $"id=r{i}"));
        Assert.Contains("101 recordings make no file", await TextAsync($"{Path}?{many}"), StringComparison.Ordinal);
        Assert.Contains("too much sound", await TextAsync($"{Path}?id=rec-call-1&id=rec-call-4"), StringComparison.Ordinal);

        async Task<string> TextAsync(string path)
        {
            var answer = await program.GetAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        await using var stream = await entry.OpenAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
