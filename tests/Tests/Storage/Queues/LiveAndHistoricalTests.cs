using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.History;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>Live and historical figures are the same at every moment of a day that is played.</summary>
public sealed class LiveAndHistoricalTests : IDisposable
{
    private readonly QueueBox _queue = new();
    private readonly StoreBox _disk = new();
    private int _stored;

    public void Dispose()
    {
        _queue.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public void Every_figure_is_the_same_live_and_from_the_disk()
    {
        var box = _queue.Box;
        _queue.LogIn(1);
        Same(waiting: 0, answered: 0);

        _queue.Call(1, "3125550142");
        box.Advance(3);
        Same(waiting: 1, answered: 0);

        _queue.Answer(1);
        _queue.Call(2, "3125550143");
        box.Advance(12);
        Same(waiting: 1, answered: 1);

        box.Line(2).HangUp();
        box.Advance(10);
        Same(waiting: 0, answered: 1);

        box.Line(1).HangUp();
        box.Advance(5);
        box.Phone(1).HangUp();
        Same(waiting: 0, answered: 1);

        box.Advance(15);
        _queue.Dial(1, "*431");
        Same(waiting: 0, answered: 1);
        Assert.Equal(1, Report(_disk).Whole.Value(FigureName.Abandoned));
    }

    private DateTimeOffset Now => _queue.Box.Driver.Time.GetUtcNow();

    private Interval Day => new(Now.AddHours(-8), Now.AddHours(1));

    private void Same(int waiting, int answered)
    {
        foreach (var journalEvent in _queue.Box.Journal.Skip(_stored))
        {
            _disk.Store.Write(journalEvent);
        }

        _stored = _queue.Box.Journal.Count;
        Assert.True(_disk.Store.WritePending());
        SameFacts.AsJournal(_disk.Database, _queue.Box.Journal);

        // Who waits: the live board against the disk.
        var board = _queue.Box.Core.QueueBoard.Current;
        var live = LiveFigures.At(board.Visits.Values, Now);
        var stored = LiveFigures.At(new FactReader(_disk.Database).Visits(Day), Now);
        Assert.Equal(waiting, live.Waiting.Count);
        Assert.Equal(live.Waiting, stored.Waiting);
        Assert.Equal(live.LongestWait, stored.LongestWait);

        // What was: the facts in memory against the disk.
        var (fromJournal, fromDisk) = (Report(new SameFacts(_queue.Box.Journal).Visits), Report(_disk));
        Assert.Equal(answered, fromDisk.Whole.Value(FigureName.Answered));
        Assert.All(Enum.GetValues<FigureName>(), name => Assert.Equal(fromJournal.Whole.Value(name), fromDisk.Whole.Value(name)));

        // What agents do: the board against the span that lasts on the disk.
        var facts = new FactReader(_disk.Database).Agents(Day);
        Assert.Equal(
            board.Agents.Values.Select(agent => (agent.Name, agent.State, agent.Since, agent.Reason, agent.Visit)),
            facts.Spans.Where(span => span.To is null).OrderBy(span => span.Agent, StringComparer.Ordinal)
                .Select(span => (span.Agent, span.State, span.From, span.Reason, span.Visit)));
        var time = new AgentReport(facts.Spans, facts.Offers, facts.Visits, new FigureRules(), Now).TimeOf([Day]);
        var loggedIn = facts.Spans.Where(span => span.State != Switchhook.Acd.AgentState.LoggedOut).Min(span => span.From);
        Assert.Equal(Now - loggedIn, time[0].LoggedIn);
    }

    private QueueReport Report(StoreBox disk) => Report(new FactReader(disk.Database).Visits(Day));

    private QueueReport Report(IEnumerable<Visit> visits) => new(visits, Day, new FigureRules(), Now);
}
