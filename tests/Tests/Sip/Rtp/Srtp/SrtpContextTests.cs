using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Srtp;

namespace Switchhook.Tests.Sip.Rtp.Srtp;

public sealed class SrtpContextTests
{
    // RFC 3711 B.3: master key and salt, and the session keys that follow from them.
    private const string Master = "E1F97A0D3E018BE0D64FA32C06DE41390EC675AD498AFEEBB6960B3AABE6";
    private const string SessionKey = "C61E7A93744F39EE10734AFE3FF7A087";
    private const string SessionSalt = "30CBBC08863D8C85D49DB34A9AE1";
    private const string AuthenticationKey = "CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4";

    public static readonly TheoryData<SrtpSuite> Suites = [.. Enum.GetValues<SrtpSuite>()];

    [Fact]
    public void Encrypts_and_signs_as_the_keys_of_RFC_3711_B3_do()
    {
        var packet = PeerPackets.Of(sequence: 0x1234, payload: Payload());
        var expected = ByHand(packet);

        var (octets, verdict) = Protect(SrtpContext.Outbound(SrtpSuite.AesCm128Sha1With80, Convert.FromHexString(Master)), packet);

        Assert.Equal(SrtpVerdict.Good, verdict);
        Assert.Equal(expected, octets);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_one_side_protects_the_other_reads(SrtpSuite suite)
    {
        using var sender = SrtpContext.Outbound(suite, Key(suite));
        using var receiver = SrtpContext.Inbound(suite, Key(suite));
        for (ushort i = 1; i <= 100; i++)
        {
            var packet = PeerPackets.Of(i, Payload());
            var (sent, _) = Protect(sender, packet);

            Assert.NotEqual(packet[12..], sent[12..packet.Length]);
            Assert.Equal((packet, SrtpVerdict.Good), Unprotect(receiver, sent), Same);
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_packet_with_any_octet_changed_is_refused(SrtpSuite suite)
    {
        using var sender = SrtpContext.Outbound(suite, Key(suite));
        using var receiver = SrtpContext.Inbound(suite, Key(suite));
        var (sent, _) = Protect(sender, PeerPackets.Of(1, Payload()));
        for (var i = 1; i < sent.Length; i++)
        {
            var tampered = sent.ToArray();
            tampered[i] ^= 0x40;
            Assert.NotEqual(SrtpVerdict.Good, Unprotect(receiver, tampered).Verdict);
        }

        Assert.Equal(SrtpVerdict.Good, Unprotect(receiver, sent).Verdict);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_packet_that_comes_again_is_refused(SrtpSuite suite)
    {
        using var sender = SrtpContext.Outbound(suite, Key(suite));
        using var receiver = SrtpContext.Inbound(suite, Key(suite));
        var (sent, _) = Protect(sender, PeerPackets.Of(1, Payload()));
        Unprotect(receiver, sent);

        Assert.Equal(SrtpVerdict.Replayed, Unprotect(receiver, sent).Verdict);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Control_packets_are_protected_too(SrtpSuite suite)
    {
        using var sender = SrtpContext.Outbound(suite, Key(suite));
        using var receiver = SrtpContext.Inbound(suite, Key(suite));
        byte[] report = [0x80, 201, 0, 1, 1, 2, 3, 4];
        var room = Room(report);
        var length = report.Length;

        Assert.Equal(SrtpVerdict.Good, sender.ProtectControl(room, ref length));
        Assert.True(length > report.Length);
        Assert.Equal(SrtpVerdict.Good, receiver.UnprotectControl(room, ref length));
        Assert.Equal(report, room[..length]);
    }

    [Fact]
    public void A_key_of_the_wrong_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => SrtpContext.Inbound(SrtpSuite.Aes128Gcm, new byte[30]));

    [Fact]
    public void A_packet_without_room_to_grow_is_refused()
    {
        using var sender = SrtpContext.Outbound(SrtpSuite.AesCm128Sha1With80, Convert.FromHexString(Master));
        var packet = PeerPackets.Of(1, Payload());
        var length = packet.Length;

        Assert.Equal(SrtpVerdict.Malformed, sender.Protect(packet, ref length));
    }

    internal static byte[] Key(SrtpSuite suite, byte fill = 7) =>
        [.. Enumerable.Range(0, SrtpSuites.KeyOctets(suite)).Select(i => (byte)(fill + (3 * i)))];

    internal static (byte[] Octets, SrtpVerdict Verdict) Protect(SrtpContext context, byte[] packet)
    {
        var room = Room(packet);
        var length = packet.Length;
        var verdict = context.Protect(room, ref length);
        return (room[..length], verdict);
    }

    private static (byte[] Octets, SrtpVerdict Verdict) Unprotect(SrtpContext context, byte[] packet)
    {
        var room = packet.ToArray();
        var length = packet.Length;
        var verdict = context.Unprotect(room, ref length);
        return (room[..length], verdict);
    }

    private static bool Same((byte[] Octets, SrtpVerdict Verdict) one, (byte[] Octets, SrtpVerdict Verdict) other) =>
        one.Verdict == other.Verdict && one.Octets.SequenceEqual(other.Octets);

    private static byte[] Room(byte[] packet) => [.. packet, .. new byte[SrtpContext.Growth]];

    private static byte[] Payload() => [.. Enumerable.Range(0, 160).Select(i => (byte)(i * 5))];

    // RFC 3711 §4.1.1 and §4.2, with the session keys of B.3 and a rollover count of 0.
    [SuppressMessage("Security", "CA5350", Justification = "The suite is what phones speak.")]
    private static byte[] ByHand(byte[] packet)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromHexString(SessionKey);
        var counter = new byte[16];
        Convert.FromHexString(SessionSalt).CopyTo(counter, 0);
        for (var i = 0; i < 4; i++)
        {
            counter[4 + i] ^= packet[8 + i];
        }

        counter[12] ^= packet[2];
        counter[13] ^= packet[3];
        var result = packet.ToArray();
        for (var block = 0; 12 + (block * 16) < packet.Length; block++)
        {
            (counter[14], counter[15]) = ((byte)(block >> 8), (byte)block);
            var stream = aes.EncryptEcb(counter, PaddingMode.None);
            for (var i = 0; i < 16 && 12 + (block * 16) + i < packet.Length; i++)
            {
                result[12 + (block * 16) + i] ^= stream[i];
            }
        }

        var tag = HMACSHA1.HashData(Convert.FromHexString(AuthenticationKey), result.Concat(new byte[4]).ToArray());
        return [.. result, .. tag[..10]];
    }
}
