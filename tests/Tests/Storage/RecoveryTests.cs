using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

public sealed class RecoveryTests
{
    private static readonly CallId Call = new("20261123-080000-222222");
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_call_that_was_cut_off_ends_with_the_last_sign_and_not_with_the_restart()
    {
        using var box = new StoreBox();
        Talk(box, recording: false);
        box.Time.Advance(TimeSpan.FromHours(3));
        var report = box.Restart();

        var row = box.Calls.Find(Call)!;
        Assert.Equal(Start.AddSeconds(9), row.EndedAt);
        Assert.Equal(CauseCode.BoxStopped, row.Cause!.Code);
        Assert.Contains("2026-11-23 08:00:09", row.Cause.Words, StringComparison.Ordinal);
        Assert.All(row.Legs, leg => Assert.Equal(Start.AddSeconds(9), leg.EndedAt));
        Assert.Equal(SameRows.Text(row), SameRows.Text(Assert.Single(report.CutOff)));
        Assert.False(report.StoppedInOrder);
        Assert.Equal(Start.AddSeconds(9), report.LastSign);
        Assert.Contains("One call was cut off", report.Words, StringComparison.Ordinal);
        SameRows.AsJournal(box.Calls, box.Events);
    }

    [Fact]
    public void A_call_that_was_cut_off_had_gone_on_as_long_as_the_box_gave_signs()
    {
        using var box = new StoreBox();
        Talk(box, recording: false);
        box.Time.Advance(TimeSpan.FromMinutes(20));
        box.Journal.Append(new LineChanged("main-2", LineStatus.NoBattery, "No battery."));

        // A start that could not close it, on a full disk, is no sign of the call.
        box.Time.Advance(TimeSpan.FromHours(3));
        box.Journal.Append(new BoxStarted("1", "It had stopped without notice."));
        box.Restart();

        Assert.Equal(Start.AddSeconds(9).AddMinutes(20), box.Calls.Find(Call)!.EndedAt);
    }

    [Fact]
    public void Recorded_sound_that_lasted_longer_than_the_last_event_tells_when_the_call_ended()
    {
        using var box = new StoreBox();
        Talk(box, recording: true);
        box.Time.Advance(TimeSpan.FromHours(3));
        box.Restart(file => file == "2026/11/23/r1.wav" ? TimeSpan.FromSeconds(95.5) : null);

        var row = box.Calls.Find(Call)!;
        Assert.Equal(Start.AddSeconds(6 + 95.5), row.EndedAt);
        Assert.Equal(TimeSpan.FromSeconds(95.5), row.RecordingLength);
        Assert.Contains(box.Events, e => e.Entry is RecordingEnded ended && ended.Why.Contains("after 95.5 s", StringComparison.Ordinal));
        SameRows.AsJournal(box.Calls, box.Events);
    }

    [Fact]
    public void A_leg_that_had_ended_keeps_its_own_end()
    {
        using var box = new StoreBox();
        Talk(box, recording: false);
        box.Time.Advance(TimeSpan.FromSeconds(5));
        box.Journal.Append(new LegEnded(Call, "l2", Party.Phone("101"), Cause.FarEnd));
        box.Time.Advance(TimeSpan.FromSeconds(5));
        box.Journal.Append(new StepTaken(Call, "again", "Rings again."));
        box.Restart();
        var legs = box.Calls.Find(Call)!.Legs;
        Assert.Equal(Start.AddSeconds(14), legs.Single(leg => leg.Id == "l2").EndedAt);
        Assert.Equal(Start.AddSeconds(19), legs.Single(leg => leg.Id == "l1").EndedAt);
    }

    [Fact]
    public void A_recording_of_a_call_that_had_ended_gets_its_length()
    {
        using var box = new StoreBox();
        Talk(box, recording: true);
        box.Journal.Append(new CallEnded(Call, Cause.FarEnd));
        var report = box.Restart(_ => TimeSpan.FromSeconds(3));
        var row = box.Calls.Find(Call)!;
        Assert.Equal(Start.AddSeconds(9), row.EndedAt);
        Assert.Equal(CauseCode.HungUp, row.Cause!.Code);
        Assert.Equal(TimeSpan.FromSeconds(3), row.RecordingLength);
        Assert.Empty(report.CutOff);
        Assert.Single(report.Written);
    }

    [Fact]
    public void The_first_start_is_told_as_such()
    {
        using var box = new StoreBox();

        var report = box.Restart();

        Assert.True(report.StoppedInOrder);
        Assert.Equal("This is the first start with this data.", report.Words);
    }

    [Fact]
    public void A_second_restart_finds_nothing_to_close()
    {
        using var box = new StoreBox();
        Talk(box, recording: true);
        box.Restart();
        box.Journal.Append(new BoxStopped());
        var report = box.Restart();
        Assert.Empty(report.Written);
        Assert.True(report.StoppedInOrder);
        Assert.Equal("The box had stopped in good order.", report.Words);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void After_a_kill_at_any_moment_no_call_is_open_and_all_that_was_committed_is_there(int seed)
    {
        using var box = new StoreBox();
        var calls = new RandomCalls(seed);
        var moments = new Random(seed);
        var committed = new List<JournalEvent>();
        box.Store.Committed += committed.AddRange;
        for (var kill = 0; kill < 8; kill++)
        {
            for (var i = moments.Next(5, 80); i > 0; i--)
            {
                box.Journal.Append(calls.Next());
                box.Time.Advance(TimeSpan.FromMilliseconds(moments.Next(2000)));
                if (moments.Next(4) == 0)
                {
                    box.Store.WritePending();
                }
            }

            using var copy = box.CopyAsKilled();
            using var database = Database.Open(copy.Path, box.Time);
            Assert.Empty(database.Notices);
            var before = new CallReader(database).Page(new CallQuery(1000)).ToDictionary(row => row.Id);
            var report = new Recovery(database, box.Time, TimeZoneInfo.Utc, _ => null).Run();

            var events = new JournalReader(database).After(0, 10_000);
            var rows = new CallReader(database).Page(new CallQuery(1000));
            Assert.Equal(committed, events.Take(committed.Count));
            Assert.Equal(committed.Count + report.Written.Count, events.Count);
            Assert.All(rows, row => Assert.NotNull(row.EndedAt));
            var cutOff = rows.Where(row => row.Cause!.Code == CauseCode.BoxStopped);
            Assert.All(cutOff, row => Assert.Equal(report.LastSign, row.EndedAt));
            Assert.All(rows, row => Assert.Equal(before[row.Id].AnsweredAt, row.AnsweredAt));
            SameRows.AsJournal(new CallReader(database), events);
        }
    }

    private static void Talk(StoreBox box, bool recording)
    {
        box.Journal.Append(new CallStarted(Call, CallDirection.Inbound, Party.Line("main-1"), "123", null, "By caller ID.", null));
        box.Journal.Append(new LegStarted(Call, "l1", Party.Line("main-1"), LegOrigin.Party, "The caller."));
        box.Time.Advance(TimeSpan.FromSeconds(6));
        box.Journal.Append(new LegStarted(Call, "l2", Party.Phone("101"), LegOrigin.Box, "First in turn."));
        if (recording)
        {
            box.Journal.Append(new RecordingStarted(Call, "r1", "2026/11/23/r1.wav"));
        }

        box.Time.Advance(TimeSpan.FromSeconds(3));
        box.Journal.Append(new LegAnswered(Call, "l2", Party.Phone("101")));
        box.Journal.Append(new CallConnected(Call, Party.Phone("101")));
    }
}
