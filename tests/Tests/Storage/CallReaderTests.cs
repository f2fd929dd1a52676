using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

public sealed class CallReaderTests
{
    [Fact]
    public void Pages_show_each_call_once_newest_first()
    {
        using var box = new StoreBox();
        for (var i = 0; i < 57; i++)
        {
            Begin(box, $"20261123-0800{i / 3:00}-{(char)('z' - (i % 3))}{i:00000}");

            // Three calls each in one millisecond.
            box.Time.Advance(TimeSpan.FromMilliseconds(i % 3 == 2 ? 700 : 0));
        }

        box.Store.WritePending();
        var seen = new List<CallRecord>();
        for (CallId? before = null; ;)
        {
            var page = box.Calls.Page(new CallQuery(10, before));
            seen.AddRange(page);
            if (page.Count < 10)
            {
                break;
            }

            before = page[^1].Id;
        }

        Assert.Equal(57, seen.Select(row => row.Id).Distinct().Count());
        Assert.Equal(57, seen.Count);
        Assert.Equal(seen.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id.Value, StringComparer.Ordinal), seen);
    }

    [Fact]
    public void A_page_goes_on_behind_a_call_that_is_no_longer_there()
    {
        using var box = new StoreBox();
        Begin(box, "20261123-080000-222222");
        box.Store.WritePending();
        Assert.Single(box.Calls.Page(new CallQuery(10, new CallId("20261123-090000-222222"))));
        Assert.Empty(box.Calls.Page(new CallQuery(10, new CallId("20261123-070000-222222"))));
    }

    [Fact]
    public void Today_begins_and_ends_at_the_sites_midnight_also_when_clocks_change()
    {
        using var box = new StoreBox();
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        // Monday 23 November 2026, 08:00 UTC; midnight in Berlin is 23:00 UTC.
        Begin(box, "a");
        box.Time.Advance(TimeSpan.FromHours(14.99));
        Begin(box, "b");
        box.Time.Advance(TimeSpan.FromHours(0.02));
        Begin(box, "c");
        box.Store.WritePending();
        Assert.Equal(["c"], box.Calls.CallsToday(berlin, box.Time.GetUtcNow()).Select(row => row.Id.Value));
        Assert.Equal(["b", "a"], box.Calls.CallsToday(berlin, box.Time.GetUtcNow() - TimeSpan.FromHours(1)).Select(row => row.Id.Value));

        // Sunday 28 March 2027 has 23 hours there: 23:00 UTC of the day before to 22:00 UTC.
        box.Time.Advance(new DateTimeOffset(2027, 3, 28, 21, 59, 0, TimeSpan.Zero) - box.Time.GetUtcNow());
        Begin(box, "d");
        box.Time.Advance(TimeSpan.FromMinutes(1));
        Begin(box, "e");
        box.Store.WritePending();
        Assert.Equal(["e"], box.Calls.CallsToday(berlin, box.Time.GetUtcNow()).Select(row => row.Id.Value));
        Assert.Equal(["d"], box.Calls.CallsToday(berlin, box.Time.GetUtcNow() - TimeSpan.FromMinutes(1)).Select(row => row.Id.Value));
    }

    [Fact]
    public void Only_recorded_calls_and_only_a_range_can_be_asked_for()
    {
        using var box = new StoreBox();
        var start = box.Time.GetUtcNow();
        for (var i = 0; i < 6; i++)
        {
            Begin(box, $"c{i}");
            box.Time.Advance(TimeSpan.FromMinutes(1));
        }

        box.Journal.Append(new RecordingStarted(new CallId("c3"), "r3", "2026/11/23/r3.wav"));
        box.Store.WritePending();
        Assert.Equal(["c3"], box.Calls.Page(new CallQuery(10, RecordedOnly: true)).Select(row => row.Id.Value));
        var range = new CallQuery(10, From: start.AddMinutes(1), To: start.AddMinutes(4));
        Assert.Equal(["c3", "c2", "c1"], box.Calls.Page(range).Select(row => row.Id.Value));
        Assert.Equal(2, box.Calls.Journal(new CallId("c3")).Count);
    }

    [Fact]
    public void An_entry_of_a_newer_version_does_not_hide_the_others()
    {
        using var box = new StoreBox();
        Begin(box, "c1");
        box.Store.WritePending();
        box.Database.Write((connection, _) => Dapper.SqlMapper.Execute(
            connection, """insert into journal (seq, at, call, entry) values (2, 0, 'c1', '{"kind":"call.teleported"}')"""));
        Begin(box, "c2");
        box.Journal.Append(new BoxStopped());
        box.Store.WritePending();
        Assert.Contains("cannot read", box.Events[1].Entry.Words, StringComparison.Ordinal);
        Assert.Equal(3, box.Events.Count);
    }

    private static void Begin(StoreBox box, string id) => box.Journal.Append(
        new CallStarted(new CallId(id), CallDirection.Inbound, Party.Line("main-1"), null, null, "No caller ID came.", null));
}
