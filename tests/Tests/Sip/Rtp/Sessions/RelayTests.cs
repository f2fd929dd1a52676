using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

public sealed class RelayTests : IDisposable
{
    private readonly EngineRig _rig = new();
    private readonly RtpSession _a;
    private readonly RtpSession _b;
    private readonly RigPeer _anna;
    private readonly RigPeer _ben;

    public RelayTests()
    {
        (_a, _anna) = _rig.Connect("192.0.2.7:5004");
        (_b, _ben) = _rig.Connect("192.0.2.8:5004", agreed => agreed with { TelephoneEvent = 96, TelephoneEventIn = 96 });
    }

    [Fact]
    public void Packets_go_over_as_they_come_under_the_boxs_own_name()
    {
        Relay(true);
        for (byte i = 1; i <= 5; i++)
        {
            _anna.Speak(i);
            _ben.Speak((byte)(10 * i));
        }

        _rig.Step();
        Assert.Equal([1, 2, 3, 4, 5], First(_ben.TakeAll()));
        var sent = _anna.TakeAll();
        Assert.Equal([10, 20, 30, 40, 50], First(sent));
        Assert.DoesNotContain(sent, packet => PeerPackets.Header(packet).Ssrc == PeerPackets.Ssrc);
    }

    [Fact]
    public void The_change_between_frames_and_packets_leaves_no_seam()
    {
        for (byte i = 0; i < 40; i++)
        {
            Relay(i / 10 % 2 == 1);
            _anna.Speak(i);
            if (_a.Network.RelayTo is null)
            {
                _rig.Engine.Outgoing.Add(_b.Network, new RtpHeader(8, false, 0, i * 160u, 0), new byte[160]);
            }

            _rig.Run(TimeSpan.FromMilliseconds(20));
        }

        var headers = _ben.TakeAll().Select(PeerPackets.Header).ToList();
        Assert.Equal(40, headers.Count);
        foreach (var (before, after) in headers.Zip(headers.Skip(1)))
        {
            Assert.Equal(
                (1, 160u, before.Ssrc),
                ((ushort)(after.Sequence - before.Sequence), after.Timestamp - before.Timestamp, after.Ssrc));
        }
    }

    [Fact]
    public void Header_extensions_contributing_sources_and_padding_stay_behind()
    {
        Relay(true);
        _anna.Speak(1);
        byte[] packet =
        [
            0xB1, 8, 0, 101, 0, 0, 0x10, 0x40, 0xCA, 0xFE, 0xBA, 0xBE,
            9, 9, 9, 9,
            0xBE, 0xDE, 0, 1, 7, 7, 7, 7,
            1, 2, 3, 4, 5, 6,
            0, 2,
        ];
        _anna.Send(packet);
        _rig.Step();

        var sent = _ben.TakeAll()[^1];
        Assert.Equal(0x80, sent[0]);
        Assert.Equal([1, 2, 3, 4, 5, 6], sent[RtpHeader.Octets..]);
    }

    [Fact]
    public void Keys_go_over_under_the_others_type_and_are_told()
    {
        var told = new List<char>();
        _a.DigitReceived += told.Add;
        Relay(true);
        for (ushort i = 100; i < 103; i++)
        {
            _anna.Send(PeerPackets.Of(i, [5, 10, 0, 160], timestamp: 4000, type: 101, marker: i == 100));
        }

        _rig.Step();
        var sent = _ben.TakeAll().Select(PeerPackets.Header).ToList();
        Assert.Equal(['5'], told);
        Assert.Equal([true, false, false], sent.Select(header => header.Marker));
        Assert.All(sent, header => Assert.Equal((96, sent[0].Timestamp), (header.PayloadType, header.Timestamp)));
    }

    [Fact]
    public void Comfort_noise_is_left_out_without_a_gap()
    {
        Relay(true);
        _anna.Speak(1);
        _anna.Speak(0, type: 13);
        _anna.Speak(2);
        _rig.Step();

        var sent = _ben.TakeAll();
        Assert.Equal([1, 2], First(sent));
        Assert.Equal(1, PeerPackets.Header(sent[1]).Sequence - PeerPackets.Header(sent[0]).Sequence);
    }

    [Fact]
    public void The_media_thread_gets_packets_only_if_somebody_listens()
    {
        Relay(true);
        _anna.Speak(1);
        _rig.Step();
        _a.Network.IsHeard = true;
        _anna.Speak(2);
        _rig.Step();

        Assert.True(_a.Network.Incoming.TryPeek(out _, out var payload));
        Assert.Equal(2, payload[0]);
        Assert.Equal([1, 2], First(_ben.TakeAll()));
    }

    [Fact]
    public void A_party_on_hold_gets_nothing()
    {
        Relay(true);
        _b.Apply(EngineRig.Agreed(IPEndPoint.Parse("192.0.2.8:5004")) with { Sends = false });
        _rig.Step();
        _anna.Speak(1);
        _rig.Step();

        Assert.Empty(_ben.TakeAll());
    }

    [Fact]
    public void A_party_that_is_gone_gets_nothing()
    {
        Relay(true);
        _b.Close();
        _rig.Step();
        _anna.Speak(1);
        _rig.Step();

        Assert.Empty(_ben.TakeAll());
    }

    [Theory]
    [InlineData(SrtpSuite.AesCm128Sha1With80)]
    [InlineData(SrtpSuite.Aes128Gcm)]
    public void Each_side_has_its_own_encryption(SrtpSuite suite)
    {
        var (one, other) = (new SecurePeer(_rig, "192.0.2.17:5004", suite, 1), new SecurePeer(_rig, "192.0.2.18:5004", suite, 2));
        (one.Session.Network.RelayTo, other.Session.Network.RelayTo) = (other.Session.Network, one.Session.Network);
        for (ushort i = 0; i < 10; i++)
        {
            one.Send(PeerPackets.Of(i, [(byte)i, 2, 3, 4]));
            one.SendForged(PeerPackets.Of(i, [99, 2, 3, 4]));
            _rig.Step();
        }

        Assert.Equal(Enumerable.Range(0, 10), First(other.TakeAll()));
        Assert.Equal(10, one.Session.Network.Counts.NotAuthentic + one.Session.Network.Counts.Replayed);
    }

    public void Dispose() => _rig.Dispose();

    private void Relay(bool isOn)
    {
        _a.Network.RelayTo = isOn ? _b.Network : null;
        _b.Network.RelayTo = isOn ? _a.Network : null;
    }

    private static IEnumerable<int> First(IEnumerable<byte[]> packets) => packets.Select(packet => (int)PeerPackets.Payload(packet)[0]);
}
