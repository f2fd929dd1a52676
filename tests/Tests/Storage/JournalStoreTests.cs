using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage;
using Switchhook.Storage.History;
using Switchhook.Storage.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

public sealed class JournalStoreTests
{
    private static readonly CallId First = new("20261123-080000-222222");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_are_the_projection_of_the_journal_whatever_the_order_and_the_commits(int seed)
    {
        using var box = new StoreBox();
        var calls = new RandomCalls(seed);
        var commits = new Random(seed);
        for (var i = 0; i < 600; i++)
        {
            box.Journal.Append(calls.Next());
            box.Time.Advance(TimeSpan.FromMilliseconds(commits.Next(500)));
            if (commits.Next(10) == 0)
            {
                Assert.True(box.Store.WritePending());
            }

            if (commits.Next(200) == 0)
            {
                box.Restart();
            }
        }

        box.Store.WritePending();
        SameRows.AsJournal(box.Calls, box.Events);
        Assert.True(box.Calls.Page(new(1000)).Count > 20);
    }

    [Fact]
    public void The_last_switch_between_night_and_day_is_found_with_its_time()
    {
        using var box = new StoreBox();
        Assert.Null(new JournalReader(box.Database).LastNight());

        box.Journal.Append(new NightChanged(true, "the button"));
        box.Journal.Append(new FaultSeen("x", "y"));
        box.Store.WritePending();

        var begun = new NightChanged(true, "the button") { Since = box.Events[0].At };
        Assert.Equal(begun, new JournalReader(box.Database).LastNight());

        box.Time.Advance(TimeSpan.FromHours(1));
        box.Journal.Append(begun);
        box.Store.WritePending();
        Assert.Equal(begun, new JournalReader(box.Database).LastNight());
    }

    [Fact]
    public void How_phones_stand_is_found_again_for_those_that_there_are()
    {
        using var box = new StoreBox();
        JournalEntry[] entries =
        [
            new DoNotDisturbChanged("105", true, "a"), new ForwardChanged("105", "106", "a"), new DoNotDisturbChanged("106", true, "a"),
            new DoNotDisturbChanged("106", false, "b"), new ForwardChanged("107", "105", "a"),
            new ForwardChanged("106", "105", "a") { When = ForwardWhen.Busy }, new ForwardChanged("106", null, "a"),
        ];
        foreach (var entry in entries)
        {
            box.Journal.Append(entry);
        }

        box.Store.WritePending();

        Assert.Equal([entries[0], entries[1], entries[5]], new JournalReader(box.Database).LastDiversions(["105", "106"]));
    }

    [Fact]
    public void The_last_count_of_messages_of_each_phone_is_found_again()
    {
        using var box = new StoreBox();
        MessagesWaiting[] counts = [new("105", 2, 0, "a"), new("106", 1, 1, "a"), new("105", 0, 2, "b")];
        foreach (var count in counts)
        {
            box.Journal.Append(count);
        }

        box.Store.WritePending();

        Assert.Equal([counts[1], counts[2]], new JournalReader(box.Database).LastMessages());
    }

    [Fact]
    public void Events_come_back_as_they_were_written()
    {
        using var box = new StoreBox();
        var written = new List<JournalEvent>();
        box.Store.Committed += written.AddRange;
        var calls = new RandomCalls(7);
        for (var i = 0; i < 300; i++)
        {
            box.Journal.Append(calls.Next());
            box.Time.Advance(TimeSpan.FromMilliseconds(1.7));
        }

        box.Store.WritePending();
        Assert.Equal(300, written.Count);
        Assert.Equal(written, box.Events);
        Assert.Equal(Enumerable.Range(1, 300).Select(n => (long)n), written.Select(e => e.Seq));
    }

    [Fact]
    public void What_waits_goes_to_disk_in_one_commit()
    {
        using var box = new StoreBox();
        var commits = new List<int>();
        box.Store.Committed += events => commits.Add(events.Count);
        for (var i = 0; i < 50; i++)
        {
            box.Journal.Append(new StepTaken(First, "s", "x"));
        }

        box.Store.WritePending();
        Assert.Equal([50], commits);
    }

    [Fact]
    public void Committed_is_told_only_when_a_copy_of_the_files_holds_the_event()
    {
        using var box = new StoreBox();
        var seen = 0;
        box.Store.Committed += events =>
        {
            using var copy = box.CopyAsKilled();
            using var database = Database.Open(copy.Path, box.Time);
            Assert.Equal(events[^1].Seq, JournalNumbersOf(database));
            Assert.Equal(events[^1].Seq, box.Store.LastCommitted);
            seen++;
        };
        box.Journal.Append(new BoxStarted("1", "It had stopped in good order."));
        box.Store.WritePending();
        box.Journal.Append(new BoxStopped());
        box.Store.WritePending();
        Assert.Equal(2, seen);
    }

    [Fact]
    public void Numbers_go_on_after_a_restart()
    {
        using var box = new StoreBox();
        box.Journal.Append(new BoxStarted("1", "It had stopped in good order."));
        box.Journal.Append(new BoxStopped());
        box.Restart();
        Assert.Equal(2, box.Store.LastSeq);
        box.Journal.Append(new BoxStarted("1", "It had stopped in good order."));
        box.Store.WritePending();
        Assert.Equal(3, box.Events[^1].Seq);
    }

