using Switchhook.Sip.Transactions.Machines;
using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;
using static Switchhook.Sip.Transactions.Machines.TransactionPhase;

namespace Switchhook.Tests.Sip.Transactions.Machines;

public sealed class ServerInviteMachineTests
{
    private static readonly double[] UpToT2 = [1, 1.5, 2.5, 4.5, 8.5, 12.5, 16.5, 20.5, 24.5, 28.5, 32.5];

    [Fact]
    public void Answers_100_once_when_its_user_is_silent_for_200_ms()
    {
        var script = MachineScript.ServerInvite().Until(300);
        Assert.Equal([0.2], script.Moments(SendTrying));
        Assert.Equal(Proceeding, script.Phase);
    }

    [Fact]
    public void Does_not_answer_100_when_its_user_was_quick()
    {
        var script = MachineScript.ServerInvite().Until(0.1);
        Assert.Equal(Send, script.On(Provisional));
        Assert.Empty(script.Until(60).Moments(SendTrying));
    }

    [Fact]
    public void Answers_a_repeated_request_with_what_was_said_last()
    {
        var script = MachineScript.ServerInvite().Until(1);
        Assert.Equal(Send, script.On(Repeated));
        script.On(Failure);
        Assert.Equal(Send, script.On(Repeated));
    }

    [Fact]
    public void Repeats_a_failure_up_to_T2_over_udp_and_tells_that_no_ACK_came()
    {
        var script = MachineScript.ServerInvite().Until(1);
        script.On(Failure);
        script.Until(100);
        Assert.Equal(UpToT2, script.Moments(Send));
        Assert.Equal([33.0], script.Moments(TellTimeout));
        Assert.Equal(Terminated, script.Phase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Takes_repeated_ACKs_for_T4_over_udp_and_not_at_all_over_a_stream(bool reliable)
    {
        var script = MachineScript.ServerInvite(reliable).Until(1);
        script.On(Failure);
        Assert.Equal(None, script.Until(2).On(Acknowledged));
        Assert.Equal(reliable ? Terminated : Confirmed, script.Phase);
        Assert.Equal(None, script.On(Acknowledged));
        Assert.Equal(None, script.On(Repeated));
        Assert.Equal(Terminated, script.Until(7).Phase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Leaves_success_to_its_user_and_takes_repeated_requests_for_64_T1(bool reliable)
    {
        var script = MachineScript.ServerInvite(reliable).Until(1);
        Assert.Equal(Send, script.On(Success));
        Assert.Equal(None, script.Until(1.5).On(Repeated));
        Assert.Equal(Send, script.On(Success));
        Assert.Equal(PassUp, script.On(Acknowledged));
        Assert.Equal(None, script.On(Failure));
        Assert.Equal(Accepted, script.Until(32.9).Phase);
        Assert.Equal(Terminated, script.Until(33).Phase);
        Assert.Empty(script.Moments(TellTimeout));
    }

    [Theory]
    [InlineData("Provisional")]
    [InlineData("Success")]
    [InlineData("Failure")]
    public void Stays_when_the_wire_cannot_send(string answered)
    {
        var script = MachineScript.ServerInvite();
        script.On(Enum.Parse<TransactionEvent>(answered));
        var before = script.Phase;
        Assert.Equal(TellFailure, script.On(WireFailed));
        Assert.Equal(before, script.Phase);
    }
}
