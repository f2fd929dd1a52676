using Switchhook.Acd;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Appliance.Queues;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site.Queues;
using Switchhook.Tests.Flows.Queues;
using Switchhook.Tests.Storage;
using Switchhook.Tests.Storage.Queues;

namespace Switchhook.Tests.Appliance.Queues;

/// <summary>What agents find after a power cut.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly QueueBox _before = new();
    private readonly QueueBox _after = new();
    private readonly StoreBox _disk = new();

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public void Agents_are_where_they_were_and_the_wrap_up_ends_at_the_same_second()
    {
        Work();
        var until = _before.Box.Core.Queues.Engine.Agent("ana")!.Until!.Value;
        var since = Agents.Select(agent => _before.Box.Core.QueueBoard.Current.Agents[agent].Since).ToList();

        PowerCut(TimeSpan.FromSeconds(3));

        Assert.Equal([AgentState.WrapUp, AgentState.Paused, AgentState.Available], Agents.Select(_after.StateOf));
        Assert.Equal("lunch", _after.Box.Core.Queues.Engine.Agent("bo")!.PauseReason);
        Assert.Equal(until, _after.Box.Core.Queues.Engine.Agent("ana")!.Until);
        Assert.Equal(since, Agents.Select(agent => _after.Box.Core.QueueBoard.Current.Agents[agent].Since));

        _after.Box.Until(() => _after.StateOf("ana") == AgentState.Available, 10, "The wrap-up is over");
        Assert.Equal(until, _after.Box.Driver.Time.GetUtcNow());
    }

    [Fact]
    public void A_wrap_up_that_was_made_longer_began_when_it_began()
    {
        Work();
        var since = _before.Box.Core.Queues.Engine.Agent("ana")!.Since;
        _before.Dial(1, "*46");

        PowerCut(TimeSpan.FromSeconds(3));

        Assert.Equal((AgentState.WrapUp, since), (_after.StateOf("ana"), _after.Box.Core.Queues.Engine.Agent("ana")!.Since));
    }

    [Fact]
    public void A_call_that_is_owed_has_waited_since_it_was_asked_for()
    {
        var call = new CallId("20261123-080000-aaaaaa");
        var turn = _before.Box.Driver.Time.GetUtcNow();
        var owed = new CallbackOwed(
            call, $"{call}-1", $"{call}-2", "desk", "3125550199", turn, TimeSpan.Zero, [], null, turn.AddHours(1), 0);
        _before.Box.Driver.Do(() =>
        {
            _before.Box.Core.Journal.Append(owed);
            _before.Box.Core.Journal.Append(
                new QueueEntered(call, owed.Ticket, "desk", "Callback", owed.Number, null, turn, true, "Place 1."));
        });
        var waiting = _before.Box.Core.QueueBoard.Current.Visits[owed.Ticket];

        PowerCut(TimeSpan.FromMinutes(2), withCallbacks: true);

        Assert.Equal(waiting, Assert.Single(_after.Box.Core.QueueBoard.Current.Visits.Values));
        Assert.Equal(owed.Ticket, Assert.Single(_after.Box.Core.Queues.Engine.WaitingIn("desk")).Item.Id);
    }

    [Fact]
    public void P32_Answered_calls_of_agents_who_never_log_in_again_are_reported_as_abandoned()
    {
        Work();
        PowerCut(TimeSpan.FromSeconds(30));
        var from = _after.Box.Driver.Time.GetUtcNow();

        // The agents sit where they sat; nobody has dialled a code since the restart.
        _after.Call(1);
        _after.Answer(1);
        _after.Box.Advance(40);
        _after.Box.Line(1).HangUp();
        _after.Box.Until(() => _after.Box.Entries<QueueTalkEnded>().Any(), 10, "The talk is over");

        var visits = new SameFacts(_after.Box.Journal).Visits;
        var report = new QueueReport(visits, new Interval(from, from.AddHours(1)), new FigureRules(), _after.Box.Driver.Time.GetUtcNow());
        Assert.Equal((1, 0, 0), (report.Whole.Answered.Count, report.Whole.Abandoned.Count, report.Whole.ShortAbandoned.Count));
        Assert.Equal("ana", Assert.Single(report.ByAgent()).Key);
    }

    [Fact]
    public void Who_was_moved_to_other_queues_is_there_yet()
    {
        Work();
        _before.Box.Driver.Do(() =>
        {
            _before.Box.Core.Queues.Assign("ana", ["desk"], "Dana");
            _before.Box.Core.Queues.Assign("bo", ["desk"], "Dana");
            _before.Box.Core.Queues.Assign("bo", null, "Dana");
        });

        PowerCut(TimeSpan.FromSeconds(3));

        var (assigned, site) = (_after.Box.Core.QueueBoard.Current.Assigned, _after.Box.Core.Site.Model);
        Assert.Equal((true, false), (assigned.IsMoved(site, "ana"), assigned.IsMoved(site, "bo")));
    }

    [Fact]
    public void A_phone_that_is_lifted_meanwhile_is_noticed()
    {
        Work();
        PowerCut(TimeSpan.FromSeconds(3));
        Assert.Equal(AgentState.Available, _after.StateOf("chen"));

        _after.Box.Phone(3).Lift();
        _after.Box.Advance(1);

        Assert.Equal(AgentState.Unreachable, _after.StateOf("chen"));
    }

    [Fact]
    public void What_an_agent_did_before_is_told_to_have_ended_with_the_last_sign()
    {
        Work();
        var lastSign = _before.Box.Journal[^1].At;

        PowerCut(TimeSpan.FromSeconds(3));

        Assert.Equal(3, _after.Box.Entries<AgentChanged>().Count(change => change.EndedAt == lastSign));
    }

    [Fact]
    public void A_wrap_up_that_was_over_by_then_is_over()
    {
        Work();

        PowerCut(TimeSpan.FromSeconds(30));

        Assert.Equal(AgentState.Available, _after.StateOf("ana"));
    }

    [Fact]
    public void Who_is_not_in_the_site_file_any_more_is_logged_out()
    {
        Work();
        PowerCut(TimeSpan.FromSeconds(3), gone: "bo");

        var told = Assert.Single(_after.Box.Entries<AgentChanged>(), change => change.Agent == "bo");
        Assert.Equal(nameof(AgentState.LoggedOut), told.State);
        Assert.Equal(AgentState.Available, _after.StateOf("chen"));
    }

    private static readonly string[] Agents = ["ana", "bo", "chen"];

    // Ana finishes a call, bo is at lunch, chen waits for work.
    private void Work()
    {
        _before.LogIn(3);
        _before.Dial(2, "*431");
        _before.Call(1);
        _before.Answer(1);
        _before.Box.Advance(20);
        _before.Box.Line(1).HangUp();
        _before.Box.Until(() => _before.StateOf("ana") == AgentState.WrapUp, 10, "The wrap-up begins");
        _before.Box.Phone(1).HangUp();
        _before.Box.Advance(1);
    }

    private void PowerCut(TimeSpan off, string? gone = null, bool withCallbacks = false)
    {
        foreach (var journalEvent in _before.Box.Journal)
        {
            _disk.Store.Write(journalEvent);
        }

        Assert.True(_disk.Store.WritePending());
        var recovered = _disk.Restart();
        var now = _before.Box.Driver.Time.GetUtcNow() + off;
        _after.Box.Driver.Advance(now - _after.Box.Driver.Time.GetUtcNow());
        var core = _after.Box.Core;
        var site = core.Site.Model;
        var queue = site.Queues["desk"];
        site = site with
        {
            Agents = gone is null ? site.Agents : site.Agents.Remove(gone),
            Queues = site.Queues.SetItem("desk", queue with
            {
                Agents = [.. queue.Agents.Where(agent => agent.Agent != gone)],
                Callback = withCallbacks ? new CallbackConfig(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2)) : null,
            }),
        };
        _after.Box.Driver.Do(() =>
        {
            core.Apply(core.Site with { Model = site }, "the test", "The site of the new start.");
            AgentMemories.Restore(core.Queues, site, _disk.Database, recovered.LastSign, core.Journal, now);
            OwedMemories.Restore(core.QueueBoard, core.Switchboard, _disk.Database, now);
        });
    }
}
