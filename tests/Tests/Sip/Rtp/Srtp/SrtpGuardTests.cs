using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Srtp;

namespace Switchhook.Tests.Sip.Rtp.Srtp;

/// <summary>What the box hears when the other side changes keys or its address (RFC 3711 §3.3.1 counts on, some devices do not).</summary>
public sealed class SrtpGuardTests : IDisposable
{
    private const SrtpSuite Suite = SrtpSuite.AesCm128Sha1With80;
    private static readonly byte[] KeyA = SrtpContextTests.Key(Suite, 7);
    private static readonly byte[] KeyB = SrtpContextTests.Key(Suite, 99);

    private readonly SrtpGuard _box = new();
    private AgreedAudio? _agreed;
    private SrtpContext _peer = SrtpContext.Outbound(Suite, KeyA);

    public SrtpGuardTests() => Agree(KeyA);

    [Fact]
    public void Without_keys_packets_pass_as_they_are()
    {
        using var plain = new SrtpGuard();
        var packet = PeerPackets.Of(1, [1, 2, 3, 4]);
        var length = packet.Length;

        Assert.True(plain.TryProtect(packet, ref length));
        Assert.Equal(SrtpVerdict.Good, plain.Unprotect(packet, ref length));
        Assert.Equal(PeerPackets.Of(1, [1, 2, 3, 4]), packet[..length]);
    }

    [Fact]
    public void The_same_keys_again_keep_the_rollover_count()
    {
        Wrap();
        Agree(KeyA);

        Assert.Equal(SrtpVerdict.Good, Hear(20));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_a_change_of_keys_the_count_may_go_on_or_begin_anew(bool goesOn)
    {
        Wrap();
        Agree(KeyB);
        _peer = SrtpContext.Outbound(Suite, KeyB);
        if (goesOn)
        {
            Assert.True(_peer.TryContinue(PeerPackets.Ssrc, rollover: 1));
        }

        for (ushort i = 20; i < 30; i++)
        {
            Assert.Equal(SrtpVerdict.Good, Hear(i));
        }
    }

    [Fact]
    public void Packets_under_the_old_key_are_heard_until_the_first_under_the_new_one()
    {
        var late = SrtpContextTests.Protect(_peer, PeerPackets.Of(11, [1, 2])).Octets;
        var later = SrtpContextTests.Protect(_peer, PeerPackets.Of(12, [1, 2])).Octets;
        Agree(KeyB);
        Assert.Equal(SrtpVerdict.Good, Hear(late));

        _peer = SrtpContext.Outbound(Suite, KeyB);
        Assert.Equal(SrtpVerdict.Good, Hear(13));
        Assert.Equal(SrtpVerdict.NotAuthentic, Hear(later));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void At_another_address_the_count_may_go_on_or_begin_anew(bool goesOn)
    {
        Wrap();
        Agree(KeyA, "192.0.2.8:6000");
        if (!goesOn)
        {
            _peer = SrtpContext.Outbound(Suite, KeyA);
        }

        for (ushort i = 20; i < 30; i++)
        {
            Assert.Equal(SrtpVerdict.Good, Hear(i));
        }
    }

    [Fact]
    public void Again_and_again_another_address_holds_a_bounded_number_of_contexts()
    {
        for (var port = 6000; port < 6100; port += 2)
        {
            Agree(KeyA, $"192.0.2.8:{port}");
        }

        Assert.Equal(SrtpVerdict.Good, Hear(20));
    }

    [Fact]
    public void Only_a_new_key_of_the_box_asks_for_a_new_stream()
    {
        Assert.False(Agree(KeyA));
        Assert.True(Agree(KeyA, local: KeyB));
        Assert.False(Agree(KeyB, local: KeyB));
    }

    [Fact]
    public void Noise_is_refused_while_two_keys_are_tried()
    {
        Agree(KeyB);

        Assert.NotEqual(SrtpVerdict.Good, Hear(PeerPackets.Of(1, new byte[40])));
    }

    public void Dispose() => _box.Dispose();

    // Brings the numbers of the peer over a wrap, so that its rollover count is 1.
    private void Wrap()
    {
        for (var i = 65_000; i < 65_536 + 20; i++)
        {
            Assert.Equal(SrtpVerdict.Good, Hear((ushort)i));
        }
    }

    private bool Agree(byte[] remote, string address = "192.0.2.7:5004", byte[]? local = null)
    {
        var end = IPEndPoint.Parse(address);
        var agreed = new AgreedAudio(AudioCodec.Pcma, 8, end, end, Sends: true, Receives: true)
        {
            Keys = new SrtpKeys(Suite, [.. local ?? KeyA], [.. remote]),
        };
        var change = SrtpChange.Between(_agreed, agreed);
        _agreed = agreed;
        _box.Apply(change, PeerPackets.Ssrc);
        return change.NeedsNewStream;
    }

    private SrtpVerdict Hear(ushort sequence) =>
        Hear(SrtpContextTests.Protect(_peer, PeerPackets.Of(sequence, [(byte)sequence, 2, 3, 4])).Octets);

    private SrtpVerdict Hear(byte[] packet)
    {
        var length = packet.Length;
        return _box.Unprotect(packet.ToArray(), ref length);
    }
}
