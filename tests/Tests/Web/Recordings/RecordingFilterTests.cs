using System.Net;
using System.Text.Json;
using Switchhook.Tests.Web.Api;

namespace Switchhook.Tests.Web.Recordings;

/// <summary>Recordings are found by what is known of them, by the API and on the page alike.</summary>
public sealed class RecordingFilterTests
{
    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("number=5550142", "2")]
    [InlineData("number=%2B1+(312)+555-01", "4 3 2 1")]
    [InlineData("number=555-014", "3 2 1")]
    [InlineData("number=0199", "4")]
    [InlineData("agent=ana", "1")]
    [InlineData("queue=sales", "2")]
    [InlineData("agent=ana&queue=sales", "")]
    [InlineData("line=main-2", "4 3")]
    [InlineData("line=101", "")]
    [InlineData("shortest=10&longest=30", "3 2")]
    [InlineData("longest=9", "4")]
    [InlineData("noted=yes", "2")]
    [InlineData("note=wants+10+%25", "2")]
    [InlineData("note=1_+%25", "")]
    [InlineData("from=2026-11-23&to=2026-11-23", "4 3 2 1")]
    [InlineData("from=2026-11-24", "")]
    [InlineData("to=2026-11-22", "")]
    [InlineData("from=2026-11-23T08:01:00Z&to=2026-11-23T08:03:00Z", "3 2")]
    [InlineData("number=&agent=&queue=&line=&from=&to=&shortest=&longest=&note=&noted=&before=&limit=", "4 3 2 1")]
    public async Task A_filter_leaves_those_that_are_so(string query, string found)
    {
        await using var web = await RecordingScene.StartAsync();

        var list = await web.Program().JsonAsync($"/api/v1/recordings?{query}");
        var page = await (await web.Browser().GetAsync($"/recordings?{query}")).Content.ReadAsStringAsync();

        Assert.Equal(found, string.Join(' ', Items(list).Select(item => item.Text("call")![5..])));
        foreach (var number in Enumerable.Range(1, 5))
        {
            Assert.Equal(
                found.Contains($"{number}", StringComparison.Ordinal),
                page.Contains($"/recordings/rec-call-{number}\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-11-24&to=2026-11-22", "to")]
    [InlineData("number=abc", "number")]
    [InlineData("shortest=-1", "shortest")]
    [InlineData("longest=1000001", "longest")]
    [InlineData("shortest=5&longest=4", "longest")]
    [InlineData("noted=no", "noted")]
    [InlineData("queue=12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901", "queue")]
    public async Task A_mistake_is_told_with_its_place_by_both(string query, string place)
    {
        await using var web = await RecordingScene.StartAsync();

        var answer = await web.Program().GetAsync($"/api/v1/recordings?{query}");
        var page = await web.Browser().GetAsync($"/recordings?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([place], (await answer.JsonAsync()).GetProperty("mistakes").EnumerateArray().Select(mistake => mistake.Text("place")));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains($"<p>{place}: ", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_show_each_recording_once_and_keep_the_question()
    {
        await using var web = await RecordingScene.StartAsync();
        var seen = new List<string>();
        for (string? before = ""; before is not null;)
        {
            var list = await web.Program().JsonAsync($"/api/v1/recordings?limit=1&shortest=6{before}");
            seen.Add(Items(list).Single().Text("call")!);
            before = list.GetProperty("next").GetString() is { } next ? $"&before={next}" : null;
        }

        Assert.Equal(["call-3", "call-2", "call-1"], seen);
        var page = await (await web.Browser().GetAsync("/recordings?limit=2&shortest=6")).Content.ReadAsStringAsync();
        Assert.Contains("/recordings?shortest=6&amp;limit=2&amp;before=call-2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_tells_who_and_where()
    {
        await using var web = await RecordingScene.StartAsync();
        var program = web.Program();

        var second = await program.JsonAsync("/api/v1/recordings/rec-call-2");
        var fourth = await program.JsonAsync("/api/v1/recordings/rec-call-4");

        Assert.Equal("+13125550142", second.Text("number"));
        Assert.Equal("sales", second.GetProperty("queues")[0].GetString());
        Assert.Equal("bo", second.GetProperty("agents")[0].GetString());
        Assert.Equal("10", second.Text("seconds"));
        Assert.Equal("Wants 10 % off", second.Text("note"));
        Assert.Equal("913125550199", fourth.Text("number"));
        Assert.Equal("outbound", fourth.Text("direction"));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/recordings/rec-call-5")).StatusCode);
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.GetProperty("items").EnumerateArray();
}
