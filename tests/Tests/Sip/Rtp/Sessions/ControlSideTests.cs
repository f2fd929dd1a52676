using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>RTCP between the engine and a phone.</summary>
public sealed class ControlSideTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private readonly EngineRig _rig = new();

    [Fact]
    public void Reports_go_to_the_agreed_port_from_the_odd_one_of_the_pair()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        var control = _rig.Network.Peer("192.0.2.7:5005");
        peer.Speak(1);
        _rig.Run(Longest);

        var (datagram, from) = control.Inbox.Peek();
        Assert.Equal((ushort)(session.Port + 1), from.Port);
        Assert.Equal(RtcpPackets.ReceiverReport, datagram[1]);
        Assert.Empty(peer.TakeAll());
    }

    [Fact]
    public void Where_both_share_a_port_reports_go_where_sound_goes()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004", agreed => agreed with { RemoteControl = agreed.Remote });
        peer.Speak(1);
        SendOwn(session);
        _rig.Run(Longest);

        Assert.Contains(peer.TakeAll(), datagram => datagram[1] == RtcpPackets.SenderReport);
    }

    [Fact]
    public void Reports_follow_a_phone_behind_a_router()
    {
        var (session, _) = _rig.Connect("192.0.2.7:5004");
        var sound = new RigPeer(_rig.Network, _rig.Network.Peer("192.0.2.7:61000"), session.Port);
        var control = _rig.Network.Peer("192.0.2.7:62222");
        sound.Speak(1);
        _rig.Step();
        Report(session, control);
        _rig.Run(Longest);

        Assert.NotEmpty(_rig.Network.TakeAll(control));
    }

    [Fact]
    public void A_report_brings_loss_and_round_trip_to_the_quality()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004", agreed => agreed with { RemoteControl = agreed.Remote });
        var phone = new ControlSession(PeerPackets.Ssrc, "phone", _rig.Time.GetUtcNow());
        _rig.Network.Delay = TimeSpan.FromMilliseconds(50);
        for (var i = 0; i < 1000; i++)
        {
            peer.Speak(1);
            SendOwn(session, (uint)i * 160);
            _rig.Run(TimeSpan.FromMilliseconds(20));
            foreach (var datagram in peer.TakeAll())
            {
                if (RtcpPackets.IsControl(datagram))
                {
                    phone.Take(datagram, _rig.Time.Elapsed);
                }
                else if (i % 10 != 0)
                {
                    phone.Reception.Take(PeerPackets.Header(datagram), _rig.Time.Elapsed, isSound: true);
                }
            }

            if (i % 200 == 199)
            {
                var room = new byte[RtcpWriter.MaxOctets];
                peer.Send(room[..phone.Write(room, sent: null, _rig.Time.Elapsed)]);
            }
        }

        var quality = session.Quality!;
        Assert.InRange(quality.RoundTripMilliseconds!.Value, 98, 125);
        Assert.InRange(quality.Reported!.LossShare, 0.06, 0.12);
        Assert.InRange(quality.Heard.Packets, 990, 1000);
        Assert.True(quality.Heard.Mos > quality.Reported.Mos);
    }

    [Theory]
    [InlineData("198.51.100.9:5005", 1, 0)]
    [InlineData("192.0.2.7:5005", 0, 1)]
    public void What_is_no_report_or_comes_from_a_stranger_is_counted(string from, int foreign, int malformed)
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        peer.Speak(1);
        _rig.Step();
        _rig.Network.Send(PacketAddress.From(IPEndPoint.Parse(from)), [1, 2, 3], Control(session));
        _rig.Step();

        Assert.Equal((foreign, malformed), (session.Network.Counts.Foreign, session.Network.Counts.Malformed));
    }

    [Fact]
    public void A_session_that_sent_says_goodbye()
    {
        var (session, _) = _rig.Connect("192.0.2.7:5004");
        var control = _rig.Network.Peer("192.0.2.7:5005");
        SendOwn(session);
        session.Close();
        _rig.Step();

        var types = new List<int>();
        for (var packets = new RtcpPackets(_rig.Network.TakeAll(control).Single()); packets.MoveNext();)
        {
            types.Add(packets.Type);
        }

        Assert.Equal([RtcpPackets.SenderReport, RtcpPackets.SourceDescription, RtcpPackets.Goodbye], types);
    }

    [Theory]
    [InlineData(SrtpSuite.AesCm128Sha1With32)]
    [InlineData(SrtpSuite.Aes128Gcm)]
    public void Reports_are_encrypted_where_sound_is(SrtpSuite suite)
    {
        var peer = new SecurePeer(_rig, "192.0.2.7:5004", suite, 1);
        peer.Send(PeerPackets.Of(1, [1, 2, 3, 4]));
        _rig.Run(Longest);

        Assert.All(peer.TakeControl(), datagram => Assert.True(RtcpPackets.IsControl(datagram)));
    }

    public void Dispose() => _rig.Dispose();

    private void SendOwn(RtpSession session, uint timestamp = 0)
    {
        _rig.Engine.Outgoing.Add(session.Network, new(8, false, 0, timestamp, 0), new byte[160]);
        _rig.Step();
    }

    private void Report(RtpSession session, MemorySocket from)
    {
        var room = new byte[RtcpWriter.MaxOctets];
        var octets = new ControlSession(PeerPackets.Ssrc, "phone", _rig.Time.GetUtcNow()).Write(room, sent: null, _rig.Time.Elapsed);
        _rig.Network.Send(from.Address, room.AsSpan(0, octets), Control(session));
        _rig.Step();
    }

    private static PacketAddress Control(RtpSession session) =>
        PacketAddress.From(new IPEndPoint(EngineRig.Local, session.Port + 1));
}
