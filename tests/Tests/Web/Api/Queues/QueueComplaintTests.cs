using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Storage;
using Switchhook.Tests.Storage;
using Switchhook.Tests.Web.Events;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Queues;

/// <summary>What users of other boxes complain about (FEATURES.md §3), asked of the API.</summary>
public sealed class QueueComplaintTests
{
    [Fact]
    public async Task P31_Statistics_are_reset_by_a_restart_or_a_reload()
    {
        await using var before = await TestWeb.StartAsync();
        before.Box.AddQueues();
        before.Box.PlayMorning();
        var figures = await FiguresAsync(before);
        Assert.Contains("answered:1", figures);

        // A reload: the site is applied anew.
        before.Box.AddQueues();
        before.Box.Write(new SiteApplied("the test", "2 queues."));
        Assert.Equal(figures, await FiguresAsync(before));

        // A restart by a kill. Who waited then is told of as cut off, and nothing else has changed.
        await using var after = await TestWeb.StartAsync(Killed(before.Box, out _));
        after.Box.AddQueues();
        var changed = (await FiguresAsync(after)).Except(figures).ToList();
        Assert.All(changed, figure => Assert.Matches("^(waiting|boxStopped|meanWait|wait90|serviceLevel)", figure));
        Assert.Contains("waiting:0", changed);
        Assert.Contains("boxStopped:1", changed);
    }

    [Fact]
    public async Task P34_Nobody_can_list_who_abandoned()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayMorning();
        web.Box.Abandon(4, "+13125550144", seconds: 50);
        web.Box.Abandon(5, "+13125550145", seconds: 60);

        // The first of them calls again and gets through; the second is called back; the third is not reached.
        web.Box.TalkWith(6, "+13125550142");
        var asked = web.Box.Enter(7, "+13125550144");
        web.Box.Write(
            new QueueLeft(asked, "call-7-1", "CallbackRequested", "Wants a call.") { PromisedBy = web.Box.Time.GetUtcNow().AddHours(1) },
            new CallEnded(asked, Cause.FarEnd),
            new CallbackEnded(asked, "call-7-1", "call-7-2", true, "Called back."));

        var list = await web.Program().JsonAsync("/api/v1/reports/queues/behind?figure=abandoned&queue=desk");

        Assert.Equal(
            [
                "+13125550142 2026-11-23T08:01:10.000Z 40 2026-11-23T08:03:45.000Z",
                "+13125550144 2026-11-23T08:01:55.000Z 50 2026-11-23T08:03:55.000Z",
                "+13125550145 2026-11-23T08:02:45.000Z 60 never",
            ],
            list.GetProperty("items").EnumerateArray().Select(visit =>
                $"{visit.Text("caller")} {visit.Text("enteredAt")} {visit.Text("wait")} "
                + $"{Or(visit.GetProperty("followUp"), "at", "never")}"));
    }

    [Fact]
    public async Task P35_Abandoned_calls_are_lost_while_the_program_is_down()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var before = await TestWeb.StartAsync();
        before.Box.AddQueues();
        before.Box.Abandon(1, "+13125550141", seconds: 30);
        var heard = new List<string>();
        var last = "0";
        await using (var stream = await StreamReading.OpenAsync(before.Program(), "/api/v1/events?after=0", null, limit.Token))
        {
            last = await ReadAsync(stream, heard, before.Box.Store.LastCommitted);
        }

        // The program is away; meanwhile callers give up, and the box itself is killed while one waits.
        before.Box.Abandon(2, "+13125550142", seconds: 40);
        before.Box.Enter(3, "+13125550143");
        before.Box.Pass(20);
        await using var after = await TestWeb.StartAsync(Killed(before.Box, out var cutOff));
        after.Box.Abandon(4, "+13125550144", seconds: 50);
        await using (var stream = await StreamReading.OpenAsync(after.Program(), "/api/v1/events", last, limit.Token))
        {
            await ReadAsync(stream, heard, after.Box.Store.LastCommitted);
        }

        Assert.Equal(1, cutOff);
        Assert.Equal(["call-1 Abandoned", "call-2 Abandoned", "call-3 BoxStopped", "call-4 Abandoned"], heard);
    }

    // The box of the same folder after a kill; the first one stays as it was.
    private static FakeBox Killed(FakeBox box, out int cutOff)
    {
        var copy = StoreBox.CopyAsKilled(box.Folder);
        using (var database = Database.Open(copy.Path, box.Time))
        {
            cutOff = new Recovery(database, box.Time, TimeZoneInfo.Utc, _ => null).Run().CutOff.Count;
        }

        return new FakeBox(time: box.Time, folder: copy.Path);
    }

    // How each caller who was not answered left, as the feed tells it up to an event.
    private static async Task<string> ReadAsync(StreamReading stream, List<string> heard, long until)
    {
        while (true)
        {
            var (id, kind, data) = await stream.NextAsync();
            using var json = JsonDocument.Parse(data);
            var entry = json.RootElement.GetProperty("details");
            if (kind == "queue.left")
            {
                heard.Add($"{entry.Text("call")} {entry.Text("outcome")}");
            }
            else if (kind == "call.ended" && entry.Text("cause", "code")!.Equals("boxStopped", StringComparison.OrdinalIgnoreCase))
            {
                heard.Add($"{entry.Text("call")} BoxStopped");
            }

            if (id == $"{until}")
            {
                return id;
            }
        }
    }

    private static async Task<List<string>> FiguresAsync(TestWeb web)
    {
        var report = await web.Program().JsonAsync("/api/v1/reports/queues?queue=desk");
        return
        [
            .. report.GetProperty("items")[0].GetProperty("figures").EnumerateArray()
                .Select(figure => $"{figure.Text("name")}:{Or(figure, "value", "none")}"),
        ];
    }

    private static string Or(JsonElement element, string name, string none) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : none;
}
