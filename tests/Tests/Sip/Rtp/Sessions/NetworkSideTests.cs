using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

public sealed class NetworkSideTests : IDisposable
{
    private readonly EngineRig _rig = new();

    [Fact]
    public void What_the_peer_says_reaches_the_media_thread()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        peer.Speak(1);
        peer.Speak(2);
        _rig.Step();

        Assert.Equal([1, 2], Heard(session));
    }

    [Fact]
    public void Nothing_is_heard_before_something_is_agreed_or_while_the_box_does_not_listen()
    {
        var session = _rig.Open();
        var peer = new RigPeer(_rig.Network, _rig.Network.Peer("192.0.2.7:5004"), session.Port);
        peer.Speak(1);
        _rig.Step();
        session.Apply(Agreed("192.0.2.7:5004") with { Receives = false });
        _rig.Step();
        peer.Speak(2);
        _rig.Step();
        session.Apply(Agreed("192.0.2.7:5004"));
        _rig.Step();
        peer.Speak(3);
        _rig.Step();

        Assert.Equal([3], Heard(session));
    }

    [Fact]
    public void A_packet_that_comes_twice_is_heard_once()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        foreach (ushort number in new[] { 5, 5, 7, 6, 7, 6 })
        {
            peer.Send(PeerPackets.Of(number, [(byte)number]));
        }

        _rig.Step();
        Assert.Equal([5, 7, 6], Heard(session));
        Assert.Equal(3, session.Network.Counts.Replayed);
    }

    [Fact]
    public void Each_packet_that_does_not_count_has_its_reason()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        var stranger = new RigPeer(_rig.Network, _rig.Network.Peer("198.51.100.9:5004"), session.Port);
        peer.Speak(1);
        peer.Send([1, 2, 3]);
        peer.Send(new byte[1700]);
        peer.Speak(2, type: 14);
        peer.Send(PeerPackets.Of(102, new byte[1000]));
        stranger.Speak(3);
        _rig.Step();

        var counts = session.Network.Counts;
        Assert.Equal([1], Heard(session));
        Assert.Equal((2, 1, 1, 1), (counts.Malformed, counts.Unexpected, counts.Overrun, counts.Foreign));
    }

    [Fact]
    public void A_flood_is_counted_and_leaves_the_first_packets()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        for (var i = 0; i < 100; i++)
        {
            peer.Speak((byte)i);
        }

        for (var i = 0; i < 4; i++)
        {
            _rig.Step();
        }

        Assert.Equal(16, Heard(session).Count);
        Assert.Equal(84, session.Network.Counts.Overrun);
    }

    [Fact]
    public void Packets_go_where_the_peers_come_from()
    {
        var (session, agreed) = _rig.Connect("192.0.2.7:5004");
        var peer = new RigPeer(_rig.Network, _rig.Network.Peer("192.0.2.7:61000"), session.Port);
        SendOwn(session);
        peer.Speak(1);
        _rig.Step();
        SendOwn(session);

        Assert.Single(agreed.TakeAll());
        Assert.Single(peer.TakeAll());
    }

    [Theory]
    [InlineData("0.0.0.0:5004", true)]
    [InlineData("192.0.2.7:5004", false)]
    public void On_hold_nothing_is_sent(string remote, bool sends)
    {
        var (session, _) = _rig.Connect("192.0.2.7:5004");
        session.Apply(Agreed(remote) with { Sends = sends });
        SendOwn(session);

        Assert.Equal(0, _rig.Network.Sent);
    }

    [Fact]
    public void A_key_press_is_told_once_and_is_not_heard_as_sound()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        var told = new List<char>();
        session.DigitReceived += told.Add;
        for (ushort i = 0; i < 6; i++)
        {
            peer.Send(PeerPackets.Of(i, [11, (byte)(i < 3 ? 10 : 0x8A), 0, (byte)(i * 20)], timestamp: 8000, type: 101, marker: i == 0));
            _rig.Step();
        }

        Assert.Equal(['#'], told);
        Assert.Empty(Heard(session));
    }

    [Fact]
    public void Silence_is_told_once_with_a_sentence_and_again_after_the_next_sound()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        var told = new List<string>();
        session.WentSilent += told.Add;
        _rig.Run(2 * RtpSession.SilenceLimit);
        Assert.Equal(["No sound came from 192.0.2.7:5004 for 30 s."], told);

        peer.Speak(1);
        _rig.Run(2 * RtpSession.SilenceLimit);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public void Silence_on_hold_is_expected()
    {
        var (session, _) = _rig.Connect("192.0.2.7:5004", agreed => agreed with { Receives = false });
        var told = new List<string>();
        session.WentSilent += told.Add;
        _rig.Run(2 * RtpSession.SilenceLimit);

        Assert.Empty(told);
    }

    public void Dispose() => _rig.Dispose();

    private static AgreedAudio Agreed(string remote) => EngineRig.Agreed(IPEndPoint.Parse(remote));

    private void SendOwn(RtpSession session)
    {
        _rig.Engine.Outgoing.Add(session.Network, new(8, false, 0, 0, 0), new byte[160]);
        _rig.Step();
    }

    // The first octet of each payload of sound.
    private static List<int> Heard(RtpSession session)
    {
        var heard = new List<int>();
        while (session.Network.Incoming.TryPeek(out var packet, out var payload))
        {
            if (packet.Kind == PacketKind.Sound)
            {
                heard.Add(payload[0]);
            }

            session.Network.Incoming.Release();
        }

        return heard;
    }
}
