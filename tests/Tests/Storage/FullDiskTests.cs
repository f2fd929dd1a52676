using Dapper;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

/// <summary>
/// SQLite itself says that it is full: the number of its pages is limited, which fails like a disk without space (SQLITE_FULL).
/// </summary>
public sealed class FullDiskTests
{
    private static readonly JournalStoreOptions Small = new() { ReserveBytes = 100_000, MostWaiting = 200, MostPerCommit = 50 };

    [Fact]
    public void Events_wait_reading_goes_on_and_all_are_written_when_there_is_space()
    {
        using var box = new StoreBox(Small);
        Fill(box, 100);
        box.Store.WritePending();
        Limit(box, pages: 1);
        Fill(box, 100);
        Assert.False(box.Store.WritePending());

        Assert.False(box.Store.Health.Ok);
        Assert.Equal(100, box.Store.Health.Waiting);
        Assert.Contains("full", box.Store.Health.Words, StringComparison.Ordinal);
        Assert.Equal(100, box.Events.Count);

        Limit(box, pages: 1_000_000);
        Assert.False(box.Store.WritePending(), "the disk is given a pause");
        box.Time.Advance(Small.FirstPause);
        Assert.True(box.Store.WritePending());
        Assert.True(box.Store.Health.Ok);
        Assert.Equal(200, box.Events.Count);
        Assert.Equal(0, box.Store.Health.Dropped);
    }

    [Fact]
    public void Pauses_between_tries_double_up_to_the_longest()
    {
        var trouble = new StoreTrouble(new ManualTimeProvider(), new JournalStoreOptions());
        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            trouble.Failed("The disk is full.");
            pauses.Add(trouble.Pause.TotalSeconds);
        }

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 10, 10], pauses);
        trouble.Succeeded();
        trouble.Failed("The disk is full.");
        Assert.Equal(0.25, trouble.Pause.TotalSeconds);
    }

    [Fact]
    public void What_belongs_to_no_call_is_dropped_first_and_counted()
    {
        using var box = new StoreBox(Small);
        Limit(box, pages: 1);
        var call = new CallId("20261123-080000-222222");
        box.Journal.Append(new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), null, null, "x", null));
        for (var i = 0; i < 500; i++)
        {
            box.Journal.Append(new LineChanged("main-1", LineStatus.Idle, "x"));
            box.Journal.Append(i % 2 == 0 ? new StepTaken(call, "s", "x") : new LineChanged("main-2", LineStatus.Idle, "x"));
        }

        box.Journal.Append(new CallEnded(call, Cause.FarEnd));
        Assert.Equal(200, box.Store.Health.Waiting);
        Assert.Equal(802, box.Store.Health.Dropped);
        Limit(box, pages: 1_000_000);
        box.Store.WritePending();

        Assert.NotNull(box.Calls.Find(call)!.EndedAt);
        Assert.Contains("802 are lost", box.Store.Health.Words, StringComparison.Ordinal);
        SameRows.AsJournal(box.Calls, box.Events);
    }

    [Fact]
    public void The_reserve_is_given_up_at_once_and_made_again_later()
    {
        using var box = new StoreBox(Small);
        Fill(box, 1);
        box.Store.WritePending();
        var reserve = Path.Combine(box.Folder, "ballast");
        Assert.True(File.Exists(reserve));
        Assert.True(new FileInfo(reserve).Length >= Small.ReserveBytes);

        Limit(box, pages: 1);
        Fill(box, 100);
        box.Store.WritePending();
        Assert.False(File.Exists(reserve));
        Assert.False(box.Store.Health.ReserveHeld);

        Limit(box, pages: 1_000_000);
        box.Time.Advance(TimeSpan.FromMinutes(2));
        box.Store.WritePending();
        Assert.True(File.Exists(reserve));
        Assert.True(box.Store.Health.ReserveHeld);
    }

    [Fact]
    public void The_change_is_told_once_each_way()
    {
        using var box = new StoreBox(Small);
        var told = new List<bool>();
        box.Store.HealthChanged += health => told.Add(health.Ok);
        Limit(box, pages: 1);
        for (var i = 0; i < 5; i++)
        {
            Fill(box, 30);
            box.Store.WritePending();
            box.Time.Advance(TimeSpan.FromSeconds(20));
        }

        Limit(box, pages: 1_000_000);
        box.Store.WritePending();
        Assert.Equal([false, true], told);
    }

    private static void Fill(StoreBox box, int events)
    {
        for (var i = 0; i < events; i++)
        {
            box.Journal.Append(new FaultSeen("test", new string('x', 2000)));
        }
    }

    // SQLite never goes below the pages that there are.
    private static void Limit(StoreBox box, int pages) =>
        box.Database.Write((connection, _) => connection.Execute($"pragma max_page_count = {pages};"));
}