    [Fact]
    public void A_recording_that_ends_after_its_call_still_gets_its_length()
    {
        using var box = new StoreBox();
        foreach (var entry in CallWithRecording())
        {
            box.Journal.Append(entry);
            box.Store.WritePending();
        }

        box.Journal.Append(new RecordingEnded(First, "r1", TimeSpan.FromSeconds(12.5), "Recording complete."));
        box.Store.WritePending();
        Assert.Equal(TimeSpan.FromSeconds(12.5), box.Calls.Find(First)!.RecordingLength);
        Assert.Equal(First, box.Calls.FindByRecording("r1")!.Id);
    }

    [Fact]
    public void The_same_events_twice_change_nothing()
    {
        using var box = new StoreBox();
        var events = CallWithRecording().Select((entry, i) => new JournalEvent(i + 1, box.Time.GetUtcNow(), entry)).ToList();
        var transaction = new JournalTransaction(box.Database);
        transaction.Write(events);
        var before = SameRows.Text(box.Calls.Find(First)!);
        new JournalTransaction(box.Database).Write(events);
        Assert.Equal(before, SameRows.Text(box.Calls.Find(First)!));
        Assert.Equal(events.Count, box.Events.Count);
    }

    [Fact]
    public void An_event_that_cannot_be_written_does_not_take_the_others_with_it()
    {
        using var box = new StoreBox();
        box.Store.Write(new JournalEvent(1, box.Time.GetUtcNow(), new BoxStarted("1", "It had stopped in good order.")));
        box.Store.Write(new JournalEvent(2, box.Time.GetUtcNow(), new StepTaken(default, "a call without an id", "x")));
        box.Store.Write(new JournalEvent(3, box.Time.GetUtcNow(), new StepTaken(First, "s", "x")));
        box.Store.Write(new JournalEvent(4, box.Time.GetUtcNow(), new BoxStopped()));
        Assert.True(box.Store.WritePending());
        Assert.Equal([1, 3, 4], box.Events.Select(e => e.Seq));
        Assert.Equal(1, box.Store.Health.Dropped);
        Assert.Contains("lost", box.Store.Health.Words, StringComparison.Ordinal);
        Assert.True(box.Store.Health.Ok);
    }

    [Fact]
    public void The_thread_writes_by_itself_and_flushes_at_the_end()
    {
        using var folder = new TempFolder();
        using var database = Database.Open(folder.Path, TimeProvider.System);
        using (var store = new JournalStore(database, TimeProvider.System, StoreBox.NoReserve))
        {
            store.Start();
            for (var i = 1; i <= 1000; i++)
            {
                store.Write(new JournalEvent(i, TimeProvider.System.GetUtcNow(), new StepTaken(First, "s", "x")));
            }
        }

        Assert.Equal(1000, JournalNumbersOf(database));
    }

    [Fact]
    public void What_comes_soon_after_many_commits_goes_into_one()
    {
        using var folder = new TempFolder();
        using var database = Database.Open(folder.Path, TimeProvider.System);
        using var first = new ManualResetEventSlim();
        var commits = new List<long[]>();
        var options = StoreBox.NoReserve with { CommitsAtOnce = 1, BetweenCommits = TimeSpan.FromHours(1) };
        using (var store = new JournalStore(database, TimeProvider.System, options))
        {
            store.Committed += events =>
            {
                commits.Add([.. events.Select(e => e.Seq)]);
                first.Set();
            };
            store.Start();
            Write(store, 1);
            Assert.True(first.Wait(TimeSpan.FromSeconds(20)));
            Write(store, 2);
            Write(store, 3);
        }

        Assert.Equal([[1], [2, 3]], commits);
    }

    [Fact]
    public void A_pause_is_never_waited_for_too_short_so_that_the_disk_is_tried_after_it()
    {
        var time = new ManualTimeProvider();
        var trouble = new StoreTrouble(time, new JournalStoreOptions { FirstPause = TimeSpan.FromMilliseconds(100) });
        Assert.Equal(TimeSpan.Zero, trouble.PauseLeft);

        trouble.Failed("full");
        time.Advance(TimeSpan.FromMilliseconds(99.6));
        Assert.Equal(TimeSpan.FromMilliseconds(1), trouble.PauseLeft);
        time.Advance(trouble.PauseLeft);
        Assert.Equal(TimeSpan.Zero, trouble.PauseLeft);
    }

    [Fact]
    public void Few_commits_are_not_held_back()
    {
        var time = new ManualTimeProvider();
        var pace = new CommitPace(time, new JournalStoreOptions { CommitsAtOnce = 3, BetweenCommits = TimeSpan.FromMilliseconds(10) });

        Assert.Equal([0, 0, 10, 20], Enumerable.Range(0, 4).Select(_ => pace.AfterCommit().TotalMilliseconds));
        time.Advance(TimeSpan.FromMilliseconds(40));
        Assert.Equal([0, 0, 10], Enumerable.Range(0, 3).Select(_ => pace.AfterCommit().TotalMilliseconds));
    }

    private static void Write(JournalStore store, long seq) =>
        store.Write(new JournalEvent(seq, TimeProvider.System.GetUtcNow(), new StepTaken(First, "s", "x")));

    private static IEnumerable<CallEntry> CallWithRecording() =>
    [
        new CallStarted(First, CallDirection.Inbound, Party.Line("main-1"), "123", null, "By caller ID.", null),
        new LegStarted(First, "l1", Party.Line("main-1"), LegOrigin.Party, "The caller."),
        new RecordingStarted(First, "r1", "2026/11/23/r1.wav"),
        new CallConnected(First, Party.Phone("101")),
        new CallEnded(First, Cause.FarEnd),
    ];

    private static long JournalNumbersOf(Database database)
    {
        using var connection = database.OpenReader();
        return JournalNumbers.Last(connection);
    }
}
