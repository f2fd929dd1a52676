using Switchhook.Acd;
using Switchhook.Acd.Signals;

namespace Switchhook.Tests.Acd.Signals;

public sealed class QueueSignalTests
{
    private static readonly TimeSpan Target = TimeSpan.FromSeconds(20);

    private readonly SomeQueue _queue = new();

    [Fact]
    public void A_caller_waits_and_at_the_target_it_is_told_which_was_known_before()
    {
        Assert.Equal(QueueSignal.Idle, SignalAt(0));
        Assert.Null(QueueSignals.NextChangeAt(_queue.Moment(0), Target, hasAlarm: false));
        _queue.Enter(1);
        _queue.Enter(9);
        Assert.Equal(QueueSignal.CallsWaiting, SignalAt(10));
        Assert.Equal(SomeQueue.At(21), QueueSignals.NextChangeAt(_queue.Moment(10), Target, hasAlarm: false));
        Assert.Equal(QueueSignal.CallsWaiting, SignalAt(20.999));
        Assert.Equal(QueueSignal.OverTarget, SignalAt(21));
        Assert.Null(QueueSignals.NextChangeAt(_queue.Moment(21), Target, hasAlarm: false));

        _queue.Answer(0, 22);
        Assert.Equal(QueueSignal.CallsWaiting, SignalAt(23));
        _queue.Answer(1, 24);
        Assert.Equal(QueueSignal.Idle, SignalAt(25));
    }

    [Theory]
    [InlineData(QueueSignal.Idle, AgentState.Talking, AgentState.Available)]
    [InlineData(QueueSignal.Busy, AgentState.Talking, AgentState.WrapUp)]
    [InlineData(QueueSignal.Busy, AgentState.Holding, AgentState.Paused)]
    [InlineData(QueueSignal.NoAgents, AgentState.LoggedOut, AgentState.Paused, AgentState.Unreachable)]
    [InlineData(QueueSignal.NoAgents)]
    public void Without_callers_it_tells_of_the_agents(QueueSignal signal, params AgentState[] agents)
    {
        _queue.Agents.Clear();
        _queue.Agents.AddRange(agents);
        Assert.Equal(signal, SignalAt(0));
    }

    [Fact]
    public void That_nobody_is_there_is_more_pressing_than_a_wait_and_an_alarm_more_than_all()
    {
        _queue.Enter(0);
        _queue.Agents[0] = AgentState.Paused;
        Assert.Equal(QueueSignal.NoAgents, SignalAt(5));
        Assert.Null(QueueSignals.NextChangeAt(_queue.Moment(5), Target, hasAlarm: false));
        Assert.Equal(QueueSignal.Alarm, QueueSignals.Of(_queue.Moment(5), Target, hasAlarm: true));
    }

    [Fact]
    public void By_night_nobody_is_missed_until_a_caller_waits()
    {
        _queue.IsNight = true;
        _queue.Agents[0] = AgentState.LoggedOut;
        Assert.Equal(QueueSignal.Idle, SignalAt(0));
        _queue.Enter(1);
        Assert.Equal(QueueSignal.NoAgents, SignalAt(2));
    }

    [Fact]
    public void Calls_back_and_callers_of_other_queues_do_not_wait_here()
    {
        _queue.Enter(0, WorkKind.Callback);
        _queue.Enter(0, queue: "help");
        Assert.Equal(QueueSignal.Idle, SignalAt(100));
    }

    private QueueSignal SignalAt(double at) => QueueSignals.Of(_queue.Moment(at), Target, hasAlarm: false);
}
