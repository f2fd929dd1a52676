using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Tests.Sip.Rtp.Streams;

public sealed class OutgoingStreamTests
{
    private const int Octets = 160;
    private static readonly TimeSpan Packet = TimeSpan.FromMilliseconds(20);

    private readonly OutgoingStream _stream = new(new StreamStart(77, 65_530, uint.MaxValue - 400));
    private TimeSpan _now = TimeSpan.FromSeconds(5);

    [Fact]
    public void Own_packets_follow_each_other_over_the_wraps()
    {
        var sent = Enumerable.Range(0, 10).Select(i => Own((uint)(1000 + (i * Octets)))).ToList();

        AssertContinuous(sent);
        Assert.True(sent[0].Marker);
        Assert.All(sent, header => Assert.Equal(77u, header.Ssrc));
    }

    [Fact]
    public void The_change_to_relayed_packets_and_back_leaves_no_seam()
    {
        var sent = new List<RtpHeader>();
        for (var round = 0; round < 3; round++)
        {
            sent.AddRange(Enumerable.Range(0, 5).Select(i => Own((uint)(1000 + (((round * 10) + i) * Octets)))));
            sent.AddRange(Enumerable.Range(0, 5).Select(
                i => Relay((ushort)(65_533 + (round * 900) + i), (uint)(9_999 + (round * 777_777) + (i * Octets)))!.Value));
        }

        AssertContinuous(sent);
        Assert.Equal([0, 5, 10, 15, 20, 25], Enumerable.Range(0, sent.Count).Where(i => sent[i].Marker));
    }

    [Fact]
    public void Losses_and_changes_of_order_stay_visible_in_relayed_packets()
    {
        ushort[] came = [10, 11, 13, 12, 16];
        var sent = came.Select(number => Relay(number, (uint)(number * Octets))!.Value).ToList();

        Assert.Equal([0, 1, 3, 2, 6], sent.Select(header => (ushort)(header.Sequence - sent[0].Sequence)));
        Assert.Equal([0, 1, 3, 2, 6], sent.Select(header => (int)(header.Timestamp - sent[0].Timestamp) / Octets));
    }

    [Fact]
    public void A_packet_that_is_left_out_leaves_no_gap()
    {
        var first = Relay(10, 1600)!.Value;
        _stream.LeaveOut(Came(11, 1760));
        _stream.LeaveOut(Came(12, 1920));
        var next = Relay(13, 2080)!.Value;

        Assert.Equal(1, (ushort)(next.Sequence - first.Sequence));
        Assert.Equal(480u, next.Timestamp - first.Timestamp);
        Assert.Null(Relay(11, 1760));
    }

    [Fact]
    public void A_packet_from_before_the_change_is_not_passed_on()
    {
        Own(1000);
        Assert.NotNull(Relay(10, 1600));

        Assert.Null(Relay(9, 1440));
        Assert.NotNull(Relay(11, 1760));
    }

    [Fact]
    public void A_source_that_begins_anew_or_is_another_one_goes_on_without_a_seam()
    {
        List<RtpHeader> sent = [Relay(10, 1600)!.Value, Relay(40_000, 5)!.Value, Relay(3, 900_000, ssrc: 9)!.Value];

        AssertContinuous(sent);
        Assert.All(sent, header => Assert.True(header.Marker));
    }

    [Fact]
    public void The_packets_of_a_key_press_keep_one_date_however_long_it_is()
    {
        Own(1000);
        var press = Enumerable.Range(0, 100).Select(_ => Own(1160)).ToList();
        var after = Own(1000 + (101 * Octets));

        Assert.Single(press.Select(header => header.Timestamp).Distinct());
        Assert.Equal(100u * Octets, after.Timestamp - press[0].Timestamp);
        Assert.False(after.Marker);
    }

    [Fact]
    public void Own_sound_that_was_not_played_for_long_takes_up_the_date_of_the_clock()
    {
        var before = Own(1000);
        _now += TimeSpan.FromSeconds(9.98);
        var after = Own(1160);

        Assert.True(after.Marker);
        Assert.Equal(80_000u, after.Timestamp - before.Timestamp);
    }

    [Fact]
    public void A_change_right_after_a_packet_dates_the_next_one_behind_it()
    {
        var own = Own(1000);
        _now -= Packet - TimeSpan.FromMilliseconds(1);
        var relayed = Relay(10, 1600)!.Value;

        Assert.Equal((uint)Octets, relayed.Timestamp - own.Timestamp);
    }

    [Fact]
    public void Begins_anew_under_another_ssrc()
    {
        Own(1000);
        _stream.Renew(new StreamStart(78, 5, 900));
        var sent = Own(1160);

        Assert.Equal((78u, (ushort)6, 900u, 1u), (sent.Ssrc, sent.Sequence, sent.Timestamp, _stream.Packets));
    }

    private static void AssertContinuous(List<RtpHeader> sent)
    {
        foreach (var (before, after) in sent.Zip(sent.Skip(1)))
        {
            Assert.Equal(1, (ushort)(after.Sequence - before.Sequence));
            Assert.Equal((uint)Octets, after.Timestamp - before.Timestamp);
        }
    }

    private RtpHeader Own(uint timestamp)
    {
        var sent = _stream.Own(new RtpHeader(8, false, 0, timestamp, 0), Octets, _now);
        _now += Packet;
        return sent;
    }

    private RtpHeader? Relay(ushort sequence, uint timestamp, uint ssrc = 5)
    {
        var isSent = _stream.TryRelay(Came(sequence, timestamp, ssrc), Octets, _now, out var header);
        _now += Packet;
        return isSent ? header : null;
    }

    private static RtpHeader Came(ushort sequence, uint timestamp, uint ssrc = 5) => new(8, false, sequence, timestamp, ssrc);
}
