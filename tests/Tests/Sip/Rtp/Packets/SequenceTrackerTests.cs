using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp.Packets;

public sealed class SequenceTrackerTests
{
    private readonly SequenceTracker _tracker = new();

    [Fact]
    public void Counts_over_the_wrap()
    {
        for (var i = 0; i < 200_000; i++)
        {
            _tracker.Take((ushort)(65_000 + i), out var extended);
            Assert.Equal(0x10000 + 65_000 + i, extended);
        }

        Assert.Equal((200_000, 200_000, 0), (_tracker.Expected, _tracker.Received, _tracker.Lost));
    }

    [Fact]
    public void Tells_lost_reordered_and_repeated_packets_apart()
    {
        Assert.Equal(
            [Arrival.Started, Arrival.InOrder, Arrival.InOrder, Arrival.Reordered, Arrival.Duplicate, Arrival.Duplicate, Arrival.InOrder],
            Take(65_534, 65_535, 2, 0, 0, 65_535, 3));
        Assert.Equal((6, 5, 1), (_tracker.Expected, _tracker.Received, _tracker.Lost));
        Assert.Equal((2, 1), (_tracker.Duplicated, _tracker.Reordered));
    }

    [Fact]
    public void A_packet_sent_before_the_first_one_counts()
    {
        Assert.Equal([Arrival.Started, Arrival.Reordered, Arrival.InOrder], Take(0, 65_535, 1));
        Assert.Equal((3, 3), (_tracker.Expected, _tracker.Received));
    }

    [Fact]
    public void A_stray_packet_does_not_end_the_stream()
    {
        Assert.Equal([Arrival.Started, Arrival.Stray, Arrival.InOrder, Arrival.Stray, Arrival.InOrder], Take(10, 30_000, 11, 40_000, 12));
        Assert.Equal(3, _tracker.Expected);
    }

    [Fact]
    public void Two_that_follow_each_other_far_off_are_a_new_beginning()
    {
        Assert.Equal([Arrival.Started, Arrival.Stray, Arrival.Restarted, Arrival.InOrder], Take(10, 30_000, 30_001, 30_002));
        Assert.Equal((2, 0), (_tracker.Expected, _tracker.Lost));
    }

    [Theory]
    [InlineData(SequenceTracker.MaxDropout, Arrival.InOrder)]
    [InlineData(SequenceTracker.MaxDropout + 1, Arrival.Stray)]
    [InlineData(-SequenceTracker.Window + 1, Arrival.Reordered)]
    [InlineData(-SequenceTracker.Window, Arrival.TooOld)]
    [InlineData(-SequenceTracker.Window - 1, Arrival.Stray)]
    public void Gaps_have_bounds(int distance, object arrival) =>
        Assert.Equal((Arrival)arrival, Take(5000, (ushort)(5000 + distance))[1]);

    private Arrival[] Take(params ushort[] sequences) => [.. sequences.Select(sequence => _tracker.Take(sequence, out _))];
}
