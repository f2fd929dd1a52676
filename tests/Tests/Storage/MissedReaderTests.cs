using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Missed;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

/// <summary>The list of missed callers after a restart is the list before it.</summary>
public sealed class MissedReaderTests
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    [Fact]
    public void The_events_that_are_read_make_the_list_that_all_events_made()
    {
        using var box = new StoreBox();
        var live = new MissedBoard();
        box.Journal.Appended += live.Apply;
        foreach (var entry in Story())
        {
            box.Time.Advance(TimeSpan.FromSeconds(20));
            box.Journal.Append(entry);
        }

        Assert.True(box.Store.WritePending());
        var read = new MissedReader(box.Database).Since(box.Time.GetUtcNow() - MissedProjection.Keep).ToList();
        var again = new MissedBoard();
        again.Restore(read);
        Assert.Equal(live.Current.All, again.Current.All);
        Assert.Equal(
            ["3125550103 Claimed LeftMessage flow day", "3125550102 Open PromisedCall queue desk", "3125550101 Closed GaveUp "],
            live.Current.All.Select(row => $"{row.Id} {row.State} {row.End} {row.Reached}"));

        // The steps of calls that were answered are left where they are.
        Assert.DoesNotContain(read, one => one.Entry is StepTaken { Call.Value: "20261123-080000-answer" });
        Assert.Empty(new MissedReader(box.Database).Since(box.Time.GetUtcNow().AddSeconds(1)));
    }

    private static JournalEntry[] Story()
    {
        var (first, answer, promise, message) = (Id("first0"), Id("answer"), Id("promis"), Id("messag"));
        return
        [
            Started(first, "3125550101"),
            new CallEnded(first, Cause.HungUp("The caller")),
            Started(answer, "+13125550101"),
            new StepTaken(answer, "flow", "The call goes through flow day.") { Flow = "day", Path = "" },
            new CallConnected(answer, Party.Phone("101")),
            new CallEnded(answer, Cause.HungUp("The caller")),
            Started(promise, "3125550102"),
            new QueueEntered(promise, "v1", "desk", "Call", "3125550102", "main-1", null, false, "First."),
            new CallEnded(promise, Cause.HungUp("The caller")),
            new CallbackOwed(promise, "v1", "v1-back", "desk", "3125550102", Epoch, TimeSpan.Zero, [], null, Epoch, 0),
            Started(message, "3125550103"),
            new StepTaken(message, "flow", "The call goes through flow day.") { Flow = "day", Path = "" },
            new VoicemailLeft(message, "desk", "m1", "3125550103", null, TimeSpan.FromSeconds(5)),
            new CallEnded(message, Cause.HungUp("The caller")),
            new MissedChanged("3125550103", "Claimed", "ana"),
        ];
    }

    private static CallId Id(string end) => new($"20261123-080000-{end}");

    private static CallStarted Started(CallId call, string number) =>
        new(call, CallDirection.Inbound, Party.Line("main-1"), number, null, "The exchange sent it.", null);
}
