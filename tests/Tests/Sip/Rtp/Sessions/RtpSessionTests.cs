using System.Net;
using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>A session from the frames of the media thread to the packets of the network and back.</summary>
public sealed class RtpSessionTests : IDisposable
{
    private static readonly TimeSpan Tick = LineAudio.BlockDuration;

    private readonly EngineRig _rig = new();
    private readonly short[] _frame = new short[LineAudio.BlockSamples];

    [Fact]
    public void Frames_become_packets_and_packets_frames()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        for (var i = 0; i < 20; i++)
        {
            peer.Speak(ALaw(8000));
            TickOf(session, -4000);
        }

        Assert.All(_frame, sample => Assert.InRange(sample, 7800, 8200));
        var sent = peer.TakeAll();
        Assert.Equal(20, sent.Count);
        Assert.All(PeerPackets.Payload(sent[^1]), octet => Assert.Equal(ALaw(-4000), octet));
    }

    [Fact]
    public void Without_packets_there_is_silence()
    {
        var session = _rig.Open();
        Array.Fill(_frame, (short)7);
        session.ReadFrame(_frame);
        Assert.All(_frame, sample => Assert.Equal(0, sample));

        session.Apply(Agreed());
        Array.Fill(_frame, (short)7);
        session.ReadFrame(_frame);
        Assert.All(_frame, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Packets_have_the_length_that_was_agreed()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004", agreed => agreed with { PacketMilliseconds = 60 });
        for (var i = 0; i < 9; i++)
        {
            TickOf(session, 100);
        }

        Assert.Equal([480, 480, 480], peer.TakeAll().Select(packet => PeerPackets.Payload(packet).Length));
    }

    [Fact]
    public void A_change_of_codec_changes_both_directions_at_once()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        TickOf(session, 4000);
        session.Apply(Agreed() with { Codec = AudioCodec.Pcmu, PayloadType = 0 });
        for (var i = 0; i < 10; i++)
        {
            peer.Speak(G711.Encode(8000, CompandingLaw.MuLaw), type: 0);
            TickOf(session, 4000);
        }

        Assert.All(_frame, sample => Assert.InRange(sample, 7700, 8300));
        var sent = peer.TakeAll();
        Assert.Equal([8, .. Enumerable.Repeat(0, 10)], sent.Select(packet => PeerPackets.Header(packet).PayloadType));
        Assert.Equal(G711.Encode(4000, CompandingLaw.MuLaw), PeerPackets.Payload(sent[^1])[0]);
        AssertContinuous(sent);
    }

    [Fact]
    public void A_key_press_takes_the_place_of_sound()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        TickOf(session, 100);
        Assert.True(session.TrySendDigit('5'));
        for (var i = 0; i < 20; i++)
        {
            TickOf(session, 100);
        }

        var sent = peer.TakeAll();
        var keys = sent.Where(packet => PeerPackets.Header(packet).PayloadType == 101).ToList();
        Assert.True(PeerPackets.Header(keys[0]).Marker);
        Assert.Single(keys.Select(packet => PeerPackets.Header(packet).Timestamp).Distinct());
        Assert.All(keys, packet => Assert.Equal(5, PeerPackets.Payload(packet)[0]));
        Assert.Equal(3, keys.Count(packet => (PeerPackets.Payload(packet)[1] & 0x80) != 0));
        Assert.Equal(20u * 160, PeerPackets.Header(sent[^1]).Timestamp - PeerPackets.Header(sent[0]).Timestamp);
    }

    [Theory]
    [InlineData('x', 101)]
    [InlineData('5', null)]
    public void A_key_that_cannot_be_sent_is_refused(char digit, int? type)
    {
        var (session, _) = _rig.Connect("192.0.2.7:5004", agreed => agreed with { TelephoneEvent = type });

        Assert.False(session.TrySendDigit(digit));
    }

    [Fact]
    public void On_hold_the_box_is_silent_and_goes_on_later_at_the_right_date()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        TickOf(session, 100);
        session.Apply(Agreed() with { Sends = false });
        for (var i = 0; i < 100; i++)
        {
            TickOf(session, 100);
        }

        session.Apply(Agreed());
        TickOf(session, 100);
        var headers = peer.TakeAll().Select(PeerPackets.Header).ToList();
        Assert.Equal(2, headers.Count);
        Assert.Equal((1, 101u * 160), (headers[1].Sequence - headers[0].Sequence, headers[1].Timestamp - headers[0].Timestamp));
    }

    [Fact]
    public void After_its_end_a_session_is_silent_whoever_still_calls_it()
    {
        var (session, peer) = _rig.Connect("192.0.2.7:5004");
        TickOf(session, 100);
        session.Close();
        TickOf(session, 100);

        Assert.Single(peer.TakeAll());
        Assert.All(_frame, sample => Assert.Equal(0, sample));
        Assert.False(session.TrySendDigit('1'));
    }

    [Fact]
    public void Only_sessions_that_agree_on_codec_length_and_both_ways_can_relay()
    {
        var (one, _) = _rig.Connect("192.0.2.7:5004");
        var (two, _) = _rig.Connect("192.0.2.8:5004");
        Assert.True(one.CanRelay(two));

        foreach (var change in new Func<AgreedAudio, AgreedAudio>[]
        {
            agreed => agreed with { Codec = AudioCodec.Pcmu, PayloadType = 0 },
            agreed => agreed with { PacketMilliseconds = 30 },
            agreed => agreed with { Sends = false },
            agreed => agreed with { Receives = false },
        })
        {
            two.Apply(change(Agreed()));
            Assert.False(one.CanRelay(two));
            Assert.False(two.CanRelay(one));
        }

        two.Apply(Agreed());
        Assert.True(one.CanRelay(two));
        two.Close();
        Assert.False(one.CanRelay(two));
    }

    [Fact]
    public void While_packets_are_relayed_frames_are_not_sent_but_keys_are()
    {
        var (one, anna) = _rig.Connect("192.0.2.7:5004");
        var (two, ben) = _rig.Connect("192.0.2.8:5004");
        one.Relay(two);
        two.Relay(one);
        for (byte i = 0; i < 30; i++)
        {
            if (i == 10)
            {
                Assert.True(two.TrySendDigit('7'));
            }

            anna.Speak(i);
            TickOf(two, 100);
        }

        var sent = ben.TakeAll();
        var keys = sent.Select((packet, i) => (Header: PeerPackets.Header(packet), i))
            .Where(packet => packet.Header.PayloadType == 101).ToList();
        Assert.Single(keys.Select(packet => packet.Header.Timestamp).Distinct());
        Assert.Equal(keys.Count - 1, keys[^1].i - keys[0].i);
        Assert.DoesNotContain(sent, packet => PeerPackets.Payload(packet)[0] == ALaw(100));
        Assert.Equal(29, PeerPackets.Payload(sent[^1])[0]);
    }

    [Fact]
    public void After_a_relay_sound_comes_back_soon()
    {
        var (one, anna) = _rig.Connect("192.0.2.7:5004");
        var (two, _) = _rig.Connect("192.0.2.8:5004");
        Talk(one, anna, ticks: 50);
        one.Relay(two);
        two.Relay(one);
        Talk(one, anna, ticks: 500);
        Assert.All(_frame, sample => Assert.Equal(0, sample));

        one.Relay(null);
        two.Relay(null);
        Talk(one, anna, ticks: 5);
        Assert.All(_frame, sample => Assert.InRange(sample, 7800, 8200));
    }

    public void Dispose() => _rig.Dispose();

    private void Talk(RtpSession session, RigPeer peer, int ticks)
    {
        for (var i = 0; i < ticks; i++)
        {
            peer.Speak(ALaw(8000));
            TickOf(session, 100);
        }
    }

    // The packets of a tick come before it, and leave after it.
    private void TickOf(RtpSession session, short said)
    {
        _rig.Time.Advance(Tick);
        _rig.Step();
        session.ReadFrame(_frame);
        session.WriteFrame(Enumerable.Repeat(said, LineAudio.BlockSamples).ToArray());
        _rig.Engine.Flush();
        _rig.Step();
    }

    private static void AssertContinuous(List<byte[]> packets)
    {
        foreach (var (before, after) in packets.Zip(packets.Skip(1)))
        {
            var (first, second) = (PeerPackets.Header(before), PeerPackets.Header(after));
            Assert.Equal((1, 160u), ((ushort)(second.Sequence - first.Sequence), second.Timestamp - first.Timestamp));
        }
    }

    private static AgreedAudio Agreed() => EngineRig.Agreed(IPEndPoint.Parse("192.0.2.7:5004"));

    private static byte ALaw(short sample) => G711.Encode(sample, CompandingLaw.ALaw);
}
