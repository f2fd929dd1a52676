using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;
using static Switchhook.Sip.Transactions.Machines.TransactionPhase;

namespace Switchhook.Tests.Sip.Transactions.Machines;

public sealed class ClientInviteMachineTests
{
    private static readonly double[] Doubling = [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5];

    [Fact]
    public void Repeats_with_doubling_interval_over_udp_and_gives_up_after_64_T1()
    {
        var script = MachineScript.ClientInvite().Until(100);
        Assert.Equal(Doubling, script.Moments(Send));
        Assert.Equal([32.0], script.Moments(TellTimeout));
        Assert.Equal(Terminated, script.Phase);
    }

    [Fact]
    public void Sends_once_over_a_stream_and_gives_up_after_64_T1()
    {
        var script = MachineScript.ClientInvite(reliable: true).Until(100);
        Assert.Equal([0.0], script.Moments(Send));
        Assert.Equal([32.0], script.Moments(TellTimeout));
    }

    [Fact]
    public void Rings_as_long_as_its_user_wants_after_a_provisional_response()
    {
        var script = MachineScript.ClientInvite().Until(0.6);
        Assert.Equal(PassUp, script.On(Provisional));
        Assert.Equal(Proceeding, script.Until(600).Phase);
        Assert.Equal([0, 0.5], script.Moments(Send));
        Assert.Equal(PassUp, script.On(Provisional));
    }

    [Fact]
    public void Is_over_when_its_user_waits_no_longer()
    {
        var script = MachineScript.ClientInvite();
        script.On(Provisional);
        Assert.Equal(None, script.On(Abandoned));
        Assert.Equal(Terminated, script.Phase);
    }

    [Fact]
    public void Acknowledges_each_failure_but_passes_it_up_once_and_forgets_it_after_32_seconds()
    {
        var script = MachineScript.ClientInvite().Until(1);
        Assert.Equal(SendAck | PassUp, script.On(Failure));
        Assert.Equal(Completed, script.Until(5).Phase);
        Assert.Equal(SendAck, script.On(Failure));
        Assert.Equal(None, script.On(Success));
        Assert.Equal(None, script.On(Provisional));
        Assert.Equal(Completed, script.Until(32.9).Phase);
        Assert.Equal(Terminated, script.Until(33).Phase);
        Assert.Empty(script.Moments(TellTimeout));
    }

    [Fact]
    public void Is_over_with_a_failure_over_a_stream()
    {
        var script = MachineScript.ClientInvite(reliable: true);
        Assert.Equal(SendAck | PassUp, script.On(Failure));
        Assert.Equal(Terminated, script.Phase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_each_success_up_for_64_T1(bool reliable)
    {
        var script = MachineScript.ClientInvite(reliable);
        script.On(Provisional);
        Assert.Equal(PassUp, script.Until(3).On(Success));
        Assert.Equal(PassUp, script.Until(10).On(Success));
        Assert.Equal(None, script.On(Failure));
        Assert.Equal(Accepted, script.Until(34.9).Phase);
        Assert.Equal(Terminated, script.Until(35).Phase);
    }

    [Fact]
    public void Tells_a_wire_that_could_not_send_while_nothing_has_come_back_only()
    {
        var script = MachineScript.ClientInvite();
        Assert.Equal(TellFailure, script.On(WireFailed));
        Assert.Equal(Terminated, script.Phase);

        var proceeding = MachineScript.ClientInvite();
        proceeding.On(Provisional);
        Assert.Equal(None, proceeding.On(WireFailed));
        Assert.Equal(Proceeding, proceeding.Phase);

        var completed = MachineScript.ClientInvite();
        completed.On(Failure);
        Assert.Equal(None, completed.On(WireFailed));
        Assert.Equal(Terminated, completed.Phase);
    }
}
