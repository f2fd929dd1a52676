using Switchhook.Sip.Rtp.Io;
using Switchhook.Tests.Sip.Rtp.Sessions;

namespace Switchhook.Tests.Sip.Rtp.Io;

public sealed class RtpEngineTests
{
    [Fact]
    public void Opens_a_pair_of_ports_and_closes_both()
    {
        using var rig = new EngineRig();
        var session = rig.Open();

        Assert.Equal((0, 2), (session.Port % 2, rig.Network.OpenSockets));

        session.Close();
        session.Close();
        rig.Step();
        Assert.Equal(0, rig.Network.OpenSockets);
    }

    [Fact]
    public void A_port_of_another_program_is_passed_over()
    {
        using var rig = new EngineRig(new RtpPortRange(20_000, 20_009));
        rig.Network.TakenPorts.UnionWith([20_001, 20_004]);

        Assert.Equal([20_002, 20_006, 20_008], Enumerable.Range(0, 3).Select(_ => rig.Open().Port).Order());
        Assert.False(rig.Engine.TryOpen(EngineRig.Local, out _, out var why));
        Assert.StartsWith("No pair of UDP ports is free in 20000-20009", why, StringComparison.Ordinal);
        Assert.Equal(6, rig.Network.OpenSockets);
    }

    [Fact]
    public void The_ports_of_a_call_that_ended_are_lent_again_after_their_rest()
    {
        using var rig = new EngineRig(new RtpPortRange(20_000, 20_001));
        rig.Open().Close();

        Assert.False(rig.Engine.TryOpen(EngineRig.Local, out _, out _));
        rig.Run(PortPairs.Rest);
        Assert.Equal(20_000, rig.Open().Port);
    }

    [Fact]
    public void A_system_without_more_sockets_is_told_in_its_words()
    {
        using var rig = new EngineRig();
        rig.Network.IsExhausted = true;

        Assert.False(rig.Engine.TryOpen(EngineRig.Local, out _, out var why));
        Assert.Equal("Too many open files.", why);
    }

    [Fact]
    public void The_media_thread_wakes_the_rtp_thread_only_when_there_is_something_to_send()
    {
        using var rig = new EngineRig();
        var (session, peer) = rig.Connect("192.0.2.7:5004");
        var wakes = rig.Network.Wakes;
        rig.Engine.Flush();
        Assert.Equal(wakes, rig.Network.Wakes);

        rig.Engine.Outgoing.Add(session.Network, new(8, false, 0, 0, 0), new byte[160]);
        rig.Engine.Flush();
        rig.Step();
        Assert.Equal(wakes + 1, rig.Network.Wakes);
        Assert.Single(peer.TakeAll());
    }

    [Fact]
    public void More_packets_than_the_ring_holds_are_counted_and_nothing_breaks()
    {
        using var rig = new EngineRig();
        var (session, peer) = rig.Connect("192.0.2.7:5004");
        for (uint i = 0; i < OutgoingQueue.Most + 5; i++)
        {
            rig.Engine.Outgoing.Add(session.Network, new(8, false, 0, i * 160, 0), new byte[160]);
        }

        rig.Step();
        Assert.Equal(5, rig.Engine.Outgoing.Refused);
        Assert.Equal(OutgoingQueue.Most, peer.TakeAll().Count);
    }

    [Fact]
    public void What_comes_for_a_call_that_ended_reaches_nobody()
    {
        using var rig = new EngineRig();
        var (session, peer) = rig.Connect("192.0.2.7:5004");
        peer.Speak(1);
        session.Close();
        rig.Step();

        Assert.False(session.Network.Incoming.TryPeek(out _, out _));
    }

    [Fact]
    public void Ends_with_sessions_open()
    {
        var rig = new EngineRig();
        rig.Connect("192.0.2.7:5004");
        rig.Dispose();

        Assert.Equal(1, rig.Network.OpenSockets);
    }
}
