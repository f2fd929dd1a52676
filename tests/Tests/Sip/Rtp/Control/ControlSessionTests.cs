using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp.Control;

public sealed class ControlSessionTests
{
    private const uint Here = 1;
    private const uint There = 2;
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly ControlSession _here = new(Here, "a@box", Start);
    private readonly ControlSession _there = new(There, "b@phone", Start.AddHours(7));
    private readonly byte[] _octets = new byte[RtcpWriter.MaxOctets];

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(640)]
    public void Two_sides_measure_the_round_trip_though_their_clocks_differ(int oneWayMilliseconds)
    {
        Hear(_there, Here);
        Hear(_here, There);
        Assert.Null(_here.RoundTrip);

        Send(_here, _there, at: 1000, oneWayMilliseconds);
        Send(_there, _here, at: 3700, oneWayMilliseconds);

        Assert.Equal(2 * oneWayMilliseconds, _here.RoundTrip!.Value.TotalMilliseconds, 1.0);
    }

    [Fact]
    public void What_the_other_side_lost_is_known()
    {
        foreach (var number in Enumerable.Range(0, 100).Where(number => number % 10 != 5))
        {
            _there.Reception.Take(new RtpHeader(0, false, (ushort)number, (uint)(160 * number), Here), default, true);
        }

        Send(_there, _here, at: 2000, 10);
        Assert.Equal(10, _here.Reported!.Value.CumulativeLost);
        Assert.Null(_here.RoundTrip);
    }

    [Fact]
    public void Reports_of_other_streams_are_passed_over()
    {
        Hear(_there, 77);
        Send(_there, _here, at: 2000, 10);
        Assert.Null(_here.Reported);
    }

    [Fact]
    public void A_round_trip_that_cannot_be_is_not_believed()
    {
        Hear(_there, Here);
        Send(_here, _there, at: 1000, 10);

        // Its clock says that it waited longer than it did.
        _here.Take(Written(_there, TimeSpan.FromSeconds(60)), TimeSpan.FromSeconds(3));
        Assert.Null(_here.RoundTrip);
    }

    [Fact]
    public void Without_anything_sent_it_is_a_receiver_report()
    {
        var length = _here.Write(_octets, sent: null, TimeSpan.Zero);
        var packets = new RtcpPackets(_octets.AsSpan(..length));
        Assert.True(packets.MoveNext());
        Assert.Equal((RtcpPackets.ReceiverReport, 0), (packets.Type, packets.Count));
    }

    [Fact]
    public void Stands_any_octets()
    {
        var random = new Random(20261125);
        var valid = Written(_there, TimeSpan.FromSeconds(1)).ToArray();
        for (var i = 0; i < 200_000; i++)
        {
            var octets = i % 2 == 0 ? (byte[])valid.Clone() : new byte[random.Next(80)];
            if (i % 2 == 1)
            {
                random.NextBytes(octets);
            }

            for (var change = random.Next(4); change > 0 && octets.Length > 0; change--)
            {
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            }

            var length = random.Next(octets.Length + 1);
            var isTaken = _here.Take(octets.AsSpan(..length), TimeSpan.FromSeconds(i));
            Assert.True(!isTaken || RtcpPackets.IsControl(octets));
        }
    }

    [Fact]
    public void Reports_come_about_every_five_seconds_and_the_first_sooner()
    {
        var random = new Random(1);
        var intervals = Enumerable.Range(0, 10_000).Select(_ => ControlSchedule.Next(isFirst: false, random).TotalSeconds).ToList();
        Assert.InRange(intervals.Min(), 2.0, 2.2);
        Assert.InRange(intervals.Max(), 6.1, 6.2);
        Assert.InRange(ControlSchedule.Next(isFirst: true, random).TotalSeconds, 1, 3.1);
    }

    private static void Hear(ControlSession session, uint ssrc) =>
        session.Reception.Take(new RtpHeader(0, false, 1, 1, ssrc), default, true);

    private void Send(ControlSession from, ControlSession to, int at, int wayMilliseconds)
    {
        var compound = Written(from, TimeSpan.FromMilliseconds(at));
        Assert.True(to.Take(compound, TimeSpan.FromMilliseconds(at + wayMilliseconds)));
    }

    private ReadOnlySpan<byte> Written(ControlSession from, TimeSpan at) =>
        _octets.AsSpan(..from.Write(_octets, new SentSoFar(8000, 50, 8000), at));
}
