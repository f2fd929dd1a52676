using System.Net;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Tests.Sip.Rtp.Streams;

public sealed class SourceLockTests
{
    private static readonly PacketAddress Agreed = Address("192.0.2.7:5004");
    private static readonly PacketAddress SameHost = Address("192.0.2.7:61000");
    private static readonly PacketAddress Stranger = Address("198.51.100.9:5004");

    private readonly SourceLock _lock = new();
    private TimeSpan _now = TimeSpan.FromSeconds(1);
    private ushort _sequence = 65_000;

    public SourceLockTests() => _lock.Expect(Agreed);

    [Fact]
    public void Sends_to_the_agreed_address_until_a_source_is_known() => Assert.Equal(Agreed, _lock.Target);

    [Fact]
    public void Hears_the_agreed_address_at_once()
    {
        Assert.Equal(SourceVerdict.Began, Judge(Agreed));
        Assert.Equal(SourceVerdict.Taken, Judge(Agreed));
    }

    [Fact]
    public void Another_port_of_the_agreed_host_is_heard_at_once_and_is_where_packets_go()
    {
        Assert.Equal(SourceVerdict.Began, Judge(SameHost));
        Assert.Equal(SameHost, _lock.Target);
    }

    [Fact]
    public void Another_host_is_heard_after_three_packets_in_a_row()
    {
        Assert.Equal(
            [SourceVerdict.OnTrial, SourceVerdict.OnTrial, SourceVerdict.Began, SourceVerdict.Taken],
            Enumerable.Range(0, 4).Select(_ => Judge(Stranger)));
        Assert.Equal(Stranger, _lock.Target);
    }

    [Fact]
    public void Packets_that_do_not_follow_each_other_make_no_source()
    {
        for (var i = 0; i < 20; i++)
        {
            _sequence += 7;
            Assert.Equal(SourceVerdict.OnTrial, Judge(Stranger));
        }
    }

    [Fact]
    public void A_packet_of_a_type_that_was_not_agreed_makes_no_source()
    {
        Assert.Equal(SourceVerdict.Foreign, Judge(Agreed, isExpected: false));
        Assert.False(_lock.IsLocked);
        Judge(Agreed);
        Assert.Equal(SourceVerdict.Taken, Judge(Agreed, isExpected: false));
    }

    [Fact]
    public void While_a_source_is_heard_all_others_are_foreign()
    {
        Judge(Agreed);
        foreach (var other in new[] { SameHost, Stranger })
        {
            Assert.Equal(SourceVerdict.Foreign, Judge(other));
            Assert.True(_lock.Refuses(other, _now));
        }

        Assert.Equal(Agreed, _lock.Target);
    }

    [Fact]
    public void A_source_that_is_silent_for_two_seconds_may_be_followed()
    {
        Judge(Agreed);
        _now += SourceLock.SilenceBeforeChange;

        Assert.False(_lock.Refuses(SameHost, _now));
        Assert.Equal(SourceVerdict.Began, Judge(SameHost));
        Assert.Equal(SourceVerdict.Foreign, Judge(Agreed with { Port = 1 }));
    }

    [Fact]
    public void A_stranger_that_was_quicker_gives_way_to_the_agreed_address()
    {
        for (var i = 0; i < 5; i++)
        {
            Judge(Stranger);
        }

        Assert.Equal(
            [SourceVerdict.OnTrial, SourceVerdict.OnTrial, SourceVerdict.Began], Enumerable.Range(0, 3).Select(_ => Judge(Agreed)));
        Assert.Equal(SourceVerdict.Foreign, Judge(Stranger));
    }

    [Fact]
    public void A_new_agreement_with_another_address_opens_the_lock()
    {
        Judge(Agreed);
        _lock.Expect(Agreed);
        Assert.True(_lock.IsLocked);

        _lock.Expect(Address("192.0.2.8:6000"));
        Assert.Equal(Address("192.0.2.8:6000"), _lock.Target);
        Assert.Equal(SourceVerdict.Began, Judge(Address("192.0.2.8:6000")));
    }

    [Fact]
    public void A_new_stream_of_the_same_source_begins_anew()
    {
        Judge(Agreed);

        Assert.Equal(SourceVerdict.Began, Judge(Agreed, ssrc: 2));
        Assert.Equal(SourceVerdict.Taken, Judge(Agreed, ssrc: 2));
        Assert.Equal(2u, _lock.Ssrc);
    }

    private SourceVerdict Judge(PacketAddress from, uint ssrc = 1, bool isExpected = true)
    {
        _now += TimeSpan.FromMilliseconds(20);
        return _lock.Judge(from, ssrc, _sequence++, isExpected, _now);
    }

    private static PacketAddress Address(string text) => PacketAddress.From(IPEndPoint.Parse(text));
}
