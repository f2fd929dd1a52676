using Switchhook.Acd;
using Switchhook.Calls.Journal;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>What agents do who have nothing but an analog phone.</summary>
public sealed class WorkingDayTests : IDisposable
{
    private readonly QueueBox _queue = new(queue => queue with { Dispositions = [new("7", "appointment made")] });

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void An_agent_logs_in_takes_a_call_notes_it_pauses_and_logs_out()
    {
        var box = _queue.Box;
        _queue.LogIn(1);
        Assert.Equal(AgentState.Available, _queue.StateOf("ana"));

        _queue.Call(1);
        _queue.Answer(1);
        Assert.Equal(AgentState.Talking, _queue.StateOf("ana"));
        box.Advance(30);
        box.Line(1).HangUp();
        box.Until(() => _queue.StateOf("ana") == AgentState.WrapUp, 10, "The wrap-up begins");
        box.Phone(1).HangUp();
        box.Advance(1);

        _queue.Dial(1, "*457");
        Assert.Equal("appointment made", Assert.Single(box.Entries<QueueDisposed>()).Disposition);

        box.Until(() => _queue.StateOf("ana") == AgentState.Available, 11, "The wrap-up is over");
        _queue.Dial(1, "*431");
        Assert.Equal(AgentState.Paused, _queue.StateOf("ana"));
        _queue.Dial(1, "*44");
        Assert.Equal(AgentState.Available, _queue.StateOf("ana"));
        _queue.Dial(1, "*42");
        Assert.Equal(AgentState.LoggedOut, _queue.StateOf("ana"));
    }

    [Fact]
    public void A_call_tells_its_way_through_the_queue()
    {
        var box = _queue.Box;
        _queue.LogIn(2);
        _queue.Call(1);
        _queue.Answer(1);
        box.Advance(5);
        box.Line(1).HangUp();
        box.Until(() => box.Entries<CallEnded>().Any(), 10, "The call ends");
        box.Advance(1);

        var words = box.Journal.Select(one => one.Entry).OfType<CallEntry>().Select(entry => entry.Words).ToList();
        Assert.Contains("Place 1 in queue desk.", words);
        Assert.Contains(words, one => one.StartsWith("Offered to ana: first in the list of 2 free", StringComparison.Ordinal));
        Assert.Contains(words, one => one.Contains("bo was not next.", StringComparison.Ordinal));
        Assert.Contains("ana has the call.", words);
        Assert.Contains("ana's part in the call is over.", words);
    }
}
