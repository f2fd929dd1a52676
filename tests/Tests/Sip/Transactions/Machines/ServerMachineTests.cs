using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;
using static Switchhook.Sip.Transactions.Machines.TransactionPhase;

namespace Switchhook.Tests.Sip.Transactions.Machines;

public sealed class ServerMachineTests
{
    [Fact]
    public void Does_not_answer_a_repeated_request_before_its_user_does()
    {
        var script = MachineScript.Server();
        Assert.Equal(None, script.On(Repeated));
        Assert.Equal(Send, script.On(Provisional));
        Assert.Equal(Send, script.On(Repeated));
    }

    [Fact]
    public void Answers_a_repeated_request_for_64_T1_over_udp()
    {
        var script = MachineScript.Server().Until(2);
        Assert.Equal(Send, script.On(Success));
        Assert.Equal(Send, script.Until(33.9).On(Repeated));
        Assert.Equal(None, script.On(Failure));
        Assert.Equal(Terminated, script.Until(34).Phase);
    }

    [Fact]
    public void Is_over_with_its_answer_over_a_stream()
    {
        var script = MachineScript.Server(reliable: true);
        Assert.Equal(Send, script.On(Failure));
        Assert.Equal(Terminated, script.Phase);
    }

    [Fact]
    public void Is_over_after_64_T1_when_its_user_never_answers()
    {
        Assert.Equal(Trying, MachineScript.Server().Until(31.9).Phase);
        var script = MachineScript.Server().Until(32);
        Assert.Equal(Terminated, script.Phase);
        Assert.Equal(None, script.On(Success));
    }
}
