using Switchhook.Sip.Rtp.Control;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Control;

public sealed class RtcpPacketTests
{
    // A sender report with one block, a source description, an extended report, a goodbye with a reason.
    private const string Report = "81C8000C" + "11111111" + "EC1B2A3C80000000" + "00001000" + "00000064" + "00003E80"
        + "22222222" + "40FFFFFE" + "00020005" + "00000020" + "2A3C4000" + "00018000";

    private const string Name = "81CA0004" + "11111111" + "0108" + "616C69636540612E" + "0000";
    private const string Extended = "80CF0001" + "11111111";
    private const string Goodbye = "81CB0002" + "11111111" + "03627965";

    [Fact]
    public void Walks_over_a_compound_packet()
    {
        var packets = new RtcpPackets(Convert.FromHexString(Report + Name + Extended + Goodbye));
        var types = new List<(byte, int, int)>();
        while (packets.MoveNext())
        {
            types.Add((packets.Type, packets.Count, packets.Body.Length));
        }

        Assert.Equal([(200, 1, 48), (202, 1, 16), (207, 0, 4), (203, 1, 8)], types);
    }

    [Fact]
    public void Reads_the_fields_where_the_rfc_puts_them()
    {
        var packets = new RtcpPackets(Convert.FromHexString(Report));
        Assert.True(packets.MoveNext());

        var sender = SenderInfo.Read(packets.Body[4..]);
        Assert.Equal(new SenderInfo(new NtpTime(0xEC1B2A3C80000000), 0x1000, 100, 16_000), sender);
        Assert.Equal(0x2A3C8000u, sender.Time.Middle);
        Assert.Equal(
            new ReportBlock(0x22222222, 64, -2, 0x20005, 32, 0x2A3C4000, 0x18000),
            ReportBlock.Read(packets.Body[24..]));
    }

    [Fact]
    public void Reads_what_it_writes()
    {
        var octets = new byte[RtcpWriter.MaxOctets];
        var sender = new SenderInfo(new NtpTime(0x0123456789ABCDEF), 5, 6, 7);
        var block = new ReportBlock(0x22222222, 255, -1, 0x1FFFF, 1000, 3, 4);
        var length = RtcpWriter.Write(octets, 0x11111111, "abc@box"u8, sender, block, isLast: true);

        var packets = new RtcpPackets(octets.AsSpan(..length));
        Assert.True(packets.MoveNext());
        Assert.Equal((RtcpPackets.SenderReport, 1), (packets.Type, packets.Count));
        Assert.Equal(sender, SenderInfo.Read(packets.Body[4..]));
        Assert.Equal(block, ReportBlock.Read(packets.Body[24..]));
        Assert.True(packets.MoveNext());
        Assert.Equal("11111111" + "0107" + "61626340626F78" + "000000", Convert.ToHexString(packets.Body));
        Assert.True(packets.MoveNext());
        Assert.Equal((RtcpPackets.Goodbye, "11111111"), (packets.Type, Convert.ToHexString(packets.Body)));
        Assert.False(packets.MoveNext());
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    [InlineData(64, true, true)]
    [InlineData(200, true, true)]
    public void Whatever_is_written_is_whole_words_and_fits(int nameLength, bool hasSender, bool hasHeard)
    {
        var octets = new byte[RtcpWriter.MaxOctets];
        var length = RtcpWriter.Write(
            octets, 1, new byte[nameLength], hasSender ? default(SenderInfo) : null, hasHeard ? default(ReportBlock) : null, isLast: true);

        var packets = new RtcpPackets(octets.AsSpan(..length));
        Assert.True(packets.MoveNext());
        Assert.Equal(hasSender ? RtcpPackets.SenderReport : RtcpPackets.ReceiverReport, packets.Type);
        Assert.True(packets.MoveNext());
        Assert.Equal(0, packets.Body[^1]);
        Assert.Equal(0, length % 4);
    }

    [Theory]
    [InlineData("81C8000D" + "11111111")]
    [InlineData("41C80001" + "11111111")]
    [InlineData("80000001" + "11111111")]
    [InlineData("A0C90001" + "11111100")]
    [InlineData("A0C90001" + "11111105")]
    [InlineData("80C9")]
    public void What_does_not_fit_ends_the_walk(string hex) => Assert.False(new RtcpPackets(Convert.FromHexString(hex)).MoveNext());

    [Fact]
    public void Padding_is_left_out()
    {
        var packets = new RtcpPackets(Convert.FromHexString("A0C90002" + "11111111" + "00000004"));
        Assert.True(packets.MoveNext());
        Assert.Equal("11111111", Convert.ToHexString(packets.Body));
    }

    [Theory]
    [InlineData("80C90001" + "11111111", true)]
    [InlineData("80E00001" + "11111111", false)]
    [InlineData("80080001" + "11111111", false)]
    [InlineData("80880001" + "11111111", false)]
    [InlineData("80C900", false)]
    public void Tells_control_from_sound_on_one_port(string hex, bool isControl) =>
        Assert.Equal(isControl, RtcpPackets.IsControl(Convert.FromHexString(hex)));

    [Fact]
    public void Ntp_time_counts_from_1900()
    {
        var time = NtpTime.Of(new DateTimeOffset(2026, 11, 25, 12, 0, 0, 500, TimeSpan.Zero));
        Assert.Equal(2_208_988_800 + 1_795_608_000UL, time.Value >> 32);
        Assert.Equal(0x80000000u, (uint)time.Value);
        Assert.Equal(65536u, NtpTime.Units(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Allocates_nothing()
    {
        var session = new ControlSession(0x22222222, "box", DateTimeOffset.UnixEpoch);
        var compound = Convert.FromHexString(Report + Name + Extended + Goodbye);
        var octets = new byte[RtcpWriter.MaxOctets];
        Assert.Equal(0, Allocation.Of(() =>
        {
            session.Take(compound, TimeSpan.FromSeconds(1));
            session.Write(octets, new SentSoFar(1, 2, 3), TimeSpan.FromSeconds(2));
        }));
    }
}
