using Switchhook.Acd;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Simulated;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>An agent at a number outside: whoever lifts there must press 1, for it may be an answering machine.</summary>
public sealed class OutsideAgentTests : IDisposable
{
    private const string Mobile = "+13125550177";

    private readonly QueueBox _queue = new(site: site => site with
    {
        Agents = site.Agents.SetItem("ana", site.Agents["ana"] with { Outside = new OutsideNumber(Mobile, "outside") }),
    });

    public OutsideAgentTests() => _queue.Box.Driver.Do(() => _queue.Box.Core.Queues.LogIn("ana", Mobile));

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void The_agent_presses_1_and_has_the_call()
    {
        var box = _queue.Box;
        box.Line(1).Outgoing = new OutgoingBehaviour.Answers { AfterRings = 1 };
        _queue.Call(2);
        box.Until(() => box.Line(1).DialledDigits == "3125550177", 10, "The agent is called");
        box.Advance(12);
        Assert.Equal(AgentState.Ringing, _queue.StateOf("ana"));
        Assert.Empty(box.Entries<QueueJoined>());

        box.Line(1).PressKeys("1");
        box.Until(() => box.Entries<QueueJoined>().Any(), 3, "The agent has the call");
        box.Advance(2);
        box.Line(2).HangUp();

        box.Until(() => _queue.StateOf("ana") == AgentState.WrapUp, 10, "The call is over");
    }

    [Fact]
    public void An_answering_machine_never_gets_a_call()
    {
        var box = _queue.Box;
        box.Line(1).Outgoing = new OutgoingBehaviour.Answers { AfterRings = 1 };
        _queue.Call(2);
        box.Until(() => _queue.StateOf("ana") == AgentState.Paused, 40, "Nobody has pressed 1");

        Assert.Empty(box.Entries<QueueJoined>());
        Assert.Equal("NoAnswer", box.Entries<QueueOfferEnded>().Single().Result);
    }
}
