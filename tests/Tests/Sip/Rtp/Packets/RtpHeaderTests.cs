using Switchhook.Sip.Rtp.Packets;
using Switchhook.Testing;
using Switchhook.Testing.Network;

namespace Switchhook.Tests.Sip.Rtp.Packets;

public sealed class RtpHeaderTests
{
    private static readonly byte[] Plain = Convert.FromHexString("800012340000567889ABCDEF0102030405");

    [Fact]
    public void Reads_the_fields_where_the_rfc_puts_them()
    {
        Assert.True(RtpHeader.TryRead(Plain, out var header, out var payload));
        Assert.Equal(new RtpHeader(0, false, 0x1234, 0x5678, 0x89ABCDEF), header);
        Assert.Equal([1, 2, 3, 4, 5], payload.ToArray());
    }

    [Theory]
    [InlineData(0, false, 0, 0u, 0u)]
    [InlineData(9, true, 65535, uint.MaxValue, 1u)]
    [InlineData(127, true, 4711, 0x80000000u, 0xFFFFFFFFu)]
    public void Reads_what_it_writes(int type, bool marker, int sequence, uint timestamp, uint ssrc)
    {
        var written = new RtpHeader(type, marker, (ushort)sequence, timestamp, ssrc);
        var packet = new byte[RtpHeader.Octets];
        written.Write(packet);

        Assert.True(RtpHeader.TryRead(packet, out var read, out var payload));
        Assert.Equal(written, read);
        Assert.Equal(0, payload.Length);
    }

    [Fact]
    public void Steps_over_contributing_sources_extension_and_padding()
    {
        var packet = Convert.FromHexString(
            "B2881234" + "00005678" + "89ABCDEF" + "AAAAAAAA" + "BBBBBBBB" + "BEDE0001" + "CCCCCCCC" + "0708" + "0002");

        Assert.True(RtpHeader.TryRead(packet, out var header, out var payload));
        Assert.Equal(8, header.PayloadType);
        Assert.True(header.Marker);
        Assert.Equal([7, 8], payload.ToArray());
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("8000123400005678", "no whole header")]
    [InlineData("400012340000567889ABCDEF01", "version 1")]
    [InlineData("00010000" + "2112A442" + "000000000000000000000000", "STUN")]
    [InlineData("80C812340000567889ABCDEF01", "RTCP")]
    [InlineData("810012340000567889ABCDEF0102", "a contributing source that is not whole")]
    [InlineData("8F0012340000567889ABCDEF01020304", "15 contributing sources, one there")]
    [InlineData("900012340000567889ABCDEF0102", "an extension that is not whole")]
    [InlineData("900012340000567889ABCDEFBEDEFFFF01020304", "an extension longer than the packet")]
    [InlineData("A00012340000567889ABCDEF010200", "no padding, but the bit")]
    [InlineData("A00012340000567889ABCDEF010204", "more padding than payload")]
    [InlineData("A00012340000567889ABCDFF", "padding in the header")]
    public void Refuses_what_is_not_rtp_or_does_not_fit(string hex, string what) =>
        Assert.False(RtpHeader.TryRead(Convert.FromHexString(hex), out _, out _), what);

    [Fact]
    public void Stands_any_octets()
    {
        var random = new Random(20261125);
        var taken = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var packet = new byte[random.Next(64)];
            random.NextBytes(packet);
            if (packet.Length > 0 && i % 2 == 0)
            {
                packet[0] = (byte)(0x80 | (packet[0] & 0x3F));
            }

            if (RtpHeader.TryRead(packet, out _, out var payload))
            {
                taken++;
                Assert.True(payload.Length <= packet.Length - RtpHeader.Octets);
            }
        }

        Assert.InRange(taken, 1000, 199_000);
    }

    [Fact]
    public void Reads_a_capture_of_another_program()
    {
        var packets = PcapFile.OfSipTester("g711a.pcap");
        var previous = -1;
        foreach (var packet in packets)
        {
            Assert.True(RtpHeader.TryRead(packet.Payload, out var header, out var payload));
            Assert.Equal(8, header.PayloadType);
            Assert.Equal(0xDEE0EE8F, header.Ssrc);
            Assert.Equal(previous < 0, header.Marker);
            Assert.Equal(240, payload.Length);
            Assert.True(previous < 0 || header.Sequence == previous + 1);
            previous = header.Sequence;
        }

        Assert.Equal(236, packets.Count);
    }

    [Fact]
    public void Allocates_nothing()
    {
        var packet = new byte[172];
        Assert.Equal(0, Allocation.Of(() =>
        {
            new RtpHeader(0, false, 1, 2, 3).Write(packet);
            _ = RtpHeader.TryRead(packet, out _, out _);
        }));
    }
}
