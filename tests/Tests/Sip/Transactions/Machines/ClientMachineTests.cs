using static Switchhook.Sip.Transactions.Machines.TransactionActions;
using static Switchhook.Sip.Transactions.Machines.TransactionEvent;
using static Switchhook.Sip.Transactions.Machines.TransactionPhase;

namespace Switchhook.Tests.Sip.Transactions.Machines;

public sealed class ClientMachineTests
{
    private static readonly double[] UpToT2 = [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5];

    [Fact]
    public void Repeats_with_doubling_interval_up_to_T2_over_udp_and_gives_up_after_64_T1()
    {
        var script = MachineScript.Client().Until(100);
        Assert.Equal(UpToT2, script.Moments(Send));
        Assert.Equal([32.0], script.Moments(TellTimeout));
        Assert.Equal(Terminated, script.Phase);
    }

    [Fact]
    public void Repeats_every_T2_after_a_provisional_response_and_gives_up_all_the_same()
    {
        var script = MachineScript.Client().Until(0.1);
        Assert.Equal(PassUp, script.On(Provisional));
        script.Until(100);
        Assert.Equal([0, 0.5, 4.5, 8.5, 12.5, 16.5, 20.5, 24.5, 28.5], script.Moments(Send));
        Assert.Equal([32.0], script.Moments(TellTimeout));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Takes_repeated_answers_for_T4_over_udp_and_not_at_all_over_a_stream(bool reliable)
    {
        foreach (var final in new[] { Success, Failure })
        {
            var script = MachineScript.Client(reliable).Until(1);
            Assert.Equal(PassUp, script.On(final));
            Assert.Equal(None, script.On(final));
            Assert.Equal(reliable ? Terminated : Completed, script.Until(5.9).Phase);
            Assert.Equal(Terminated, script.Until(6).Phase);
        }
    }

    [Fact]
    public void Sends_once_over_a_stream()
    {
        var script = MachineScript.Client(reliable: true).Until(10);
        script.On(Provisional);
        Assert.Equal([0.0], script.Until(100).Moments(Send));
        Assert.Equal([32.0], script.Moments(TellTimeout));
    }

    [Fact]
    public void Tells_a_wire_that_could_not_send()
    {
        var script = MachineScript.Client();
        Assert.Equal(TellFailure, script.On(WireFailed));
        Assert.Equal(Terminated, script.Phase);
    }
}
