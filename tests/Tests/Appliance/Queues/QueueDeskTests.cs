using Switchhook.Acd;
using Switchhook.Acd.Signals;
using Switchhook.Appliance.Queues;
using Switchhook.Calls.Journal;
using Switchhook.Site;
using Switchhook.Site.Queues;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Appliance.Queues;

/// <summary>What the web does for agents and callers, on a whole box.</summary>
public sealed class QueueDeskTests : IDisposable
{
    private readonly QueueBox _queue = new(site: WithSales);
    private readonly QueueDesk _desk;

    public QueueDeskTests() => _desk = new QueueDesk(
        _queue.Box.Driver.Loop, _queue.Box.Core.Queues, _queue.Box.Core.Watch, _queue.Box.Core.LostCallers);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task An_agent_is_logged_in_paused_made_ready_and_logged_out()
    {
        Assert.Equal("ana is not logged in.", await Done(_desk.PauseAsync("ana", "lunch")));
        Assert.Null(await Done(_desk.LogInAsync("ana", "101")));
        Assert.Equal(AgentState.Available, _queue.StateOf("ana"));
        Assert.Equal(QueueSignal.NoAgents, _desk.Signals["sales"]);
        Assert.Equal("ana does not finish a call now.", await Done(_desk.MoreTimeAsync("ana")));

        Assert.Null(await Done(_desk.PauseAsync("ana", "lunch")));
        Assert.Equal(AgentState.Paused, _queue.StateOf("ana"));
        Assert.Null(await Done(_desk.ReadyAsync("ana")));
        Assert.Equal(AgentState.Available, _queue.StateOf("ana"));

        Assert.Null(await Done(_desk.LogOutAsync("ana", "key reports")));
        Assert.Equal("ana is logged out (by key reports).", _queue.Box.Entries<AgentChanged>().Last().Words);
        Assert.Equal("ana is not logged in.", await Done(_desk.ReadyAsync("ana")));
        Assert.Equal("dee is not in the site that is in force.", await Done(_desk.LogInAsync("dee", "101")));
    }

    [Fact]
    public async Task A_wrap_up_gets_a_minute_more()
    {
        _queue.LogIn(1);
        _queue.Call(1);
        _queue.Answer(1);
        _queue.Box.Line(1).HangUp();
        _queue.Box.Until(() => _queue.StateOf("ana") == AgentState.WrapUp, 10, "The wrap-up begins");
        var until = _queue.Box.Core.Queues.Engine.Agent("ana")!.Until;

        Assert.Null(await Done(_desk.MoreTimeAsync("ana")));

        Assert.Equal(until + TimeSpan.FromMinutes(1), _queue.Box.Core.Queues.Engine.Agent("ana")!.Until);
    }

    [Fact]
    public async Task A_caller_who_waits_is_moved_and_answered_in_the_other_queue()
    {
        _queue.Call(1);
        var turns = _desk.TurnsAsync("desk");
        _queue.Box.Driver.Drain();
        var visit = Assert.Single(await turns).Visit;

        Assert.Null(await Done(_desk.MoveAsync(visit, "sales", "key reports")));

        Assert.Equal("sales", _queue.Box.Core.QueueBoard.Current.Visits[visit].Queue);
        Assert.Equal("sales", _queue.Box.Entries<QueueEntered>().Last().Queue);
        const string Told = "Moved from queue desk to queue sales by key reports.";
        Assert.Contains(_queue.Box.Entries<StepTaken>(), step => step.Words.Contains(Told, StringComparison.Ordinal));
        const string Refused = "The caller does not wait any more, or waits in queue sales already.";
        Assert.Equal(Refused, await Done(_desk.MoveAsync(visit, "sales", "key reports")));

        // Chen alone is in both queues and logs in: the caller is offered as one of the other queue.
        Assert.Null(await Done(_desk.LogInAsync("chen", "103")));
        _queue.Answer(3);
        Assert.Equal("sales", Assert.Single(_queue.Box.Entries<QueueOffered>()).Queue);
    }

    [Fact]
    public async Task An_agent_is_moved_to_another_queue_and_back()
    {
        var (box, site) = (_queue.Box, _queue.Box.Core.Site.Model);
        _queue.LogIn(1);
        Assert.Null(await Done(_desk.AssignAsync("ana", ["sales"], "Dana")));
        Assert.Equal(["sales"], box.Core.QueueBoard.Current.Assigned.QueuesOf(site, "ana"));
        Assert.Equal((QueueSignal.NoAgents, QueueSignal.Idle), (_desk.Signals["desk"], _desk.Signals["sales"]));

        _queue.Call(1);
        box.Advance(3);
        Assert.Empty(box.Entries<QueueOffered>());

        Assert.Null(await Done(_desk.AssignAsync("ana", null, "Dana")));
        _queue.Answer(1);
        Assert.Equal("desk", Assert.Single(box.Entries<QueueOffered>()).Queue);
        Assert.Equal(
            ["ana answers sales from now on (by Dana).", "ana answers the queues of the site file again (by Dana)."],
            box.Entries<AgentAssigned>().Select(entry => entry.Words));
    }

    private static SiteModel WithSales(SiteModel site) => site with
    {
        Queues = site.Queues.Add("sales", new QueueConfig("sales", [new QueueAgent("chen", TimeSpan.Zero)])),
    };

    private async Task<string?> Done(Task<string?> command)
    {
        _queue.Box.Driver.Drain();
        return await command;
    }
}
